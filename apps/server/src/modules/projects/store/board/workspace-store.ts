import { Injectable } from '@nestjs/common';
import { eq, inArray } from 'drizzle-orm';
import { Database, type Sql } from '../../../../platform/database/index.js';
import { tasks, workspaces } from './tables.js';

export type WorkspaceRow = typeof workspaces.$inferSelect;

@Injectable()
export class WorkspaceStore {
  constructor(private readonly database: Database) {}

  async find(groupId: string, sql: Sql = this.database.sql): Promise<WorkspaceRow | null> {
    const [row] = await sql.select().from(workspaces).where(eq(workspaces.groupId, groupId));
    return row ?? null;
  }

  ofCamp(campId: string, sql: Sql = this.database.sql): Promise<WorkspaceRow[]> {
    return sql.select().from(workspaces).where(eq(workspaces.campId, campId));
  }

  async some(groupIds: readonly string[]): Promise<Set<string>> {
    if (groupIds.length === 0) return new Set();
    const rows = await this.database.sql
      .select({ groupId: workspaces.groupId })
      .from(workspaces)
      .where(inArray(workspaces.groupId, [...groupIds]));
    return new Set(rows.map(({ groupId }) => groupId));
  }

  /** @returns whether it was not there yet */
  async add(tx: Sql, row: Pick<WorkspaceRow, 'groupId' | 'campId' | 'prefix' | 'createdAt'>): Promise<boolean> {
    const added = await tx.insert(workspaces).values(row).onConflictDoNothing().returning({ id: workspaces.groupId });
    return added.length > 0;
  }

  /** Whoever changes anything of a workspace holds it first. */
  async lock(tx: Sql, groupId: string): Promise<WorkspaceRow | null> {
    const [row] = await tx.select().from(workspaces).where(eq(workspaces.groupId, groupId)).for('update');
    return row ?? null;
  }

  async change(tx: Sql, groupId: string, to: Partial<Omit<WorkspaceRow, 'groupId' | 'campId'>>): Promise<void> {
    await tx.update(workspaces).set(to).where(eq(workspaces.groupId, groupId));
  }

  /** With all that is in them. */
  async removeCamp(tx: Sql, campId: string): Promise<void> {
    const ofCamp = tx.select({ id: workspaces.groupId }).from(workspaces).where(eq(workspaces.campId, campId));
    await tx.delete(tasks).where(inArray(tasks.groupId, ofCamp));
    await tx.delete(workspaces).where(eq(workspaces.campId, campId));
  }
}
