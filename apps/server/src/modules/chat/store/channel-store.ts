import { Injectable } from '@nestjs/common';
import type { Channel } from '@tailcamp/contracts';
import { and, asc, sql as drizzleSql, eq, inArray, isNotNull, isNull, or } from 'drizzle-orm';
import { Database, type Sql } from '../../../platform/database/index.js';
import { chatChannels, chatPeople } from './tables.js';

export type ChannelRow = typeof chatChannels.$inferSelect;
type NewChannel = Pick<ChannelRow, 'id' | 'campId' | 'kind' | 'createdAt'> & Partial<ChannelRow>;

/** Whose channels are looked for. */
export interface WhoReads {
  campId: string;
  staff: boolean;
  memberId: string | null;
  /** Whose channels are theirs to see. */
  groupIds: readonly string[] | 'all';
}

@Injectable()
export class ChannelStore {
  constructor(private readonly database: Database) {}

  async find(id: string, sql: Sql = this.database.sql): Promise<ChannelRow | null> {
    const [row] = await sql.select().from(chatChannels).where(eq(chatChannels.id, id));
    return row ?? null;
  }

  /** Whoever changes a message of the channel, or the channel, holds this first. */
  async lock(tx: Sql, id: string): Promise<ChannelRow | null> {
    const [row] = await tx.select().from(chatChannels).where(eq(chatChannels.id, id)).for('update');
    return row ?? null;
  }

  /** @returns null when one like it is there already: a unique key holds that */
  async insert(tx: Sql, channel: NewChannel, people: readonly string[] = []): Promise<ChannelRow | null> {
    const [row] = await tx
      .insert(chatChannels)
      .values({ topic: '', ...channel })
      .onConflictDoNothing()
      .returning();
    if (row !== undefined) await this.addPeople(tx, row.id, people);
    return row ?? null;
  }

  async addPeople(tx: Sql, channelId: string, memberIds: readonly string[]): Promise<void> {
    if (memberIds.length === 0) return;
    await tx
      .insert(chatPeople)
      .values(memberIds.map((memberId) => ({ channelId, memberId })))
      .onConflictDoNothing();
  }

  /** The channels that are there by themselves: those of the camp and of its groups. */
  ofCamp(campId: string): Promise<ChannelRow[]> {
    return this.database.sql
      .select()
      .from(chatChannels)
      .where(
        and(
          eq(chatChannels.campId, campId),
          inArray(chatChannels.kind, ['general', 'announcements', 'staff', 'group']),
        ),
      );
  }

  /** About something, for the whole camp, and open. */
  topicsOf(campId: string): Promise<ChannelRow[]> {
    return this.database.sql
      .select()
      .from(chatChannels)
      .where(
        and(
          eq(chatChannels.campId, campId),
          eq(chatChannels.kind, 'topic'),
          isNull(chatChannels.groupId),
          isNull(chatChannels.archivedAt),
        ),
      )
      .orderBy(asc(chatChannels.id));
  }

  async ofGroup(groupId: string): Promise<ChannelRow | null> {
    const [row] = await this.database.sql
      .select()
      .from(chatChannels)
      .where(and(eq(chatChannels.groupId, groupId), eq(chatChannels.kind, 'group')));
    return row ?? null;
  }

  async direct(campId: string, peopleKey: string, sql: Sql = this.database.sql): Promise<ChannelRow | null> {
    const [row] = await sql
      .select()
      .from(chatChannels)
      .where(
        and(eq(chatChannels.campId, campId), eq(chatChannels.peopleKey, peopleKey), eq(chatChannels.kind, 'direct')),
      );
    return row ?? null;
  }

  async openedBy(createdBy: string, clientId: string, sql: Sql = this.database.sql): Promise<ChannelRow | null> {
    const [row] = await sql
      .select()
      .from(chatChannels)
      .where(and(eq(chatChannels.createdBy, createdBy), eq(chatChannels.clientId, clientId)));
    return row ?? null;
  }

