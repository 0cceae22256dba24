import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { OutputOf, ParsedInputOf, practice } from '@tailcamp/contracts';
import type { Actor } from '../../../../kernel/actor.js';
import { AppError, notFound } from '../../../../kernel/app-error.js';
import { Clock } from '../../../../kernel/clock.js';
import { Database, type Sql } from '../../../../platform/database/index.js';
import { Outbox } from '../../../../platform/outbox/index.js';
import { CampAccess } from '../../../camps/index.js';
import { isRight, markedOf, misfitOf } from '../../domain/attempt/question-layout.js';
import { standings } from '../../domain/practice/standing.js';
import { AttemptStore } from '../../store/attempts/attempt-store.js';
import { LibraryStore } from '../../store/library/library-store.js';
import { type PracticeRow, PracticeStore } from '../../store/practice/practice-store.js';
import { SKILLS_SHOWN } from '../topics.js';
import { assessedBy, Practisable } from './practisable.js';
import { SkillNames } from './skill-names.js';

type Given = ParsedInputOf<typeof practice.answer>;

/** Takes the answer to a question in practice and tells its key. The first answer counts; the same one again changes nothing. */
@Injectable()
export class AnswerPractice {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly access: CampAccess,
    private readonly attempts: AttemptStore,
    private readonly library: LibraryStore,
    private readonly store: PracticeStore,
    private readonly practisable: Practisable,
    private readonly names: SkillNames,
  ) {}

  async run(actor: Actor, given: Given): Promise<OutputOf<typeof practice.answer>> {
    const { memberId } = await this.access.require(actor, given.campId, 'assessment.take');
    const asked = await this.store.find(given.practiceId);
    if (asked === null || memberId === null || asked.memberId !== memberId) throw notFound('The question');
    await this.requireDue(asked);
    const answered = await this.database.transaction((tx) => this.take(tx, given));
    return this.told(answered);
  }

  /** @throws AppError `conflict` while the key must not be told: an attempt that may ask the question has begun meanwhile */
  private async requireDue({ campId, memberId, track, itemId, version, check }: PracticeRow): Promise<void> {
    if (check && (await this.practisable.heldUp(campId, memberId, track)) === null) return;
    const { questions } = await this.practisable.of(campId, memberId);
    if (questions.some((one) => one.itemId === itemId && one.version === version)) return;
    throw new AppError('conflict', { detail: 'This question cannot be practised now; ask for another one.' });
  }

  private async take(tx: Sql, { practiceId, answer }: Given): Promise<PracticeRow> {
    const asked = await this.store.lock(tx, practiceId);
    if (asked === null) throw notFound('The question');
    if (asked.answer !== null) {
      if (isDeepStrictEqual(asked.answer, answer)) return asked;
      throw new AppError('conflict', { detail: 'This question has been answered already.' });
    }
    const item = await this.library.version(asked.itemId, asked.version, tx);
    const misfit = misfitOf(item, answer);
    if (misfit !== null) throw new AppError('invalid_input', { fields: [{ field: 'answer', message: misfit }] });
    const right = isRight(item, asked.layout, answer) === true;
    const answeredAt = this.clock.now();
    await this.store.answer(tx, practiceId, { answer, right, answeredAt });
    const { campId, memberId, track, skill } = asked;
    await this.outbox.put(tx, SKILLS_SHOWN, { campId, memberId, track, by: 'practice', skills: [skill] });
    return { ...asked, answer, right, answeredAt };
  }

  /** The key, and what is known of the skill with this answer and those before it. */
  private async told(row: PracticeRow): Promise<OutputOf<typeof practice.answer>> {
    const { campId, memberId, track, itemId, version, layout, right } = row;
    const at = row.answeredAt ?? this.clock.now();
    const practised = (await this.store.ofMember(memberId)).filter((one) => one.skill === row.skill && one.at <= at);
    const attempts = (await this.attempts.ofMember(memberId, track)).filter(
      ({ finishedAt }) => finishedAt !== null && finishedAt <= at,
    );
    const standing = standings(assessedBy(attempts), practised).get(row.skill);
    const item = await this.library.version(itemId, version);
    const { skill } = await this.names.of(campId, row.skill);
    return {
      skill,
      marked: markedOf(item, layout, right),
      mastery: standing?.mastery ?? 0,
      due: (standing?.due ?? at).toISOString(),
    };
  }
}
