import { Injectable } from '@nestjs/common';
import { type BoardColumn, byRank, type Label, labelsInOrder } from '@tailcamp/contracts';
import { and, eq, isNull } from 'drizzle-orm';
import { Database, type Sql } from '../../../../platform/database/index.js';
import { boardColumns, boardLabels } from './tables.js';

export type ColumnRow = typeof boardColumns.$inferSelect;
export type LabelRow = typeof boardLabels.$inferSelect;
type NewColumn = typeof boardColumns.$inferInsert;
type NewLabel = typeof boardLabels.$inferInsert;

export const columnOf = ({ id, name, colour, category, rank, limit, version }: ColumnRow): BoardColumn => {
  return { id, name, colour, category, rank, limit, version };
};
export const labelOf = ({ id, name, colour, version }: LabelRow): Label => ({ id, name, colour, version });

/** The columns and labels of boards. What was taken off stays as a row, so that a template does not bring it again. */
@Injectable()
export class BoardStore {
  constructor(private readonly database: Database) {}

  async columns(groupId: string, sql: Sql = this.database.sql): Promise<ColumnRow[]> {
    const ofGroup = and(eq(boardColumns.groupId, groupId), isNull(boardColumns.removedAt));
    return (await sql.select().from(boardColumns).where(ofGroup)).sort(byRank);
  }

  async labels(groupId: string, sql: Sql = this.database.sql): Promise<LabelRow[]> {
    const rows = await sql
      .select()
      .from(boardLabels)
      .where(and(eq(boardLabels.groupId, groupId), isNull(boardLabels.removedAt)));
    const byId = new Map(rows.map((row) => [row.id, row]));
    return labelsInOrder(rows).flatMap(({ id }) => byId.get(id) ?? []);
  }

  /** With those that were taken off. */
  allColumns(tx: Sql, groupId: string): Promise<ColumnRow[]> {
    return tx.select().from(boardColumns).where(eq(boardColumns.groupId, groupId));
  }
  allLabels(tx: Sql, groupId: string): Promise<LabelRow[]> {
    return tx.select().from(boardLabels).where(eq(boardLabels.groupId, groupId));
  }

  async madeColumn(tx: Sql, madeBy: string, clientId: string): Promise<ColumnRow | null> {
    const twin = and(eq(boardColumns.madeBy, madeBy), eq(boardColumns.clientId, clientId));
    return (await tx.select().from(boardColumns).where(twin))[0] ?? null;
  }
  async madeLabel(tx: Sql, madeBy: string, clientId: string): Promise<LabelRow | null> {
    const twin = and(eq(boardLabels.madeBy, madeBy), eq(boardLabels.clientId, clientId));
    return (await tx.select().from(boardLabels).where(twin))[0] ?? null;
  }

  async addColumns(tx: Sql, rows: readonly NewColumn[]): Promise<ColumnRow[]> {
    return rows.length === 0
      ? []
      : tx
          .insert(boardColumns)
          .values([...rows])
          .returning();
  }
  async addLabels(tx: Sql, rows: readonly NewLabel[]): Promise<LabelRow[]> {
    return rows.length === 0
      ? []
      : tx
          .insert(boardLabels)
          .values([...rows])
          .returning();
  }

  async saveColumn(tx: Sql, { id, ...to }: ColumnRow): Promise<void> {
    await tx.update(boardColumns).set(to).where(eq(boardColumns.id, id));
  }
  async saveLabel(tx: Sql, { id, ...to }: LabelRow): Promise<void> {
    await tx.update(boardLabels).set(to).where(eq(boardLabels.id, id));
  }
}
