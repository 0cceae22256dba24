import { Injectable } from '@nestjs/common';
import { and, asc, count, sql as drizzleSql, eq, gt, inArray, max } from 'drizzle-orm';
import { Cipher } from '../../../platform/cipher/index.js';
import { Database, type Sql } from '../../../platform/database/index.js';
import type { GroupGrounds } from '../domain/explanation.js';
import { groupMembers, groups } from './tables.js';

/** Rows in one statement: PostgreSQL takes 65,535 parameters. */
const CHUNK = 1000;

const columns = {
  id: groups.id,
  campId: groups.campId,
  number: groups.number,
  name: groups.name,
  score: groups.score,
  studentScore: groups.studentScore,
  createdAt: groups.createdAt,
  version: groups.version,
};

export interface GroupRow {
  id: string;
  campId: string;
  number: number;
  name: string;
  score: number;
  studentScore: number;
  createdAt: Date;
  version: number;
}

export interface NewGroup extends Omit<GroupRow, 'version'> {
  memberIds: string[];
  grounds: GroupGrounds;
}

@Injectable()
export class GroupStore {
  constructor(
    private readonly database: Database,
    private readonly cipher: Cipher,
  ) {}

  async insert(tx: Sql, formed: readonly NewGroup[]): Promise<void> {
    const rows = formed.map(({ memberIds: _, grounds, ...group }) => ({
      ...group,
      grounds: this.cipher.seal(place(group.id), JSON.stringify(grounds)),
    }));
    const members = formed.flatMap(({ id, memberIds }) =>
      memberIds.map((memberId, position) => ({ memberId, groupId: id, position })),
    );
    for (const chunk of chunks(rows)) await tx.insert(groups).values(chunk);
    for (const chunk of chunks(members)) await tx.insert(groupMembers).values(chunk);
  }

  /** Takes all groups of a camp away. @returns the ids of their members by group */
  async dissolve(tx: Sql, campId: string): Promise<Map<string, string[]>> {
    const gone = await tx.select({ id: groups.id }).from(groups).where(eq(groups.campId, campId)).for('update');
    const ids = gone.map(({ id }) => id);
    const members = await this.memberIds(ids, tx);
    await tx.delete(groups).where(eq(groups.campId, campId));
    return new Map(ids.map((id) => [id, members.get(id) ?? []]));
  }

  async find(id: string, sql: Sql = this.database.sql): Promise<GroupRow | null> {
    const [row] = await sql.select(columns).from(groups).where(eq(groups.id, id));
    return row ?? null;
  }

  /** Groups of a camp by number; with `ids`, only those. */
  ofCamp(campId: string, after: number, limit: number, ids?: readonly string[]): Promise<GroupRow[]> {
    const only = ids === undefined ? undefined : inArray(groups.id, [...ids]);
    return this.database.sql
      .select(columns)
      .from(groups)
      .where(and(eq(groups.campId, campId), gt(groups.number, after), only))
      .orderBy(asc(groups.number))
      .limit(limit);
  }

  /** All groups of a camp, by number. */
  allOf(campId: string, sql: Sql = this.database.sql): Promise<GroupRow[]> {
    return sql.select(columns).from(groups).where(eq(groups.campId, campId)).orderBy(asc(groups.number));
  }

  /** 0 where the camp has no group. */
  async highestNumber(tx: Sql, campId: string): Promise<number> {
    const [row] = await tx
      .select({ number: max(groups.number) })
      .from(groups)
      .where(eq(groups.campId, campId));
    return row?.number ?? 0;
  }

  async countIn(campId: string): Promise<number> {
    const [row] = await this.database.sql.select({ all: count() }).from(groups).where(eq(groups.campId, campId));
    return row?.all ?? 0;
  }

