import { Injectable } from '@nestjs/common';
import type { GroupAvatar } from '@tailcamp/contracts';
import { and, asc, count, desc, sql as drizzleSql, eq, gt, inArray, isNotNull, isNull, max } from 'drizzle-orm';
import { Cipher, type Sealed } from '../../../platform/cipher/index.js';
import { Database, type Sql } from '../../../platform/database/index.js';
import type { GroupGrounds } from '../domain/explanation.js';
import { chunks } from './chunks.js';
import { groups } from './tables.js';

/** Nobody reads more of the past than this at once. */
const MOST_CLOSED = 200;

const columns = {
  id: groups.id,
  campId: groups.campId,
  number: groups.number,
  name: groups.name,
  score: groups.score,
  studentScore: groups.studentScore,
  avatar: groups.avatar,
  leaderId: groups.leaderId,
  createdAt: groups.createdAt,
  closedAt: groups.closedAt,
  mergedInto: groups.mergedInto,
  version: groups.version,
};

export interface GroupRow {
  id: string;
  campId: string;
  number: number;
  name: string;
  score: number;
  studentScore: number;
  avatar: GroupAvatar | null;
  leaderId: string | null;
  createdAt: Date;
  /** Since when it stands no more. */
  closedAt: Date | null;
  mergedInto: string | null;
  version: number;
}

/** What forming decides of a group. */
export interface FormedGroup extends Pick<GroupRow, 'id' | 'campId' | 'number' | 'name' | 'score' | 'studentScore'> {
  grounds: GroupGrounds;
}

type Changeable = 'name' | 'avatar' | 'leaderId' | 'score' | 'studentScore' | 'grounds';

const stands = isNull(groups.closedAt);
const ofCamp = (campId: string) => and(eq(groups.campId, campId), stands);

/** Groups. Those that were closed are found by their id, and as `closed`, alone. */
@Injectable()
export class GroupStore {
  constructor(
    private readonly database: Database,
    private readonly cipher: Cipher,
  ) {}

  async insert(tx: Sql, formed: readonly FormedGroup[], createdAt: Date): Promise<void> {
    const rows = formed.map((group) => ({ ...group, grounds: this.sealed(group.id, group.grounds), createdAt }));
    for (const chunk of chunks(rows)) await tx.insert(groups).values(chunk);
  }

  /** The groups that stand, whose rows nobody else changes until the transaction ends. */
  async lock(tx: Sql, campId: string): Promise<GroupRow[]> {
    return tx.select(columns).from(groups).where(ofCamp(campId)).orderBy(asc(groups.id)).for('update');
  }

  async lockOne(tx: Sql, id: string): Promise<GroupRow | null> {
    const [row] = await tx.select(columns).from(groups).where(eq(groups.id, id)).for('update');
    return row ?? null;
  }

  /** Makes of standing groups what was formed anew; numbers change hands, so they are freed first. */
  async renew(tx: Sql, formed: readonly FormedGroup[]): Promise<GroupRow[]> {
    const ids = formed.map(({ id }) => id);
    for (const chunk of chunks(ids)) {
      await tx
        .update(groups)
        .set({ number: drizzleSql`-${groups.number}` })
        .where(inArray(groups.id, chunk));
    }
    const renewed: GroupRow[] = [];
    for (const { id, campId: _, grounds, ...rest } of formed) {
      const [row] = await tx
        .update(groups)
        .set({ ...rest, grounds: this.sealed(id, grounds), version: drizzleSql`${groups.version} + 1` })
        .where(eq(groups.id, id))
        .returning(columns);
      if (row !== undefined) renewed.push(row);
    }
    return renewed;
  }

  async find(id: string, sql: Sql = this.database.sql): Promise<GroupRow | null> {
    const [row] = await sql.select(columns).from(groups).where(eq(groups.id, id));
    return row ?? null;
  }

