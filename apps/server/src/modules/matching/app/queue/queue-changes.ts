import { Injectable } from '@nestjs/common';
import type { TicketReason } from '@tailcamp/contracts';
import { Clock } from '../../../../kernel/clock.js';
import { newId } from '../../../../kernel/id.js';
import type { Sql } from '../../../../platform/database/index.js';
import { Queue } from '../../../../platform/queue/index.js';
import { Streams } from '../../../../platform/streams/index.js';
import { Roster } from '../../../camps/index.js';
import { FormGroups, StandingGroups } from '../../../groups/index.js';
import type { ProposalGrounds } from '../../domain/queue/proposal.js';
import { ProposalStore } from '../../store/queue/proposal-store.js';
import { type QueueRow, QueueStore } from '../../store/queue/queue-store.js';
import { type TicketRow, TicketStore } from '../../store/queue/ticket-store.js';
import { LOOK_AT_QUEUE } from '../jobs.js';

type End = 'grouped' | 'left' | 'expired' | 'unplaced';
export type Ticket = Pick<TicketRow, 'id' | 'memberId' | 'proposalId'>;

/**
 * What can become of tickets, each change told in its transaction: to the student by their own stream, to the camp in
 * numbers. The caller holds the queue (`lock`), so that one change of a camp's queue is made at a time.
 */
@Injectable()
export class QueueChanges {
  constructor(
    private readonly clock: Clock,
    private readonly queue: Queue,
    private readonly streams: Streams,
    private readonly roster: Roster,
    private readonly formGroups: FormGroups,
    private readonly standing: StandingGroups,
    private readonly queues: QueueStore,
    private readonly tickets: TicketStore,
    private readonly proposals: ProposalStore,
  ) {}

  lock(tx: Sql, campId: string): Promise<QueueRow> {
    return this.queues.lock(tx, campId);
  }

  async join(tx: Sql, campId: string, memberId: string): Promise<void> {
    const id = newId();
    await this.tickets.insert(tx, { id, campId, memberId, joinedAt: this.clock.now() });
    await this.tell(tx, campId, [{ id, memberId, proposalId: null }], 'waiting');
    await this.wake(tx, campId);
  }

  async end(
    tx: Sql,
    campId: string,
    tickets: readonly Ticket[],
    state: End,
    because: { reason?: TicketReason; groupId?: string } = {},
  ): Promise<void> {
    const ids = tickets.map(({ id }) => id);
    const { reason = null, groupId = null } = because;
    await this.tickets.end(tx, ids, state, { reason, groupId, endedAt: this.clock.now() });
    await this.tell(tx, campId, tickets, state);
  }

  /** Ends tickets that may have a proposal; with it, the proposal is over for the others, who wait on as long as they have. */
  async withdraw(
    tx: Sql,
    campId: string,
    leaving: readonly Ticket[],
    state: End,
    because: { reason?: TicketReason; groupId?: string } = {},
  ): Promise<void> {
    const over = new Set(leaving.flatMap(({ proposalId }) => proposalId ?? []));
    await this.end(tx, campId, leaving, state, because);
    const open = await this.tickets.open(campId, tx);
    for (const proposalId of over) {
      const others = open.filter((ticket) => ticket.proposalId === proposalId);
      await this.release(tx, campId, proposalId, others);
    }
    await this.wake(tx, campId);
  }

  /** A proposal came to nothing: these wait on, and their waiting time counts from where it began. */
  async release(tx: Sql, campId: string, proposalId: string, tickets: readonly Ticket[]): Promise<void> {
    await this.proposals.remove(tx, proposalId);
    await this.tickets.release(
      tx,
      tickets.map(({ id }) => id),
    );
    await this.tell(tx, campId, tickets, 'waiting');
  }

  async propose(
    tx: Sql,
    campId: string,
    proposal: { level: number; grounds: ProposalGrounds; expiresAt: Date },
    tickets: readonly Ticket[],
  ): Promise<void> {
    const id = newId();
    await this.proposals.insert(tx, { ...proposal, id, campId, createdAt: this.clock.now() });
    await this.tickets.propose(
      tx,
      tickets.map((ticket) => ticket.id),
      id,
    );
    await this.tell(tx, campId, tickets, 'proposed');
  }

  /** Makes a group of these tickets, beside the groups that stand. Its members are in none: see `placedAlready`. */
  async group(tx: Sql, campId: string, grounds: ProposalGrounds, tickets: readonly Ticket[]): Promise<void> {
    const [groupId] = await this.formGroups.add(tx, campId, [grounds]);
    if (groupId === undefined) throw new Error('A group of the queue has members');
    for (const proposalId of new Set(tickets.flatMap((ticket) => ticket.proposalId ?? []))) {
      await this.proposals.remove(tx, proposalId);
    }
    await this.end(tx, campId, tickets, 'grouped', { groupId });
  }

  /** Ends the tickets of those who came into a group by another way. @returns whether there were any */
  async placedAlready(tx: Sql, campId: string, tickets: readonly Ticket[]): Promise<boolean> {
    const groups = await this.standing.of(
      tickets.map(({ memberId }) => memberId),
      tx,
    );
    for (const ticket of tickets) {
      const group = groups.get(ticket.memberId);
      if (group !== undefined) await this.withdraw(tx, campId, [ticket], 'grouped', { groupId: group.id });
    }
    return groups.size > 0;
  }

  /** Something changed that may let groups form: a job of its own will look, unless another look has seen it by then. */
  async wake(tx: Sql, campId: string): Promise<void> {
    const change = await this.queues.countChange(tx, campId);
    await this.queue.add(tx, LOOK_AT_QUEUE, { campId, change }, { key: `${campId}#${change}` });
  }

  private async tell(
    tx: Sql,
    campId: string,
    tickets: readonly Ticket[],
    state: 'waiting' | 'proposed' | End,
  ): Promise<void> {
    if (tickets.length === 0) return;
    const accounts = await this.roster.userIds(
      tickets.map(({ memberId }) => memberId),
      tx,
    );
    for (const { id: ticketId, memberId } of tickets) {
      const userId = accounts.get(memberId);
      if (userId !== undefined) {
        await this.streams.append(tx, `user:${userId}`, 'ticket.changed', { campId, ticketId, state });
      }
    }
    const open = await this.tickets.open(campId, tx);
    const waiting = open.filter((ticket) => ticket.state === 'waiting').length;
    const counts = { campId, waiting, proposed: open.length - waiting };
    await this.streams.append(tx, `camp:${campId}`, 'queue.changed', counts);
  }
}
