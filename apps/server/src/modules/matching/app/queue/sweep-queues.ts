import { Injectable } from '@nestjs/common';
import { Clock } from '../../../../kernel/clock.js';
import { Database } from '../../../../platform/database/index.js';
import { QueueStore } from '../../store/queue/queue-store.js';
import { QueueChanges } from './queue-changes.js';

/** Longer than a look takes, so that a queue that is being looked at is left alone. */
const GRACE_MS = 60_000;

/** Looks again where a job was lost, as a dead letter is, or came too early by a clock that differs. */
@Injectable()
export class SweepQueues {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly queues: QueueStore,
    private readonly changes: QueueChanges,
  ) {}

  async run(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - GRACE_MS);
    for (const campId of await this.queues.overdue(before)) {
      await this.database.transaction(async (tx) => {
        await this.changes.lock(tx, campId);
        await this.changes.wake(tx, campId);
      });
    }
  }
}