  /** The groups that camp members are in, by member; who is in none is absent. */
  async groupsOf(memberIds: readonly string[], sql: Sql = this.database.sql): Promise<Map<string, GroupRow>> {
    if (memberIds.length === 0) return new Map();
    const rows = await sql
      .select({ ...columns, memberId: groupMembers.memberId })
      .from(groupMembers)
      .innerJoin(groups, eq(groups.id, groupMembers.groupId))
      .where(inArray(groupMembers.memberId, [...memberIds]));
    return new Map(rows.map(({ memberId, ...group }) => [memberId, group]));
  }

  /** Camp members by group, in the order in which they stand there. */
  async memberIds(groupIds: readonly string[], sql: Sql = this.database.sql): Promise<Map<string, string[]>> {
    const byGroup = new Map<string, string[]>(groupIds.map((id) => [id, []]));
    for (const chunk of chunks(groupIds)) {
      const rows = await sql
        .select()
        .from(groupMembers)
        .where(inArray(groupMembers.groupId, chunk))
        .orderBy(asc(groupMembers.position));
      for (const { groupId, memberId } of rows) byGroup.get(groupId)?.push(memberId);
    }
    return byGroup;
  }

  /** What the groups of a camp were formed on, with their scores. */
  async groundsIn(
    campId: string,
    sql: Sql = this.database.sql,
  ): Promise<Map<string, GroupGrounds & { score: number; studentScore: number }>> {
    const rows = await sql
      .select({ id: groups.id, grounds: groups.grounds, score: groups.score, studentScore: groups.studentScore })
      .from(groups)
      .where(eq(groups.campId, campId));
    const opened = rows.map(({ id, grounds, ...scores }) => {
      const parsed = JSON.parse(this.cipher.open(place(id), grounds)) as GroupGrounds;
      return [id, { ...parsed, ...scores }] as const;
    });
    return new Map(opened);
  }

  /** What a group is with one member more, if it is still at `version`. @returns it with its new version, else null */
  async extend(
    tx: Sql,
    id: string,
    version: number,
    { score, studentScore, grounds }: Pick<NewGroup, 'score' | 'studentScore' | 'grounds'>,
  ): Promise<GroupRow | null> {
    const sealed = this.cipher.seal(place(id), JSON.stringify(grounds));
    const [group] = await tx
      .update(groups)
      .set({ score, studentScore, grounds: sealed, version: version + 1 })
      .where(and(eq(groups.id, id), eq(groups.version, version)))
      .returning(columns);
    return group ?? null;
  }

  /** A unique key refuses who is in a group already. */
  async addMember(tx: Sql, groupId: string, memberId: string, position: number): Promise<void> {
    await tx.insert(groupMembers).values({ groupId, memberId, position });
  }

  async remove(tx: Sql, id: string): Promise<void> {
    await tx.delete(groups).where(eq(groups.id, id));
  }

  /** Takes a member out of their group. @returns the group with its new version, null when they were in none */
  async removeMember(tx: Sql, memberId: string): Promise<GroupRow | null> {
    const [gone] = await tx
      .delete(groupMembers)
      .where(eq(groupMembers.memberId, memberId))
      .returning({ groupId: groupMembers.groupId });
    if (gone === undefined) return null;
    const [group] = await tx
      .update(groups)
      .set({ version: drizzleSql`${groups.version} + 1` })
      .where(eq(groups.id, gone.groupId))
      .returning(columns);
    return group ?? null;
  }

  async removeCamp(tx: Sql, campId: string): Promise<void> {
    await tx.delete(groups).where(eq(groups.campId, campId));
  }

  /** @returns false when the version is not the one at hand any more */
  async rename(tx: Sql, id: string, name: string, version: number): Promise<boolean> {
    const changed = await tx
      .update(groups)
      .set({ name, version: version + 1 })
      .where(and(eq(groups.id, id), eq(groups.version, version)))
      .returning({ id: groups.id });
    return changed.length === 1;
  }
}

const place = (row: string) => ({ column: 'groups.grounds', row });

function* chunks<T>(all: readonly T[]): Generator<T[]> {
  for (let from = 0; from < all.length; from += CHUNK) yield all.slice(from, from + CHUNK);
}
