import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { Attempt, assessment, ParsedInputOf } from '@tailcamp/contracts';
import type { Actor } from '../../../../kernel/actor.js';
import { AppError } from '../../../../kernel/app-error.js';
import { Clock } from '../../../../kernel/clock.js';
import { Database, type Sql } from '../../../../platform/database/index.js';
import { misfitOf } from '../../domain/attempt/question-layout.js';
import { type AttemptRow, AttemptStore } from '../../store/attempts/attempt-store.js';
import { LibraryStore } from '../../store/library/library-store.js';
import { AttemptAccess } from './attempt-access.js';
import { AttemptCourse } from './attempt-course.js';
import { AttemptView } from './attempt-view.js';

type Given = ParsedInputOf<typeof assessment.answer>;

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
  ) {}

  async run(actor: Actor, given: Given): Promise<Attempt> {
    const { attempt, standing } = await this.access.mine(actor, given.attemptId);
    const late = await this.database.transaction((tx) => this.take(tx, attempt, given));
    if (late) throw new AppError('conflict', { detail: 'Time is up; this answer came too late.' });
    const now = await this.store.find(attempt.id);
    return this.view.of(actor, now ?? attempt, standing.camp.name);
  }

  /** @returns whether time was up */
  private async take(tx: Sql, { id }: AttemptRow, { position, version, answer }: Given): Promise<boolean> {
    const attempt = await this.store.lock(tx, id);
    if (attempt === null) throw new AppError('not_found');
    const course = await this.course.of(attempt, tx);
    const asked = course.answers.find((row) => row.position === position);
    if (asked?.answer != null) {
      if (isDeepStrictEqual(asked.answer, answer)) return false;
      throw new AppError('conflict', { detail: 'This question has been answered already.' });
    }
    const { waiting } = course;
    if (waiting === null || asked === undefined) {
      throw new AppError('conflict', { detail: 'This is not the question that waits for an answer.' });
    }
    const now = this.clock.now();
    if (attempt.endsAt !== null && now.getTime() > attempt.endsAt.getTime() + GRACE_MS) {
      await this.course.end(tx, course, 'time', now);
      return true;
    }
    if (waiting.version !== version) throw new AppError('conflict', { detail: 'The question has another version.' });
    const item = await this.library.version(waiting.itemId, version, tx);
    const misfit = misfitOf(item, answer);
    if (misfit !== null) throw new AppError('invalid_input', { fields: [{ field: 'answer', message: misfit }] });
    await this.course.take(tx, course, waiting, item, answer, now);
    return false;
  }
}
