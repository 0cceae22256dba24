import { Injectable } from '@nestjs/common';
import { and, asc, eq, inArray, sql as raw } from 'drizzle-orm';
import { groupedBy } from '../../../../kernel/grouped.js';
import { Database, type Sql } from '../../../../platform/database/index.js';
import type { PlannedStep } from '../../domain/path/steps.js';
import { learningPaths, lessonsRead, pathSteps } from './tables.js';

export type PathRow = typeof learningPaths.$inferSelect;
export interface ReadLesson {
  lesson: string;
  readAt: Date;
}

/** Paths with their steps, and what was read. */
@Injectable()
export class PathStore {
  constructor(private readonly database: Database) {}

  async find(memberId: string, sql: Sql = this.database.sql): Promise<PathRow | null> {
    const [row] = await sql.select().from(learningPaths).where(eq(learningPaths.memberId, memberId));
    return row ?? null;
  }

  /** Held until the end of the transaction. */
  async lock(tx: Sql, memberId: string): Promise<PathRow | null> {
    const [row] = await tx.select().from(learningPaths).where(eq(learningPaths.memberId, memberId)).for('update');
    return row ?? null;
  }

  ofCamp(campId: string): Promise<PathRow[]> {
    return this.database.sql.select().from(learningPaths).where(eq(learningPaths.campId, campId));
  }

  /** @returns false where there was one already */
  async create(tx: Sql, path: PathRow): Promise<boolean> {
    return (await tx.insert(learningPaths).values(path).onConflictDoNothing().returning()).length === 1;
  }

  async change(
    tx: Sql,
    memberId: string,
    changed: Partial<Pick<PathRow, 'goals' | 'minutesPerWeek'>>,
  ): Promise<number> {
    const [row] = await tx
      .update(learningPaths)
      .set({ ...changed, version: raw`${learningPaths.version} + 1` })
      .where(eq(learningPaths.memberId, memberId))
      .returning({ version: learningPaths.version });
    return row?.version ?? 0;
  }

  /** In the order of the path. */
  async steps(memberId: string, sql: Sql = this.database.sql): Promise<PlannedStep[]> {
    return (await this.stepsOf([memberId], sql)).get(memberId) ?? [];
  }

  /** Member → their steps, in the order of the path. */
  async stepsOf(memberIds: readonly string[], sql: Sql = this.database.sql): Promise<Map<string, PlannedStep[]>> {
    if (memberIds.length === 0) return new Map();
    const rows = await sql
      .select()
      .from(pathSteps)
      .where(inArray(pathSteps.memberId, [...memberIds]))
      .orderBy(asc(pathSteps.memberId), asc(pathSteps.position));
    const steps = groupedBy(rows, ({ memberId }) => memberId);
    return new Map([...steps].map(([memberId, own]) => [memberId, own.map(stepOf)]));
  }

  /** Puts these in the place of all steps there were. */
  async setSteps(tx: Sql, memberId: string, steps: readonly PlannedStep[]): Promise<void> {
    await tx.delete(pathSteps).where(eq(pathSteps.memberId, memberId));
    const rows = steps.map((step, position) => ({ ...step, memberId, position }));
    if (rows.length > 0) await tx.insert(pathSteps).values(rows);
  }

  /** Gives a step of some members another last day. @returns who has it, and not done */
  async extend(tx: Sql, memberIds: readonly string[], skill: string, until: string | null): Promise<string[]> {
    if (memberIds.length === 0) return [];
    const rows = await tx
      .update(pathSteps)
      .set({ extendedTo: until })
      .where(
        and(
          inArray(pathSteps.memberId, [...memberIds]),
          eq(pathSteps.skill, skill),
          inArray(pathSteps.state, ['planned', 'started']),
        ),
      )
      .returning({ memberId: pathSteps.memberId });
    return rows.map(({ memberId }) => memberId);
  }

  /** Member → what they have read. */
  async readOf(memberIds: readonly string[], sql: Sql = this.database.sql): Promise<Map<string, ReadLesson[]>> {
    if (memberIds.length === 0) return new Map();
    const rows = await sql
      .select()
      .from(lessonsRead)
      .where(inArray(lessonsRead.memberId, [...memberIds]));
    return groupedBy(rows, ({ memberId }) => memberId);
  }

  /** Notes that lessons were read; one that was already keeps its day. */
  async addRead(tx: Sql, read: readonly (typeof lessonsRead.$inferSelect)[]): Promise<void> {
    if (read.length > 0)
      await tx
        .insert(lessonsRead)
        .values([...read])
        .onConflictDoNothing();
  }

  async removeRead(tx: Sql, memberId: string, lesson: string): Promise<void> {
    await tx.delete(lessonsRead).where(and(eq(lessonsRead.memberId, memberId), eq(lessonsRead.lesson, lesson)));
  }

  async removeCamp(tx: Sql, campId: string): Promise<void> {
    await tx.delete(learningPaths).where(eq(learningPaths.campId, campId));
    await tx.delete(lessonsRead).where(eq(lessonsRead.campId, campId));
  }

  async removeMember(tx: Sql, memberId: string): Promise<void> {
    await tx.delete(learningPaths).where(eq(learningPaths.memberId, memberId));
    await tx.delete(lessonsRead).where(eq(lessonsRead.memberId, memberId));
  }
}

const stepOf = ({ memberId: _, position: __, ...step }: typeof pathSteps.$inferSelect): PlannedStep => step;
