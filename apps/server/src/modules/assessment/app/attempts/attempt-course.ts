import { Injectable } from '@nestjs/common';
import type { Answer, EndedBy, Item } from '@tailcamp/contracts';
import { newId } from '../../../../kernel/id.js';
import { Random } from '../../../../kernel/random.js';
import { Database, type Sql } from '../../../../platform/database/index.js';
import { Outbox } from '../../../../platform/outbox/index.js';
import { Streams } from '../../../../platform/streams/index.js';
import { Metrics } from '../../../../platform/telemetry/index.js';
import { Roster } from '../../../camps/index.js';
import type { AdaptiveTest, Ending } from '../../domain/adaptive/adaptive-test.js';
import type { ItemBank } from '../../domain/adaptive/item-bank.js';
import type { FrozenBank } from '../../domain/attempt/frozen-bank.js';
import { type MarkedItem, outcomeOf, takenUp } from '../../domain/attempt/outcome.js';
import { isRight, layoutOf } from '../../domain/attempt/question-layout.js';
import { type AnswerRow, type AttemptRow, AttemptStore } from '../../store/attempts/attempt-store.js';
import { WrittenStore } from '../../store/attempts/written-store.js';
import { LibraryStore } from '../../store/library/library-store.js';
import { AskProposal } from '../grading/ask-proposal.js';
import { SKILLS_SHOWN } from '../topics.js';
import { TrackBanks } from './track-banks.js';

/** An attempt with all that it has come to. */
export interface Course {
  attempt: AttemptRow;
  frozen: FrozenBank;
  bank: ItemBank;
  answers: AnswerRow[];
  test: AdaptiveTest;
  /** The one that waits for an answer; null once the attempt is over. */
  waiting: AnswerRow | null;
}

/** How an attempt came to its end. */
export interface Ended {
  by: EndedBy;
  /** Questions that were marked by themselves. */
  questions: number;
}

const ENDED_BY: Record<Ending, EndedBy> = {
  precise: 'precise',
  longest: 'most-questions',
  exhausted: 'no-questions-left',
};

/** How an attempt goes on: what is asked next, when it is over, and what is told then. */
@Injectable()
export class AttemptCourse {
  constructor(
    private readonly database: Database,
    private readonly streams: Streams,
    private readonly outbox: Outbox,
    private readonly roster: Roster,
    private readonly store: AttemptStore,
    private readonly written: WrittenStore,
    private readonly library: LibraryStore,
    private readonly banks: TrackBanks,
    private readonly proposals: AskProposal,
    private readonly metrics: Metrics,
  ) {}

  async of(attempt: AttemptRow, sql: Sql = this.database.sql): Promise<Course> {
    const frozen = await this.store.frozen(attempt.bank, sql);
    return this.from(attempt, frozen, await this.store.answers(attempt.id, sql));
  }

  /** The same of what has been read already. */
  from(attempt: AttemptRow, frozen: FrozenBank, answers: AnswerRow[]): Course {
    const bank = this.banks.ready(attempt.bank, frozen);
    const last = answers.at(-1);
    return {
      attempt,
      frozen,
      bank,
      answers,
      test: takenUp(bank, { seed: attempt.seed, met: attempt.met }, markedItems(answers)),
      waiting: attempt.state === 'open' && last !== undefined && last.answer === null ? last : null,
    };
  }

  /** Asks the first question of a new attempt. */
  async begin(tx: Sql, attempt: AttemptRow, frozen: FrozenBank, now: Date): Promise<void> {
    await this.goOn(tx, this.from(attempt, frozen, []), now);
  }

