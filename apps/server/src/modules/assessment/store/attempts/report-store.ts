import { Injectable } from '@nestjs/common';
import { and, asc, eq, inArray, isNull, sql as raw } from 'drizzle-orm';
import { Cipher } from '../../../../platform/cipher/index.js';
import { Database, type Sql } from '../../../../platform/database/index.js';
import { itemReports } from './tables.js';

export interface Report {
  id: string;
  campId: string;
  itemId: string;
  version: number;
  attemptId: string;
  position: number;
  text: string;
  at: Date;
}

/** Faults that learners reported in questions. */
@Injectable()
export class ReportStore {
  constructor(
    private readonly database: Database,
    private readonly cipher: Cipher,
  ) {}

  /** One of the same question in the same attempt takes the place of the one before, and is open again. */
  async put(tx: Sql, { text, ...report }: Report): Promise<void> {
    const sealed = this.cipher.seal(
      { column: 'item_reports.text', row: `${report.attemptId}:${report.position}` },
      text,
    );
    await tx
      .insert(itemReports)
      .values({ ...report, text: sealed })
      .onConflictDoUpdate({
        target: [itemReports.attemptId, itemReports.position],
        set: { text: sealed, at: report.at, resolvedAt: raw`null` },
      });
  }

  async has(attemptId: string, position: number): Promise<boolean> {
    const of = and(eq(itemReports.attemptId, attemptId), eq(itemReports.position, position));
    return (await this.database.sql.select({ id: itemReports.id }).from(itemReports).where(of)).length > 0;
  }

  /** Those of a camp about these questions that nobody has resolved, oldest first. */
  async open(campId: string, itemIds: readonly string[]): Promise<Report[]> {
    const rows = await this.database.sql
      .select()
      .from(itemReports)
      .where(
        and(eq(itemReports.campId, campId), isNull(itemReports.resolvedAt), inArray(itemReports.itemId, [...itemIds])),
      )
      .orderBy(asc(itemReports.at));
    return rows.map(({ resolvedAt: _, ...row }) => {
      const place = { column: 'item_reports.text', row: `${row.attemptId}:${row.position}` };
      return { ...row, text: this.cipher.open(place, row.text) };
    });
  }

  /** @returns whether the camp has such a report about one of these questions */
  async resolve(tx: Sql, campId: string, itemIds: readonly string[], id: string, now: Date): Promise<boolean> {
    const about = inArray(itemReports.itemId, [...itemIds]);
    const of = and(eq(itemReports.campId, campId), eq(itemReports.id, id), about);
    const rows = await tx.update(itemReports).set({ resolvedAt: now }).where(of).returning({ id: itemReports.id });
    return rows.length === 1;
  }
}
