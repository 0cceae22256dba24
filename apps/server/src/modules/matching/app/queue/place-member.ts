import { Injectable } from '@nestjs/common';
import type { ParsedInputOf, Queue, queue } from '@tailcamp/contracts';
import type { Actor } from '../../../../kernel/actor.js';
import { AppError, notFound } from '../../../../kernel/app-error.js';
import { Database } from '../../../../platform/database/index.js';
import { CampAccess, Roster } from '../../../camps/index.js';
import { StandingGroups } from '../../../groups/index.js';
import { TicketStore } from '../../store/queue/ticket-store.js';
import { GetQueue } from './get-queue.js';
import { Placing } from './placing.js';
import { QueueChanges } from './queue-changes.js';

/** Staff place a student who is in no group: into one that stands, whose rules it keeps, or into the queue. */
@Injectable()
export class PlaceMember {
  constructor(
    private readonly database: Database,
    private readonly access: CampAccess,
    private readonly roster: Roster,
    private readonly groups: StandingGroups,
    private readonly tickets: TicketStore,
    private readonly placing: Placing,
    private readonly changes: QueueChanges,
    private readonly getQueue: GetQueue,
  ) {}

  async run(actor: Actor, { campId, memberId, to }: ParsedInputOf<typeof queue.place>): Promise<Queue> {
    await this.access.require(actor, campId, 'camp.match');
    const member = (await this.roster.members(campId)).find(({ id }) => id === memberId);
    if (member?.role !== 'student') throw notFound('The student');
    const place = to === 'queue' ? null : await this.placing.check(campId, to, memberId);
    await this.database.transaction(async (tx) => {
      const { settings } = await this.changes.lock(tx, campId);
      if ((await this.groups.of([memberId], tx)).size > 0) {
        throw new AppError('conflict', { detail: 'They are in a group already.' });
      }
      const newest = await this.tickets.newest(memberId, tx);
      const open = newest?.endedAt === null ? newest : null;
      if (place !== null) {
        await this.placing.make(tx, place);
        if (open !== null) await this.changes.withdraw(tx, campId, [open], 'grouped', { groupId: place.group.id });
      } else if (settings?.mode !== 'continuous') {
        throw new AppError('conflict', { detail: 'This camp matches in rounds; there is no queue.' });
      } else if (open === null) await this.changes.join(tx, campId, memberId);
    });
    return this.getQueue.run(actor, { campId });
  }
}
