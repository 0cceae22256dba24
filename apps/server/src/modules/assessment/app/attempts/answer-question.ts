import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { Attempt, assessment, ParsedInputOf } from '@tailcamp/contracts';
import type { Actor } from '../../../../kernel/actor.js';
import { AppError } from '../../../../kernel/app-error.js';
import { Clock } from '../../../../kernel/clock.js';
import { Database, type Sql } from '../../../../platform/database/index.js';
import { Metrics } from '../../../../platform/telemetry/index.js';
import { misfitOf } from '../../domain/attempt/question-layout.js';
import { type AttemptRow, AttemptStore } from '../../store/attempts/attempt-store.js';
import { LibraryStore } from '../../store/library/library-store.js';
import { AttemptAccess } from './attempt-access.js';
import { AttemptCourse, type Ended } from './attempt-course.js';
import { AttemptView } from './attempt-view.js';

type Given = ParsedInputOf<typeof assessment.answer>;

interface Taken {
  late: boolean;
  ended: Ended | null;
}

/** What was on its way when time was up still counts. */
const GRACE_MS = 3000;

/**
 * Takes the answer to the question that waits. The first answer to a position counts; the same one again, as after a
 * connection that broke, changes nothing.
 */
@Injectable()
export class AnswerQuestion {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly access: AttemptAccess,
    private readonly store: AttemptStore,
    private readonly library: LibraryStore,
    private readonly course: AttemptCourse,
    private readonly view: AttemptView,
    private readonly metrics: Metrics,
  ) {}

  async run(actor: Actor, given: Given): Promise<Attempt> {
    const { attempt, standing } = await this.access.mine(actor, given.attemptId);
    const measure = this.metrics.attemptStep.startTimer();
    const { ended, late } = await this.database.transaction((tx) => this.take(tx, attempt, given));
    this.course.count(ended);
    if (late) throw new AppError('conflict', { detail: 'Time is up; this answer came too late.' });
    const now = await this.store.find(attempt.id);
    const view = await this.view.of(actor, now ?? attempt, standing.camp.name);
    measure();
    return view;
  }

  /** @returns whether time was up, and how the attempt came to its end, if it did */
  private async take(tx: Sql, { id }: AttemptRow, { position, version, answer }: Given): Promise<Taken> {
    const attempt = await this.store.lock(tx, id);
    if (attempt === null) throw new AppError('not_found');
    const course = await this.course.of(attempt, tx);
    const asked = course.answers.find((row) => row.position === position);
    if (asked?.answer != null) {
      if (isDeepStrictEqual(asked.answer, answer)) return { late: false, ended: null };
      throw new AppError('conflict', { detail: 'This question has been answered already.' });
    }
    const { waiting } = course;
    if (waiting === null || asked === undefined) {
      throw new AppError('conflict', { detail: 'This is not the question that waits for an answer.' });
    }
    const now = this.clock.now();
    if (attempt.endsAt !== null && now.getTime() > attempt.endsAt.getTime() + GRACE_MS) {
      return { late: true, ended: await this.course.end(tx, course, 'time', now) };
    }
    if (waiting.version !== version) throw new AppError('conflict', { detail: 'The question has another version.' });
    const item = await this.library.version(waiting.itemId, version, tx);
    const misfit = misfitOf(item, answer);
    if (misfit !== null) throw new AppError('invalid_input', { fields: [{ field: 'answer', message: misfit }] });
    return { late: false, ended: await this.course.take(tx, course, waiting, item, answer, now) };
  }
}
