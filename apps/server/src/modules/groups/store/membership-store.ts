import { Injectable } from '@nestjs/common';
import { and, asc, sql as drizzleSql, eq, inArray, isNull } from 'drizzle-orm';
import { Database, type Sql } from '../../../platform/database/index.js';
import { chunks } from './chunks.js';
import { groupMembers, groups } from './tables.js';

/** Who is in which group. A unique key keeps a camp member in one group that stands at most. */
@Injectable()
export class MembershipStore {
  constructor(private readonly database: Database) {}

  /** Camp members by group, in the order in which they stand there; of a closed group, those who were there at its end. */
  async of(groupIds: readonly string[], sql: Sql = this.database.sql): Promise<Map<string, string[]>> {
    const byGroup = new Map<string, string[]>(groupIds.map((id) => [id, []]));
    for (const chunk of chunks(groupIds)) {
      const rows = await sql
        .select({ groupId: groupMembers.groupId, memberId: groupMembers.memberId })
        .from(groupMembers)
        .where(and(inArray(groupMembers.groupId, chunk), isNull(groupMembers.leftAt)))
        .orderBy(asc(groupMembers.position));
      for (const { groupId, memberId } of rows) byGroup.get(groupId)?.push(memberId);
    }
    return byGroup;
  }

  /** The standing group that each is in, by member; who is in none is absent. */
  async groupOf(memberIds: readonly string[], sql: Sql = this.database.sql): Promise<Map<string, string>> {
    if (memberIds.length === 0) return new Map();
    const rows = await sql
      .select({ groupId: groupMembers.groupId, memberId: groupMembers.memberId })
      .from(groupMembers)
      .where(and(inArray(groupMembers.memberId, [...memberIds]), groupMembers.current));
    return new Map(rows.map(({ groupId, memberId }) => [memberId, groupId]));
  }

  /** The closed groups that somebody was in to their end. */
  async closedGroupsOf(memberIds: readonly string[], sql: Sql = this.database.sql): Promise<string[]> {
    if (memberIds.length === 0) return [];
    const rows = await sql
      .select({ groupId: groupMembers.groupId })
      .from(groupMembers)
      .innerJoin(groups, eq(groups.id, groupMembers.groupId))
      .where(
        and(
          inArray(groupMembers.memberId, [...memberIds]),
          isNull(groupMembers.leftAt),
          drizzleSql`${groups.closedAt} is not null`,
        ),
      );
    return rows.map(({ groupId }) => groupId);
  }

  /** In the order given, from a position on. Who left the group before comes back. */
  async join(tx: Sql, groupId: string, memberIds: readonly string[], joinedAt: Date, from: number): Promise<void> {
    await this.place(
      tx,
      memberIds.map((memberId, index) => ({ groupId, memberId, position: from + index, joinedAt })),
    );
  }

  /** Sets down the members of whole groups. */
  async fill(
    tx: Sql,
    groups: readonly { groupId: string; memberIds: readonly string[] }[],
    joinedAt: Date,
  ): Promise<void> {
    const rows = groups.flatMap(({ groupId, memberIds }) =>
      memberIds.map((memberId, position) => ({ groupId, memberId, position, joinedAt })),
    );
    await this.place(tx, rows);
  }

  private async place(tx: Sql, rows: readonly (typeof groupMembers.$inferInsert)[]): Promise<void> {
    for (const chunk of chunks(rows)) {
      await tx
        .insert(groupMembers)
        .values(chunk)
        .onConflictDoUpdate({
          target: [groupMembers.groupId, groupMembers.memberId],
          set: { current: true, leftAt: null, position: drizzleSql`excluded.position` },
        });
    }
  }

  async leave(tx: Sql, groupId: string, memberIds: readonly string[], leftAt: Date): Promise<void> {
    for (const chunk of chunks(memberIds)) {
      await tx
        .update(groupMembers)
        .set({ current: false, leftAt })
        .where(and(eq(groupMembers.groupId, groupId), inArray(groupMembers.memberId, chunk)));
    }
  }

  /** Nobody is in these groups now; who was there at their end may still read them. */
  async end(tx: Sql, groupIds: readonly string[]): Promise<void> {
    for (const chunk of chunks(groupIds)) {
      await tx.update(groupMembers).set({ current: false }).where(inArray(groupMembers.groupId, chunk));
    }
  }
}
