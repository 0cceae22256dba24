import { Injectable } from '@nestjs/common';
import type { GradedAnswer, grading, OutputOf, ParsedInputOf, WrittenAnswer } from '@tailcamp/contracts';
import { type Actor, personBehind } from '../../../../kernel/actor.js';
import { AppError, notFound, stale } from '../../../../kernel/app-error.js';
import { Clock } from '../../../../kernel/clock.js';
import { groupedBy } from '../../../../kernel/grouped.js';
import { decodeIdCursor, pageOf } from '../../../../kernel/page.js';
import { Database } from '../../../../platform/database/index.js';
import { Streams } from '../../../../platform/streams/index.js';
import { CampAccess, Roster } from '../../../camps/index.js';
import { domainOf, skillOf } from '../../domain/attempt/frozen-names.js';
import { askedOf } from '../../domain/attempt/question-layout.js';
import { questionIn } from '../../domain/content/stem.js';
import { agreementOf } from '../../domain/grading/agreement.js';
import { misgraded } from '../../domain/grading/grade.js';
import { type WrittenRow, WrittenStore } from '../../store/attempts/written-store.js';
import { type GradeChangeRow, ProposalStore } from '../../store/grading/proposal-store.js';
import { gradeOf } from '../attempts/get-review.js';
import { AskProposal } from './ask-proposal.js';
import { GiveGrade } from './give-grade.js';
import { MOST_ASKS, proposalView } from './proposal-view.js';
import { WrittenAnswerOf } from './written-answer.js';

/** Written answers of a camp: which wait, one with its rubric, and what somebody gives it. */
@Injectable()
export class GradingQueue {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly streams: Streams,
    private readonly access: CampAccess,
    private readonly roster: Roster,
    private readonly written: WrittenStore,
    private readonly proposals: ProposalStore,
    private readonly answers: WrittenAnswerOf,
    private readonly giveGrade: GiveGrade,
    private readonly askProposal: AskProposal,
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
      released: await this.written.released(campId),
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
    const given = { levels, comment, gradedAt: this.clock.now(), gradedBy: personBehind(actor).userId };
    const saved = await this.database.transaction((tx) => this.giveGrade.give(tx, before, rubric, version, given));
    const now = whole(await this.one(await this.find(campId, answerId)));
    if (!saved) throw stale(now);
    return now;
  }

  async propose(actor: Actor, { campId, answerId }: ParsedInputOf<typeof grading.propose>): Promise<GradedAnswer> {
    await this.access.require(actor, campId, 'assessment.manage');
    const row = await this.find(campId, answerId);
    const before = await this.proposals.find(answerId);
    if (before?.state === 'waiting') throw new AppError('conflict', { detail: 'It has been asked for already.' });
    if (before !== null && before.asks >= MOST_ASKS)
      throw new AppError('conflict', { detail: `A proposal can be asked for ${MOST_ASKS} times at most.` });
    await this.database.transaction((tx) => this.askProposal.ask(tx, campId, answerId));
    return whole(await this.one(row));
  }

  async agreement(
    actor: Actor,
    { campId }: ParsedInputOf<typeof grading.agreement>,
  ): Promise<OutputOf<typeof grading.agreement>> {
    await this.access.require(actor, campId, 'assessment.manage');
    const judged = groupedBy(await this.proposals.judged(campId), ({ proposedBy }) => proposedBy ?? '');
    return { agreements: [...judged].flatMap(([by, changes]) => agreementIn(by, changes)) };
  }

  private async find(campId: string, answerId: string): Promise<WrittenRow> {
    const row = await this.written.find(answerId);
    if (row === null || row.campId !== campId) throw notFound('The answer');
    return row;
  }

  private async one(row: WrittenRow): Promise<Written> {
    const { attempt, frozen, item, layout, answer } = await this.answers.row(row);
    const names = await this.roster.names([attempt.memberId]);
    const proposal = await this.proposals.find(row.id);
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
      released: row.released,
      proposal: proposal?.state ?? null,
    };
    const asked = askedOf(item, domainOf(frozen, item.skill), layout);
    const { rubric, sample } = item;
    const proposed = proposal && proposalView(proposal, rubric);
    const history = await this.historyOf(row);
    return { summary, asked, answer, rubric, sample, grade: gradeOf(row), proposed, history, version: row.version };
  }

  private async historyOf({ id, campId }: WrittenRow): Promise<GradedAnswer['history']> {
    const changes = await this.proposals.changesOf(id);
    const people = await Promise.all(
      changes.map(({ byUser }) => (byUser === null ? null : this.roster.memberOf(byUser, campId))),
    );
    return changes.map(({ at, levels, before, proposed }, place) => ({
      at: at.toISOString(),
      by: people[place]?.name ?? (changes[place]?.byUser == null ? null : ''),
      levels,
      before,
      proposed,
    }));
  }
}

/** What a list shows of a written answer, and what only who grades it needs. */
type Written = Omit<GradedAnswer, keyof WrittenAnswer> & { summary: WrittenAnswer };
const whole = ({ summary, ...rest }: Written): GradedAnswer => ({ ...summary, ...rest });

/** Of one proposer; nothing where none of its levels can be compared. */
function agreementIn(by: string, changes: readonly GradeChangeRow[]): OutputOf<typeof grading.agreement>['agreements'] {
  const rated = changes.flatMap(({ proposed, levels, scales }) =>
    (proposed ?? []).flatMap((level, at) => {
      const [given, known] = [levels[at], scales[at]];
      return level === null || given === undefined || known === undefined
        ? []
        : [{ proposed: level, given, levels: known }];
    }),
  );
  if (rated.length === 0) return [];
  return [{ by, answers: changes.length, criteria: rated.length, ...agreementOf(rated) }];
}
