import { Injectable } from '@nestjs/common';
import type { MyQueue, ParsedInputOf, queue } from '@tailcamp/contracts';
import type { Actor } from '../../../../kernel/actor.js';
import { Database } from '../../../../platform/database/index.js';
import { TicketStore } from '../../store/queue/ticket-store.js';
import { GetMyQueue } from './my-queue.js';
import { QueueChanges } from './queue-changes.js';

/** Gives the ticket back; who has none has left. */
@Injectable()
export class LeaveQueue {
  constructor(
    private readonly database: Database,
    private readonly tickets: TicketStore,
    private readonly changes: QueueChanges,
    private readonly mine: GetMyQueue,
  ) {}

  async run(actor: Actor, { campId }: ParsedInputOf<typeof queue.leave>): Promise<MyQueue> {
    const { memberId } = await this.mine.self(actor, campId);
    await this.database.transaction(async (tx) => {
      await this.changes.lock(tx, campId);
      const ticket = await this.tickets.newest(memberId, tx);
      if (ticket?.endedAt === null) await this.changes.withdraw(tx, campId, [ticket], 'left');
    });
    return this.mine.run(actor, { campId });
  }
}
