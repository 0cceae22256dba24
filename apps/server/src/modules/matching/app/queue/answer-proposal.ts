import { Injectable } from '@nestjs/common';
import type { MyQueue, ParsedInputOf, queue } from '@tailcamp/contracts';
import type { Actor } from '../../../../kernel/actor.js';
import { AppError, notFound } from '../../../../kernel/app-error.js';
import { Clock } from '../../../../kernel/clock.js';
import { Database, type Sql } from '../../../../platform/database/index.js';
import { type StreamName, Streams } from '../../../../platform/streams/index.js';
import { Roster } from '../../../camps/index.js';
import { isAccepted } from '../../domain/queue/proposal.js';
import { type ProposalRow, ProposalStore } from '../../store/queue/proposal-store.js';
import { type TicketRow, TicketStore } from '../../store/queue/ticket-store.js';
import { GetMyQueue } from './my-queue.js';
import { QueueChanges } from './queue-changes.js';

/**
 * Accepts or declines. The last to accept makes the group; who declines leaves the queue, and the others wait on with the
 * time that they have waited.
 */
@Injectable()
export class AnswerProposal {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly streams: Streams,
    private readonly roster: Roster,
    private readonly tickets: TicketStore,
    private readonly proposals: ProposalStore,
    private readonly changes: QueueChanges,
    private readonly mine: GetMyQueue,
  ) {}

  async run(actor: Actor, input: ParsedInputOf<typeof queue.answer>): Promise<MyQueue> {
    const { campId, proposalId, answer } = input;
    const { memberId } = await this.mine.self(actor, campId);
    await this.database.transaction(async (tx) => {
      await this.changes.lock(tx, campId);
      const open = await this.tickets.lockOpen(tx, campId);
      const own = open.find((ticket) => ticket.memberId === memberId && ticket.proposalId === proposalId);
      const proposal = own === undefined ? null : await this.proposals.find(proposalId, tx);
      if (own === undefined || proposal === null) throw notFound('A proposal for you');
      if (proposal.expiresAt <= this.clock.now()) {
        throw new AppError('conflict', { detail: 'The time to answer is over.' });
      }
      const asked = open.filter((ticket) => ticket.proposalId === proposalId);
      if (answer === 'decline') await this.changes.withdraw(tx, campId, [own], 'left', { reason: 'declined' });
      else await this.accept(tx, proposal, own, asked);
    });
    return this.mine.run(actor, { campId });
  }

  private async accept(tx: Sql, proposal: ProposalRow, own: TicketRow, asked: TicketRow[]): Promise<void> {
    const { id: proposalId, campId, grounds } = proposal;
    if (own.accepted) return;
    await this.tickets.accept(tx, own.id);
    const accounts = await this.roster.userIds(
      asked.map(({ memberId }) => memberId),
      tx,
    );
    const answerers = asked.map(({ id, accepted, memberId }) => ({
      id,
      accepted: accepted || id === own.id,
      canAnswer: accounts.has(memberId),
    }));
    const accepted = answerers.filter((answerer) => answerer.accepted).length;
    const shownIn: StreamName[] = [`camp:${campId}`];
    for (const userId of accounts.values()) shownIn.push(`user:${userId}`);
    for (const stream of shownIn) {
      await this.streams.append(tx, stream, 'proposal.changed', { campId, proposalId, accepted });
    }
    if (!isAccepted(answerers)) return;
    // Somebody may have come into a group by another way; then the others wait on.
    if (await this.changes.placedAlready(tx, campId, asked)) return;
    await this.changes.group(tx, campId, grounds, asked);
  }
}
