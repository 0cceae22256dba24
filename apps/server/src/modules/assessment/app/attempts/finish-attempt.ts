import { Injectable } from '@nestjs/common';
import type { Attempt, assessment, ParsedInputOf } from '@tailcamp/contracts';
import type { Actor } from '../../../../kernel/actor.js';
import { Clock } from '../../../../kernel/clock.js';
import { Database } from '../../../../platform/database/index.js';
import { AttemptStore } from '../../store/attempts/attempt-store.js';
import { AttemptAccess } from './attempt-access.js';
import { AttemptCourse } from './attempt-course.js';
import { AttemptView } from './attempt-view.js';

/** Ends an attempt where it is. One that is over stays as it ended. */
@Injectable()
export class FinishAttempt {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly access: AttemptAccess,
    private readonly store: AttemptStore,
    private readonly course: AttemptCourse,
    private readonly view: AttemptView,
  ) {}

  async run(actor: Actor, { attemptId }: ParsedInputOf<typeof assessment.finish>): Promise<Attempt> {
    const { attempt, standing } = await this.access.mine(actor, attemptId);
    const ended = await this.database.transaction(async (tx) => {
      const now = await this.store.lock(tx, attempt.id);
      if (now?.state !== 'open') return null;
      return this.course.end(tx, await this.course.of(now, tx), 'learner', this.clock.now());
    });
    this.course.count(ended);
    const over = await this.store.find(attempt.id);
    return this.view.of(actor, over ?? attempt, standing.camp.name);
  }
}
