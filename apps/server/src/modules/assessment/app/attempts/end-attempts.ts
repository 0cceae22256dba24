import { Injectable } from '@nestjs/common';
import { Clock } from '../../../../kernel/clock.js';
import { Database } from '../../../../platform/database/index.js';
import { type AttemptRow, AttemptStore } from '../../store/attempts/attempt-store.js';
import { AttemptCourse } from './attempt-course.js';

/** Ends attempts whose time is up, whether or not their learners look. */
@Injectable()
export class EndAttempts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly store: AttemptStore,
    private readonly course: AttemptCourse,
  ) {}

  async run(): Promise<void> {
    for (const id of await this.store.pastTheirTime(this.clock.now())) await this.end(id);
  }

  /** @returns whether its time was up */
  async endIfPast({ id, state, endsAt }: AttemptRow): Promise<boolean> {
    if (state !== 'open' || endsAt === null || endsAt > this.clock.now()) return false;
    await this.end(id);
    return true;
  }

  private async end(id: string): Promise<void> {
    const ended = await this.database.transaction(async (tx) => {
      const attempt = await this.store.lock(tx, id);
      const now = this.clock.now();
      if (attempt?.state !== 'open' || attempt.endsAt === null || attempt.endsAt > now) return null;
      return this.course.end(tx, await this.course.of(attempt, tx), 'time', now);
    });
    this.course.count(ended);
  }
}
