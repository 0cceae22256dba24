import { Injectable } from '@nestjs/common';
import { type Milestone, milestonesInOrder } from '@tailcamp/contracts';
import { and, eq } from 'drizzle-orm';
import { newId } from '../../../../kernel/id.js';
import { Database, type Sql } from '../../../../platform/database/index.js';
import { milestones } from './tables.js';

export type MilestoneRow = typeof milestones.$inferSelect;
export type NewMilestone = typeof milestones.$inferInsert;

export const milestoneOf = (row: MilestoneRow): Milestone => ({
  id: row.id,
  campId: row.campId,
  title: row.title,
  description: row.description,
  dueAt: row.dueAt.toISOString(),
  points: row.points,
  rubric: row.rubric,
  late: row.late,
  createdAt: row.createdAt.toISOString(),
  version: row.version,
});

@Injectable()
export class MilestoneStore {
  constructor(private readonly database: Database) {}

  async ofCamp(campId: string, sql: Sql = this.database.sql): Promise<Milestone[]> {
    const rows = await sql.select().from(milestones).where(eq(milestones.campId, campId));
    return milestonesInOrder(rows.map(milestoneOf));
  }

  rowsOf(campId: string): Promise<MilestoneRow[]> {
    return this.database.sql.select().from(milestones).where(eq(milestones.campId, campId));
  }

  async find(id: string, sql: Sql = this.database.sql): Promise<MilestoneRow | null> {
    const [row] = await sql.select().from(milestones).where(eq(milestones.id, id));
    return row ?? null;
  }

  async lock(tx: Sql, campId: string, id: string): Promise<MilestoneRow | null> {
    const one = and(eq(milestones.campId, campId), eq(milestones.id, id));
    return (await tx.select().from(milestones).where(one).for('update'))[0] ?? null;
  }

  async made(tx: Sql, madeBy: string, clientId: string): Promise<MilestoneRow | null> {
    const twin = and(eq(milestones.madeBy, madeBy), eq(milestones.clientId, clientId));
    return (await tx.select().from(milestones).where(twin))[0] ?? null;
  }

  /** What is there already stays as it is. @returns those that were added */
  async add(tx: Sql, rows: readonly NewMilestone[]): Promise<MilestoneRow[]> {
    return rows.length === 0
      ? []
      : tx
          .insert(milestones)
          .values([...rows])
          .onConflictDoNothing()
          .returning();
  }

  /** What is there already stays as it is. */
  async copy(tx: Sql, rows: readonly MilestoneRow[], campId: string, createdAt: Date): Promise<void> {
    const copies = rows.map(({ id, madeBy: _, clientId: __, ...row }): NewMilestone => {
      return { ...row, id: newId(createdAt.getTime()), campId, copiedFrom: id, createdAt, version: 1 };
    });
    await this.add(tx, copies);
  }

  /** Those that were copied of the milestones of another camp, by the ids of these. */
  async copies(campId: string, tx: Sql): Promise<Map<string, string>> {
    const rows = await tx
      .select({ id: milestones.id, of: milestones.copiedFrom })
      .from(milestones)
      .where(eq(milestones.campId, campId));
    return new Map(rows.flatMap(({ id, of }) => (of === null ? [] : [[of, id] as const])));
  }

  async save(tx: Sql, { id, ...to }: MilestoneRow): Promise<void> {
    await tx.update(milestones).set(to).where(eq(milestones.id, id));
  }

  async remove(tx: Sql, id: string): Promise<void> {
    await tx.delete(milestones).where(eq(milestones.id, id));
  }

  async removeCamp(tx: Sql, campId: string): Promise<void> {
    await tx.delete(milestones).where(eq(milestones.campId, campId));
  }
}