  /** By id; what there is none of is absent. */
  async some(ids: readonly string[], sql: Sql = this.database.sql): Promise<Map<string, GroupRow>> {
    if (ids.length === 0) return new Map();
    const rows = await sql
      .select(columns)
      .from(groups)
      .where(inArray(groups.id, [...ids]));
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Groups of a camp by number; with `ids`, only those. */
  ofCamp(campId: string, after: number, limit: number, ids?: readonly string[]): Promise<GroupRow[]> {
    const only = ids === undefined ? undefined : inArray(groups.id, [...ids]);
    return this.database.sql
      .select(columns)
      .from(groups)
      .where(and(ofCamp(campId), gt(groups.number, after), only))
      .orderBy(asc(groups.number))
      .limit(limit);
  }

  /** All groups of a camp, by number. */
  allOf(campId: string, sql: Sql = this.database.sql): Promise<GroupRow[]> {
    return sql.select(columns).from(groups).where(ofCamp(campId)).orderBy(asc(groups.number));
  }

  /** Closed groups of a camp, the last closed first; with `ids`, only those. */
  closed(campId: string, ids?: readonly string[]): Promise<GroupRow[]> {
    const only = ids === undefined ? undefined : inArray(groups.id, [...ids]);
    return this.database.sql
      .select(columns)
      .from(groups)
      .where(and(eq(groups.campId, campId), isNotNull(groups.closedAt), only))
      .orderBy(desc(groups.closedAt), asc(groups.number))
      .limit(MOST_CLOSED);
  }

  /** 0 where the camp has no group. */
  async highestNumber(tx: Sql, campId: string): Promise<number> {
    const [row] = await tx
      .select({ number: max(groups.number) })
      .from(groups)
      .where(ofCamp(campId));
    return row?.number ?? 0;
  }

  async countIn(campId: string): Promise<number> {
    const [row] = await this.database.sql.select({ all: count() }).from(groups).where(ofCamp(campId));
    return row?.all ?? 0;
  }

  /** What the groups of a camp were formed on, with their scores. */
  async groundsIn(
    campId: string,
    sql: Sql = this.database.sql,
  ): Promise<Map<string, GroupGrounds & { score: number; studentScore: number }>> {
    const rows = await sql
      .select({ id: groups.id, grounds: groups.grounds, score: groups.score, studentScore: groups.studentScore })
      .from(groups)
      .where(ofCamp(campId));
    const opened = rows.map(({ id, grounds, ...scores }) => [id, { ...this.opened(id, grounds), ...scores }] as const);
    return new Map(opened);
  }

  async groundsOf(id: string, sql: Sql = this.database.sql): Promise<GroupGrounds | null> {
    const [row] = await sql.select({ grounds: groups.grounds }).from(groups).where(eq(groups.id, id));
    return row === undefined ? null : this.opened(id, row.grounds);
  }

  /** What a group is as it now is, if it is still at `version`. @returns it with its new version, else null */
  async describe(
    tx: Sql,
    id: string,
    version: number,
    { score, studentScore, grounds }: Pick<FormedGroup, 'score' | 'studentScore' | 'grounds'>,
  ): Promise<GroupRow | null> {
    return this.change(tx, id, version, { score, studentScore, grounds: this.sealed(id, grounds) });
  }

  /** @returns the group with its new version; null when it is not at `version` any more, or does not stand */
  async change(
    tx: Sql,
    id: string,
    version: number,
    to: { [Key in Changeable]?: (typeof groups.$inferInsert)[Key] | undefined },
  ): Promise<GroupRow | null> {
    const [group] = await tx
      .update(groups)
      .set({ ...to, version: version + 1 })
      .where(and(eq(groups.id, id), eq(groups.version, version), stands))
      .returning(columns);
    return group ?? null;
  }

  /** Says that its members have changed. */
  async touch(tx: Sql, id: string): Promise<GroupRow | null> {
    const [group] = await tx
      .update(groups)
      .set({ version: drizzleSql`${groups.version} + 1` })
      .where(eq(groups.id, id))
      .returning(columns);
    return group ?? null;
  }

  /** Who leads a group and leaves it leads it no more. */
  async loseLeader(tx: Sql, id: string, gone: readonly string[]): Promise<void> {
    if (gone.length === 0) return;
    const ledByOne = and(eq(groups.id, id), inArray(groups.leaderId, [...gone]));
    await tx.update(groups).set({ leaderId: null }).where(ledByOne);
  }

  async close(tx: Sql, ids: readonly string[], closedAt: Date, mergedInto: string | null = null): Promise<void> {
    for (const chunk of chunks(ids)) {
      await tx
        .update(groups)
        .set({ closedAt, mergedInto, version: drizzleSql`${groups.version} + 1` })
        .where(inArray(groups.id, chunk));
    }
  }

  async reopen(tx: Sql, id: string, number: number): Promise<GroupRow | null> {
    const [group] = await tx
      .update(groups)
      .set({ closedAt: null, mergedInto: null, number, version: drizzleSql`${groups.version} + 1` })
      .where(eq(groups.id, id))
      .returning(columns);
    return group ?? null;
  }

  async removeCamp(tx: Sql, campId: string): Promise<void> {
    await tx.delete(groups).where(eq(groups.campId, campId));
  }

  private sealed(id: string, grounds: GroupGrounds) {
    return this.cipher.seal(place(id), JSON.stringify(grounds));
  }

  private opened(id: string, grounds: Sealed): GroupGrounds {
    return JSON.parse(this.cipher.open(place(id), grounds)) as GroupGrounds;
  }
}

const place = (row: string) => ({ column: 'groups.grounds', row });
