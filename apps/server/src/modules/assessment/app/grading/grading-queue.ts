import { Injectable } from '@nestjs/common';
import type { GradedAnswer, grading, OutputOf, ParsedInputOf, WrittenAnswer } from '@tailcamp/contracts';
import { type Actor, personBehind } from '../../../../kernel/actor.js';
import { AppError, notFound, stale } from '../../../../kernel/app-error.js';
import { Clock } from '../../../../kernel/clock.js';
import { decodeIdCursor, pageOf } from '../../../../kernel/page.js';
import { Database } from '../../../../platform/database/index.js';
import { Streams } from '../../../../platform/streams/index.js';
import { CampAccess, Roster } from '../../../camps/index.js';
import { domainOf, skillOf } from '../../domain/attempt/frozen-names.js';
import { askedOf } from '../../domain/attempt/question-layout.js';
import { questionIn } from '../../domain/content/stem.js';
import { misgraded, pointsOf } from '../../domain/grade.js';
import { AttemptStore } from '../../store/attempts/attempt-store.js';
import { type WrittenRow, WrittenStore } from '../../store/attempts/written-store.js';
import { LibraryStore } from '../../store/library/library-store.js';
import { gradeOf } from '../attempts/get-review.js';

/** Written answers of a camp: which wait, one with its rubric, and what somebody gives it. */
@Injectable()
export class GradingQueue {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly streams: Streams,
    private readonly access: CampAccess,
    private readonly roster: Roster,
    private readonly attempts: AttemptStore,
    private readonly written: WrittenStore,
    private readonly library: LibraryStore,
  ) {}

  async list(
    actor: Actor,
    { campId, state, cursor, limit }: ParsedInputOf<typeof grading.queue>,
  ): Promise<OutputOf<typeof grading.queue>> {
    await this.access.require(actor, campId, 'assessment.manage');
    const seq = await this.streams.sequence(`camp:${campId}`);
    const rows = await this.written.queue(
      campId,
      state,
      cursor === undefined ? null : decodeIdCursor(cursor),
      limit + 1,
    );
    const { items, next } = pageOf(rows, limit, ({ id }) => [id]);
    return {
      items: await Promise.all(items.map(async (row) => (await this.one(row)).summary)),
      next,
      pending: await this.written.waiting(campId),
      seq,
    };
  }

  async get(actor: Actor, { campId, answerId }: ParsedInputOf<typeof grading.get>): Promise<GradedAnswer> {
    await this.access.require(actor, campId, 'assessment.manage');
    return whole(await this.one(await this.find(campId, answerId)));
  }

  async grade(actor: Actor, input: ParsedInputOf<typeof grading.grade>): Promise<GradedAnswer> {
    const { campId, answerId, levels, comment, version } = input;
    await this.access.require(actor, campId, 'assessment.manage');
    const before = await this.find(campId, answerId);
    const { rubric } = await this.one(before);
    const fields = misgraded(rubric, levels).map(({ at, message }) => ({ field: `levels.${at}`, message }));
    if (fields.length > 0) throw new AppError('invalid_input', { fields });
    const points = pointsOf(rubric, levels);
    const gradedAt = this.clock.now();
    const gradedBy = actor.kind === 'user' ? personBehind(actor).userId : null;
    const saved = await this.database.transaction(async (tx) => {
      const attempt = await this.attempts.lock(tx, before.attemptId);
      if (attempt === null) throw notFound('The answer');
      const grade = { levels, points, comment, gradedAt, gradedBy };
      if (!(await this.written.grade(tx, answerId, version, grade))) return false;
      const pending = attempt.pending - (before.state === 'pending' ? 1 : 0);
      await this.attempts.change(tx, attempt.id, { pending });
      const userId = (await this.roster.userIds([attempt.memberId], tx)).get(attempt.memberId);
      const told = { campId, attemptId: attempt.id, pending };
      if (userId !== undefined) await this.streams.append(tx, `user:${userId}`, 'attempt.graded', told);
      const left = await this.written.waiting(campId, tx);
      await this.streams.append(tx, `camp:${campId}`, 'grading.changed', { campId, pending: left });
      return true;
    });
    const now = whole(await this.one(await this.find(campId, answerId)));
    if (!saved) throw stale(now);
    return now;
  }

  private async find(campId: string, answerId: string): Promise<WrittenRow> {
    const row = await this.written.find(answerId);
    if (row === null || row.campId !== campId) throw notFound('The answer');
    return row;
  }

  private async one(row: WrittenRow): Promise<Written> {
    const attempt = await this.attempts.find(row.attemptId);
    const given = (await this.attempts.answers(row.attemptId)).find(({ position }) => position === row.position);
    if (attempt === null || given === undefined || given.answer === null) throw notFound('The answer');
    const { answer, itemId, version } = given;
    const item = await this.library.version(itemId, version);
    if (!('rubric' in item)) throw new Error(`Question ${itemId} has no rubric, yet somebody is to grade it`);
    const frozen = await this.attempts.frozen(attempt.bank);
    const names = await this.roster.names([attempt.memberId]);
    const summary: WrittenAnswer = {
      id: row.id,
      track: frozen.track,
      skill: skillOf(frozen, item.skill),
      memberId: attempt.memberId,
      name: names.get(attempt.memberId) ?? '',
      question: questionIn(item.stem),
      state: row.state,
      answeredAt: row.answeredAt.toISOString(),
      points: row.points,
      of: row.of,
    };
    const asked = askedOf(item, domainOf(frozen, item.skill), given.layout);
    const { rubric, sample } = item;
    return { summary, asked, answer, rubric, sample, grade: gradeOf(row), version: row.version };
  }
}

/** What a list shows of a written answer, and what only who grades it needs. */
type Written = Omit<GradedAnswer, keyof WrittenAnswer> & { summary: WrittenAnswer };
const whole = ({ summary, ...rest }: Written): GradedAnswer => ({ ...summary, ...rest });
