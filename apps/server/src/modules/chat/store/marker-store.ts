import { Injectable } from '@nestjs/common';
import type { Reading, Seen } from '@tailcamp/contracts';
import { and, asc, sql as drizzleSql, eq, gte } from 'drizzle-orm';
import { Database, rowsOf, type Sql } from '../../../platform/database/index.js';
import { chatMarkers } from './tables.js';

/** Whose markers. What was sent before they joined counts as read until they say otherwise. */
export interface MarkedBy {
  memberId: string;
  joinedAt: Date;
}

export interface ReadingRow extends Reading {
  id: string;
  lastSeq: number;
  /** ms; null where nothing was sent. */
  lastAt: number | null;
}

@Injectable()
export class MarkerStore {
  constructor(private readonly database: Database) {}

  /**
   * How far a member has read each of these channels and what is unread, counted from the messages; one statement, so
   * that counts and `rev` are of one moment.
   */
  async readings(
    channelIds: readonly string[],
    { memberId, joinedAt }: MarkedBy,
    sql: Sql = this.database.sql,
  ): Promise<Map<string, ReadingRow>> {
    if (channelIds.length === 0) return new Map();
    const ids = drizzleSql`${`{${channelIds.join(',')}}`}::uuid[]`;
    const me = drizzleSql`${memberId}::uuid`;
    const visible = drizzleSql`m.channel_id = c.id AND m.withheld_from IS DISTINCT FROM ${me}`;
    const rows = await rowsOf<ReadingRow>(
      sql.execute(drizzleSql`
        SELECT c.id, r.read_seq AS "readSeq", coalesce(k.marker, 0) AS marker, u.unread, u.mentions,
          CASE WHEN c.kind = 'direct' THEN coalesce((SELECT max(rev) FROM chat_messages m WHERE ${visible}), 0) ELSE c.rev END AS rev,
          coalesce(l.seq, 0) AS "lastSeq", l.at AS "lastAt"
        FROM chat_channels c
          LEFT JOIN chat_markers k ON k.channel_id = c.id AND k.member_id = ${me}
          CROSS JOIN LATERAL (
            SELECT coalesce(k.read_seq, (
              SELECT seq FROM chat_messages m WHERE m.channel_id = c.id AND m.created_at < ${joinedAt.toISOString()}::timestamptz
              ORDER BY created_at DESC, seq DESC LIMIT 1), 0) AS read_seq
          ) AS r
          CROSS JOIN LATERAL (
            SELECT count(*)::int AS unread,
              (count(*) FILTER (WHERE m.everyone OR ${me} = ANY (m.mentions)))::int AS mentions
            FROM chat_messages m
            WHERE ${visible} AND m.seq > r.read_seq AND m.author_id <> ${me} AND m.deleted_at IS NULL
          ) AS u
          LEFT JOIN LATERAL (
            SELECT m.seq, (extract(epoch FROM m.created_at) * 1000)::float8 AS at
            FROM chat_messages m WHERE ${visible} ORDER BY m.seq DESC LIMIT 1
          ) AS l ON true
        WHERE c.id = ANY (${ids})`),
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Moves the marker on, never back. @returns whether it moved */
  async read(tx: Sql, channelId: string, memberId: string, seq: number): Promise<boolean> {
    const moved = await tx
      .insert(chatMarkers)
      .values({ channelId, memberId, readSeq: seq, seenSeq: seq, marker: 1 })
      .onConflictDoUpdate({
        target: [chatMarkers.channelId, chatMarkers.memberId],
        set: {
          readSeq: seq,
          seenSeq: drizzleSql`greatest(${chatMarkers.seenSeq}, ${seq})`,
          marker: drizzleSql`${chatMarkers.marker} + 1`,
        },
        setWhere: drizzleSql`${chatMarkers.readSeq} < ${seq}`,
      })
      .returning({ marker: chatMarkers.marker });
    return moved.length > 0;
  }

  /** Takes the marker back to just before a message; what was seen stays seen. */
  async unread(tx: Sql, channelId: string, memberId: string, seq: number): Promise<boolean> {
    const readSeq = seq - 1;
    const moved = await tx
      .insert(chatMarkers)
      .values({ channelId, memberId, readSeq, seenSeq: 0, marker: 1 })
      .onConflictDoUpdate({
        target: [chatMarkers.channelId, chatMarkers.memberId],
        set: { readSeq, marker: drizzleSql`${chatMarkers.marker} + 1` },
        setWhere: drizzleSql`${chatMarkers.readSeq} <> ${readSeq}`,
      })
      .returning({ marker: chatMarkers.marker });
    return moved.length > 0;
  }

  async seenSeq(channelId: string, memberId: string, sql: Sql = this.database.sql): Promise<number> {
    const [row] = await sql
      .select({ seq: chatMarkers.seenSeq })
      .from(chatMarkers)
      .where(and(eq(chatMarkers.channelId, channelId), eq(chatMarkers.memberId, memberId)));
    return row?.seq ?? 0;
  }

  /** Who has seen at least up to `from`, by member. */
  seen(channelId: string, from = 1): Promise<Seen[]> {
    return this.database.sql
      .select({ memberId: chatMarkers.memberId, seq: chatMarkers.seenSeq })
      .from(chatMarkers)
      .where(and(eq(chatMarkers.channelId, channelId), gte(chatMarkers.seenSeq, from)))
      .orderBy(asc(chatMarkers.memberId));
  }

  async removeMember(tx: Sql, memberId: string): Promise<void> {
    await tx.delete(chatMarkers).where(eq(chatMarkers.memberId, memberId));
  }
}
