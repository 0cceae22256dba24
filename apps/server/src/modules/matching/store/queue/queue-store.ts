import { Injectable } from '@nestjs/common';
import type { QueueSettings } from '@tailcamp/contracts';
import { and, eq, gt, isNotNull, lt, or, sql as raw } from 'drizzle-orm';
import { Database, type Sql } from '../../../../platform/database/index.js';
import { queues } from './tables.js';

export type QueueRow = typeof queues.$inferSelect;

@Injectable()
export class QueueStore {
  constructor(private readonly database: Database) {}

  async find(campId: string, sql: Sql = this.database.sql): Promise<QueueRow | null> {
    const [row] = await sql.select().from(queues).where(eq(queues.campId, campId));
    return row ?? null;
  }

  /** The queue of a camp, held until the end of the transaction: one change of it at a time. */
  async lock(tx: Sql, campId: string): Promise<QueueRow> {
    await tx.insert(queues).values({ campId }).onConflictDoNothing();
    const [row] = await tx.select().from(queues).where(eq(queues.campId, campId)).for('update');
    if (row === undefined) throw new Error(`The queue of ${campId} was not written`);
    return row;
  }

  async save(tx: Sql, campId: string, settings: QueueSettings, version: number): Promise<void> {
    await tx.update(queues).set({ settings, version }).where(eq(queues.campId, campId));
  }

  /** @returns the number of the change */
  async countChange(tx: Sql, campId: string): Promise<number> {
    const [row] = await tx
      .update(queues)
      .set({ changes: raw`${queues.changes} + 1` })
      .where(eq(queues.campId, campId))
      .returning({ changes: queues.changes });
    return row?.changes ?? 0;
  }

  async looked(
    tx: Sql,
    campId: string,
    seen: { looked: number; nextAt: Date | null; problem: string | null },
  ): Promise<void> {
    await tx.update(queues).set(seen).where(eq(queues.campId, campId));
  }

  /** Camps whose queue should have been looked at before `at`: the jobs that were to do it are lost. */
  async overdue(at: Date): Promise<string[]> {
    const due = or(gt(queues.changes, queues.looked), and(isNotNull(queues.nextAt), lt(queues.nextAt, at)));
    const rows = await this.database.sql.select({ campId: queues.campId }).from(queues).where(due);
    return rows.map(({ campId }) => campId);
  }

  async removeCamp(tx: Sql, campId: string): Promise<void> {
    await tx.delete(queues).where(eq(queues.campId, campId));
  }
}
