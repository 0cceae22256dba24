import { Injectable } from '@nestjs/common';
import { and, count, desc, eq, inArray, lt } from 'drizzle-orm';
import type { Sql } from '../../../platform/database/index.js';
import { campMembers, camps } from './tables.js';

export type CampRow = typeof camps.$inferSelect;
export type CampSettings = Pick<CampRow, 'name' | 'startsOn' | 'endsOn' | 'timeZone'>;
export interface Headcount {
  students: number;
  instructors: number;
}

@Injectable()
export class CampStore {
  async insert(sql: Sql, camp: CampRow): Promise<void> {
    await sql.insert(camps).values(camp);
  }

  async find(sql: Sql, id: string): Promise<CampRow | null> {
    const [row] = await sql.select().from(camps).where(eq(camps.id, id));
    return row ?? null;
  }

  async findAll(sql: Sql, ids: readonly string[]): Promise<CampRow[]> {
    if (ids.length === 0) return [];
    const rows = await sql
      .select()
      .from(camps)
      .where(inArray(camps.id, [...ids]));
    return rows.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
  }

  async findByJoinCode(sql: Sql, joinCode: string): Promise<CampRow | null> {
    const [row] = await sql.select().from(camps).where(eq(camps.joinCode, joinCode));
    return row ?? null;
  }

  /** Whatever changes who is in a camp holds this first, so that no two such changes meet. */
  async lock(tx: Sql, id: string): Promise<CampRow | null> {
    const [row] = await tx.select().from(camps).where(eq(camps.id, id)).for('update');
    return row ?? null;
  }

  /** Ids, newest first; with `userId` only the camps this account is a member of. */
  async list(sql: Sql, userId: string | null, before: string | null, limit: number): Promise<string[]> {
    const campsOf = (id: string) =>
      sql.select({ id: campMembers.campId }).from(campMembers).where(eq(campMembers.userId, id));
    const rows = await sql
      .select({ id: camps.id })
      .from(camps)
      .where(
        and(
          userId === null ? undefined : inArray(camps.id, campsOf(userId)),
          before === null ? undefined : lt(camps.id, before),
        ),
      )
      .orderBy(desc(camps.id))
      .limit(limit);
    return rows.map(({ id }) => id);
  }

  async headcounts(sql: Sql, campIds: readonly string[]): Promise<Map<string, Headcount>> {
    const counts = new Map(campIds.map((id) => [id, { students: 0, instructors: 0 }]));
    if (campIds.length === 0) return counts;
    const rows = await sql
      .select({ campId: campMembers.campId, role: campMembers.role, members: count() })
      .from(campMembers)
      .where(inArray(campMembers.campId, [...campIds]))
      .groupBy(campMembers.campId, campMembers.role);
    for (const { campId, role, members } of rows) {
      const headcount = counts.get(campId);
      if (headcount) headcount[role === 'student' ? 'students' : 'instructors'] = members;
    }
    return counts;
  }

  /** Only if it still has this version. @returns whether it had */
  async change(tx: Sql, id: string, version: number, settings: CampSettings): Promise<boolean> {
    const changed = await tx
      .update(camps)
      .set({ ...settings, version: version + 1 })
      .where(and(eq(camps.id, id), eq(camps.version, version)))
      .returning({ id: camps.id });
    return changed.length > 0;
  }

  async setJoinCode(tx: Sql, camp: CampRow, joinCode: string | null): Promise<void> {
    await tx
      .update(camps)
      .set({ joinCode, version: camp.version + 1 })
      .where(eq(camps.id, camp.id));
  }

  /** With its members and imports. */
  async remove(tx: Sql, id: string): Promise<void> {
    await tx.delete(camps).where(eq(camps.id, id));
  }
}