  /** By id, as they were opened. */
  readableBy({ campId, staff, memberId, groupIds }: WhoReads): Promise<ChannelRow[]> {
    const sql = this.database.sql;
    const ofAll = and(isNull(chatChannels.groupId), inArray(chatChannels.kind, ['general', 'announcements', 'topic']));
    const ofStaff = staff ? eq(chatChannels.kind, 'staff') : undefined;
    const ofGroups =
      groupIds === 'all' ? isNotNull(chatChannels.groupId) : inArray(chatChannels.groupId, [...groupIds]);
    const own =
      memberId === null
        ? undefined
        : inArray(
            chatChannels.id,
            sql.select({ id: chatPeople.channelId }).from(chatPeople).where(eq(chatPeople.memberId, memberId)),
          );
    return sql
      .select()
      .from(chatChannels)
      .where(and(eq(chatChannels.campId, campId), or(ofAll, ofStaff, ofGroups, own)))
      .orderBy(asc(chatChannels.id));
  }

  /** The members that channels belong to, by id; channels that are not people's have none. */
  async people(channelIds: readonly string[], sql: Sql = this.database.sql): Promise<Map<string, string[]>> {
    const byChannel = new Map<string, string[]>(channelIds.map((id) => [id, []]));
    if (channelIds.length === 0) return byChannel;
    const rows = await sql
      .select()
      .from(chatPeople)
      .where(inArray(chatPeople.channelId, [...channelIds]))
      .orderBy(asc(chatPeople.memberId));
    for (const { channelId, memberId } of rows) byChannel.get(channelId)?.push(memberId);
    return byChannel;
  }

  /** Only if it still has this version. @returns it with its new version, else null */
  async change(
    tx: Sql,
    id: string,
    version: number,
    to: Partial<Pick<ChannelRow, 'name' | 'topic' | 'archivedAt'>>,
  ): Promise<ChannelRow | null> {
    const [row] = await tx
      .update(chatChannels)
      .set({ ...to, version: version + 1 })
      .where(and(eq(chatChannels.id, id), eq(chatChannels.version, version)))
      .returning();
    return row ?? null;
  }

  /** One revision more, and with `sends` one message more. */
  async advance(tx: Sql, id: string, sends = 0): Promise<{ rev: number; lastSeq: number }> {
    const [row] = await tx
      .update(chatChannels)
      .set({ rev: drizzleSql`${chatChannels.rev} + 1`, lastSeq: drizzleSql`${chatChannels.lastSeq} + ${sends}` })
      .where(eq(chatChannels.id, id))
      .returning({ rev: chatChannels.rev, lastSeq: chatChannels.lastSeq });
    if (row === undefined) throw new Error(`The channel ${id} is locked, so it is there`);
    return row;
  }

  async idsOf(campId: string): Promise<string[]> {
    const rows = await this.database.sql
      .select({ id: chatChannels.id })
      .from(chatChannels)
      .where(eq(chatChannels.campId, campId));
    return rows.map(({ id }) => id);
  }

  async removeCamp(tx: Sql, campId: string): Promise<void> {
    await tx.delete(chatChannels).where(eq(chatChannels.campId, campId));
  }
}

/** @param group that it belongs to, by whose name it is known and with which it is closed */
export function channelOf(
  row: ChannelRow,
  people: readonly string[] = [],
  group: { name: string; closedAt: Date | null } | null = null,
): Channel {
  const { id, campId, groupId, kind, name, topic, createdBy, createdAt, archivedAt, version } = row;
  return {
    id,
    campId,
    groupId,
    kind,
    name: kind === 'group' ? (group?.name ?? null) : name,
    topic,
    people: [...people],
    createdBy,
    createdAt: createdAt.toISOString(),
    archivedAt: (archivedAt ?? group?.closedAt)?.toISOString() ?? null,
    version,
  };
}
