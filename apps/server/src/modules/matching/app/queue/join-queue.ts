import { Injectable } from '@nestjs/common';
import type { MyQueue, ParsedInputOf, queue } from '@tailcamp/contracts';
import type { Actor } from '../../../../kernel/actor.js';
import { AppError } from '../../../../kernel/app-error.js';
import { Database } from '../../../../platform/database/index.js';
import { StandingGroups } from '../../../groups/index.js';
import { TicketStore } from '../../store/queue/ticket-store.js';
import { GetMyQueue } from './my-queue.js';
import { QueueChanges } from './queue-changes.js';

/** Takes a ticket. Asked twice, it is the same ticket. */
@Injectable()
export class JoinQueue {
  constructor(
    private readonly database: Database,
    private readonly groups: StandingGroups,
    private readonly tickets: TicketStore,
    private readonly changes: QueueChanges,
    private readonly mine: GetMyQueue,
  ) {}

  async run(actor: Actor, { campId }: ParsedInputOf<typeof queue.join>): Promise<MyQueue> {
    const { memberId } = await this.mine.self(actor, campId);
    await this.database.transaction(async (tx) => {
      const { settings } = await this.changes.lock(tx, campId);
      if (settings?.mode !== 'continuous') {
        throw new AppError('conflict', { detail: 'This camp matches in rounds; there is no queue to join.' });
      }
      if ((await this.groups.of([memberId], tx)).size > 0) {
        throw new AppError('conflict', { detail: 'You are in a group already.' });
      }
      const newest = await this.tickets.newest(memberId, tx);
      if (newest === null || newest.endedAt !== null) await this.changes.join(tx, campId, memberId);
    });
    return this.mine.run(actor, { campId });
  }
}
