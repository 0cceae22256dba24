import { Injectable } from '@nestjs/common';
import type { Mute, Report, ReportOutcome } from '@tailcamp/contracts';
import { and, asc, count, desc, eq, gt, inArray, isNotNull, isNull, lt, or } from 'drizzle-orm';
import { Database, type Sql } from '../../../platform/database/index.js';
import { chatBlocks, chatMutes, chatReports } from './tables.js';

export type ReportRow = typeof chatReports.$inferSelect;

/** Who is muted, who has blocked whom, and what was reported. */
@Injectable()
export class ModerationStore {
  constructor(private readonly database: Database) {}

  /** Null for who may send. */
  async mutedUntil(memberId: string, now: Date): Promise<Date | null> {
    const [row] = await this.database.sql
      .select({ until: chatMutes.until })
      .from(chatMutes)
      .where(and(eq(chatMutes.memberId, memberId), gt(chatMutes.until, now)));
    return row?.until ?? null;
  }

  async mutes(campId: string, now: Date): Promise<Mute[]> {
    const rows = await this.database.sql
      .select()
      .from(chatMutes)
      .where(and(eq(chatMutes.campId, campId), gt(chatMutes.until, now)))
      .orderBy(asc(chatMutes.until));
    return rows.map(({ memberId, until, reason, since }) => ({
      memberId,
      until: until.toISOString(),
      reason,
      since: since.toISOString(),
    }));
  }

  async mute(tx: Sql, mute: typeof chatMutes.$inferInsert): Promise<void> {
    const { until, reason, since, mutedBy } = mute;
    await tx
      .insert(chatMutes)
      .values(mute)
      .onConflictDoUpdate({ target: chatMutes.memberId, set: { until, reason, since, mutedBy } });
  }

  async unmute(tx: Sql, memberId: string): Promise<boolean> {
    const gone = await tx
      .delete(chatMutes)
      .where(eq(chatMutes.memberId, memberId))
      .returning({ id: chatMutes.memberId });
    return gone.length > 0;
  }

  /** Whom a member has blocked, by id. */
  async blockedBy(memberId: string, sql: Sql = this.database.sql): Promise<string[]> {
    const rows = await sql
      .select({ id: chatBlocks.blockedId })
      .from(chatBlocks)
      .where(eq(chatBlocks.memberId, memberId))
      .orderBy(asc(chatBlocks.blockedId));
    return rows.map(({ id }) => id);
  }

  async blocks(memberId: string, blockedId: string, sql: Sql): Promise<boolean> {
    const [row] = await sql
      .select({ id: chatBlocks.blockedId })
      .from(chatBlocks)
      .where(and(eq(chatBlocks.memberId, memberId), eq(chatBlocks.blockedId, blockedId)));
    return row !== undefined;
  }

  /** @returns whether anything changed */
  async block(tx: Sql, campId: string, memberId: string, blockedId: string, blocked: boolean): Promise<boolean> {
    const row = { campId, memberId, blockedId };
    const changed = blocked
      ? await tx.insert(chatBlocks).values(row).onConflictDoNothing().returning({ id: chatBlocks.blockedId })
      : await tx
          .delete(chatBlocks)
          .where(and(eq(chatBlocks.memberId, memberId), eq(chatBlocks.blockedId, blockedId)))
          .returning({ id: chatBlocks.blockedId });
    return changed.length > 0;
  }

  /** @returns whether it is a new one */
  async report(tx: Sql, report: typeof chatReports.$inferInsert): Promise<boolean> {
    const made = await tx.insert(chatReports).values(report).onConflictDoNothing().returning({ id: chatReports.id });
    return made.length > 0;
  }

  async openReports(campId: string, sql: Sql = this.database.sql): Promise<number> {
    const [row] = await sql
      .select({ open: count() })
      .from(chatReports)
      .where(and(eq(chatReports.campId, campId), isNull(chatReports.outcome)));
    return row?.open ?? 0;
  }

  async reported(messageId: string): Promise<boolean> {
    const [row] = await this.database.sql
      .select({ id: chatReports.id })
      .from(chatReports)
      .where(and(eq(chatReports.messageId, messageId), isNull(chatReports.outcome)))
      .limit(1);
    return row !== undefined;
  }

  /** The oldest open first, or the newest closed first. */
  reports(campId: string, open: boolean, after: string | undefined, limit: number): Promise<ReportRow[]> {
    const beyond = after === undefined ? undefined : (open ? gt : lt)(chatReports.id, after);
    return this.database.sql
      .select()
      .from(chatReports)
      .where(and(eq(chatReports.campId, campId), (open ? isNull : isNotNull)(chatReports.outcome), beyond))
      .orderBy((open ? asc : desc)(chatReports.id))
      .limit(limit);
  }

  async findReport(campId: string, id: string): Promise<ReportRow | null> {
    const [row] = await this.database.sql
      .select()
      .from(chatReports)
      .where(and(eq(chatReports.campId, campId), eq(chatReports.id, id)));
    return row ?? null;
  }

  /** All open ones of a message; what was reported is not kept any longer. @returns the closed ones */
  async close(
    tx: Sql,
    messageId: string,
    closing: { outcome: ReportOutcome; closedAt: Date; closedBy: string | null },
  ): Promise<ReportRow[]> {
    return tx
      .update(chatReports)
      .set({ ...closing, text: '' })
      .where(and(eq(chatReports.messageId, messageId), isNull(chatReports.outcome)))
      .returning();
  }

  /** What these said is not kept for staff either. */
  async forgetReported(tx: Sql, messageIds: readonly string[]): Promise<void> {
    await tx
      .update(chatReports)
      .set({ text: '' })
      .where(inArray(chatReports.messageId, [...messageIds]));
  }

  async removeMember(tx: Sql, memberId: string): Promise<void> {
    await tx.delete(chatBlocks).where(or(eq(chatBlocks.memberId, memberId), eq(chatBlocks.blockedId, memberId)));
    await tx.delete(chatMutes).where(eq(chatMutes.memberId, memberId));
  }

  async removeCamp(tx: Sql, campId: string): Promise<void> {
    for (const table of [chatBlocks, chatMutes, chatReports])
      await tx.delete(table).where(inArray(table.campId, [campId]));
  }
}

export const reportOf = (row: ReportRow): Report => {
  const { id, channelId, messageId, authorId, text, reporterId, reason, createdAt, outcome, closedAt } = row;
  return {
    id,
    channelId,
    messageId,
    authorId,
    text,
    reporterId,
    reason,
    createdAt: createdAt.toISOString(),
    outcome,
    closedAt: closedAt?.toISOString() ?? null,
  };
};