  /** Takes in the answer to the question that waits, and asks the next or ends the attempt. @returns null where it goes on */
  async take(
    tx: Sql,
    course: Course,
    waiting: AnswerRow,
    item: Item,
    answer: Answer,
    now: Date,
  ): Promise<Ended | null> {
    const right = isRight(item, waiting.layout, answer);
    await this.store.answer(tx, waiting, { answer, right, answeredAt: now });
    const { attempt } = course;
    let { pending } = attempt;
    if (waiting.written && answer.kind !== 'unknown') {
      const { campId, id: attemptId } = attempt;
      const id = newId(now.getTime());
      await this.written.add(tx, { id, campId, attemptId, item, position: waiting.position, now });
      await this.proposals.onArrival(tx, campId, id);
      pending += 1;
      await this.store.change(tx, attempt.id, { pending });
    }
    const answers = course.answers.map((row) =>
      row.position === waiting.position ? { ...row, answer, right, answeredAt: now } : row,
    );
    return this.goOn(tx, this.from({ ...attempt, pending }, course.frozen, answers), now);
  }

  async end(tx: Sql, { attempt, frozen, bank, answers, test }: Course, by: EndedBy, now: Date): Promise<Ended> {
    const outcome = outcomeOf(frozen, bank, test, markedItems(answers));
    await this.store.change(tx, attempt.id, { state: 'over', finishedAt: now, endedBy: by, outcome });
    await this.tell(tx, attempt, 'over', answers);
    const { campId, memberId, track, pending } = attempt;
    const skills = Object.keys(outcome.mastery);
    await this.outbox.put(tx, SKILLS_SHOWN, { campId, memberId, track, by: 'attempt', skills });
    await this.streams.append(tx, `camp:${campId}`, 'assessment.results', { campId, track });
    if (pending > 0) {
      await this.streams.append(tx, `camp:${campId}`, 'grading.changed', {
        campId,
        pending: await this.written.waiting(campId, tx),
      });
    }
    return { by, questions: outcome.answered };
  }

  /** Counts what a transaction has ended, once it stands. */
  count(ended: Ended | null): void {
    if (ended === null) return;
    this.metrics.attemptsFinished.inc({ by: ended.by });
    this.metrics.attemptQuestions.observe(ended.questions);
  }

  private async goOn(tx: Sql, course: Course, now: Date): Promise<Ended | null> {
    const { attempt, frozen, answers, test } = course;
    const choice = test.next();
    if (choice !== null) {
      const { itemId, version } = frozen.items.find(({ id }) => id === choice.item)!;
      await this.ask(tx, course, { itemId, version, name: choice.item, written: false }, now);
      return null;
    }
    const next = writtenOf(frozen, attempt)[answers.filter(({ written }) => written).length];
    if (next !== undefined) {
      await this.ask(tx, course, { ...next, name: next.skill, written: true }, now);
      return null;
    }
    return this.end(tx, course, ENDED_BY[test.ending ?? 'exhausted'], now);
  }

  private async ask(
    tx: Sql,
    { attempt, answers }: Course,
    asked: { itemId: string; version: number; name: string; written: boolean },
    now: Date,
  ): Promise<void> {
    const position = answers.length;
    const item = await this.library.version(asked.itemId, asked.version, tx);
    const layout = layoutOf(item, attempt.seed + position);
    const { itemId, version, name, written } = asked;
    await this.store.ask(tx, { attemptId: attempt.id, position, itemId, version, name, layout, written, askedAt: now });
    await this.tell(tx, attempt, 'open', answers);
  }

  /** Other windows of the learner hear of it. */
  private async tell(
    tx: Sql,
    { id, campId, memberId }: AttemptRow,
    state: 'open' | 'over',
    answers: AnswerRow[],
  ): Promise<void> {
    const userId = (await this.roster.userIds([memberId], tx)).get(memberId);
    if (userId === undefined) return;
    const answered = answers.filter(({ answer }) => answer !== null).length;
    await this.streams.append(tx, `user:${userId}`, 'attempt.changed', { campId, attemptId: id, state, answered });
  }
}

/** The answers that measure, in their order. */
export const markedItems = (answers: readonly AnswerRow[]): MarkedItem[] =>
  answers.flatMap(({ name, right, written }) => (written || right === null ? [] : [{ id: name, right }]));

/** The written questions of an attempt, in the order they come. */
function writtenOf({ written }: FrozenBank, { seed, writtenCount }: AttemptRow): FrozenBank['written'] {
  return new Random(seed).some(written, writtenCount);
}
