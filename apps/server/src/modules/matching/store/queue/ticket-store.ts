import { Injectable } from '@nestjs/common';
import type { TicketReason, TicketState } from '@tailcamp/contracts';
import { and, asc, desc, eq, gt, inArray, notInArray, or } from 'drizzle-orm';
import { Database, type Sql } from '../../../../platform/database/index.js';
import { queueTickets } from './tables.js';

export type TicketRow = typeof queueTickets.$inferSelect;

const OPEN: TicketState[] = ['waiting', 'proposed'];

@Injectable()
export class TicketStore {
  constructor(private readonly database: Database) {}

  /** A unique key refuses a second open ticket of one member. */
  async insert(tx: Sql, ticket: Pick<TicketRow, 'id' | 'campId' | 'memberId' | 'joinedAt'>): Promise<void> {
    await tx.insert(queueTickets).values({ ...ticket, state: 'waiting' });
  }

  /** Who waits or has a proposal, longest wait first. */
  open(campId: string, sql: Sql = this.database.sql): Promise<TicketRow[]> {
    return sql
      .select()
      .from(queueTickets)
      .where(and(eq(queueTickets.campId, campId), inArray(queueTickets.state, OPEN)))
      .orderBy(asc(queueTickets.joinedAt), asc(queueTickets.id));
  }

  /** As `open`, each held until the end of the transaction. */
  async lockOpen(tx: Sql, campId: string): Promise<TicketRow[]> {
    return tx
      .select()
      .from(queueTickets)
      .where(and(eq(queueTickets.campId, campId), inArray(queueTickets.state, OPEN)))
      .orderBy(asc(queueTickets.joinedAt), asc(queueTickets.id))
      .for('update');
  }

  /** The open ticket of a member, else the one that ended last. */
  async newest(memberId: string, sql: Sql = this.database.sql): Promise<TicketRow | null> {
    const rows = await sql
      .select()
      .from(queueTickets)
      .where(eq(queueTickets.memberId, memberId))
      .orderBy(desc(queueTickets.id));
    return rows.find(({ state }) => OPEN.includes(state)) ?? rows[0] ?? null;
  }

  ended(campId: string, limit: number): Promise<TicketRow[]> {
    return this.database.sql
      .select()
      .from(queueTickets)
      .where(and(eq(queueTickets.campId, campId), notInArray(queueTickets.state, OPEN)))
      .orderBy(desc(queueTickets.endedAt))
      .limit(limit);
  }

  /** Everybody who was in the queue at some time after `at`. */
  since(campId: string, at: Date): Promise<TicketRow[]> {
    const then = or(inArray(queueTickets.state, OPEN), gt(queueTickets.endedAt, at));
    return this.database.sql
      .select()
      .from(queueTickets)
      .where(and(eq(queueTickets.campId, campId), then));
  }

  async propose(tx: Sql, ids: readonly string[], proposalId: string): Promise<void> {
    await this.change(tx, ids, { state: 'proposed', proposalId, accepted: false });
  }

  async accept(tx: Sql, id: string): Promise<void> {
    await this.change(tx, [id], { accepted: true });
  }

  /** Back to waiting; `joinedAt` stays. */
  async release(tx: Sql, ids: readonly string[]): Promise<void> {
    await this.change(tx, ids, { state: 'waiting', proposalId: null, accepted: false });
  }

  async end(
    tx: Sql,
    ids: readonly string[],
    state: 'grouped' | 'left' | 'expired' | 'unplaced',
    end: { reason: TicketReason | null; groupId: string | null; endedAt: Date },
  ): Promise<void> {
    await this.change(tx, ids, { state, proposalId: null, accepted: false, ...end });
  }

  async setLevel(tx: Sql, id: string, level: number): Promise<void> {
    await this.change(tx, [id], { level });
  }

  async removeCamp(tx: Sql, campId: string): Promise<void> {
    await tx.delete(queueTickets).where(eq(queueTickets.campId, campId));
  }

  private async change(tx: Sql, ids: readonly string[], values: Partial<TicketRow>): Promise<void> {
    if (ids.length === 0) return;
    await tx
      .update(queueTickets)
      .set(values)
      .where(inArray(queueTickets.id, [...ids]));
  }
}
