import { Injectable } from '@nestjs/common';
import { byEmoji, type Message, type Reaction } from '@tailcamp/contracts';
import { and, asc, sql as drizzleSql, eq, inArray } from 'drizzle-orm';
import { rowsOf, type Sql } from '../../../platform/database/index.js';
import { chatReactions } from './tables.js';

export type ThreadOf = Pick<Message, 'replies' | 'lastReply'>;

/** What belongs to a message and stands in rows of its own. */
@Injectable()
export class MessageParts {
  /** By message: emojis by their code, so that none moves when others come or go; for each, who came first. */
  async reactions(messageIds: readonly string[], sql: Sql): Promise<Map<string, Reaction[]>> {
    const byMessage = new Map<string, Reaction[]>();
    if (messageIds.length === 0) return byMessage;
    const rows = await sql
      .select()
      .from(chatReactions)
      .where(inArray(chatReactions.messageId, [...messageIds]))
      .orderBy(asc(chatReactions.rev));
    for (const { messageId, emoji, memberId } of rows) {
      const reactions = byMessage.get(messageId) ?? [];
      const known = reactions.find((reaction) => reaction.emoji === emoji);
      if (known === undefined) reactions.push({ emoji, by: [memberId] });
      else known.by.push(memberId);
      byMessage.set(messageId, reactions);
    }
    for (const reactions of byMessage.values()) reactions.sort(byEmoji);
    return byMessage;
  }

  /** How many replies each of these began, of those that `me` may see; who began none is absent. */
  async threads(rootIds: readonly string[], me: string | null, sql: Sql): Promise<Map<string, ThreadOf>> {
    if (rootIds.length === 0) return new Map();
    const ids = drizzleSql`${`{${rootIds.join(',')}}`}::uuid[]`;
    const rows = await rowsOf<{ id: string; replies: number; seq: number; at: number }>(
      sql.execute(drizzleSql`
        SELECT root.id, thread.replies, thread.seq, (extract(epoch FROM last.created_at) * 1000)::float8 AS at
        FROM unnest(${ids}) AS root (id)
          CROSS JOIN LATERAL (
            SELECT count(*)::int AS replies, max(seq) AS seq FROM chat_messages m
            WHERE m.reply_to = root.id AND m.withheld_from IS DISTINCT FROM ${me}::uuid
          ) AS thread
          JOIN chat_messages last ON last.reply_to = root.id AND last.seq = thread.seq`),
    );
    return new Map(
      rows.map(({ id, replies, seq, at }) => [id, { replies, lastReply: { seq, at: new Date(at).toISOString() } }]),
    );
  }

  async emojis(tx: Sql, messageId: string): Promise<Set<string>> {
    const rows = await tx
      .selectDistinct({ emoji: chatReactions.emoji })
      .from(chatReactions)
      .where(eq(chatReactions.messageId, messageId));
    return new Set(rows.map(({ emoji }) => emoji));
  }

  /** @returns whether it was not there yet */
  async addReaction(tx: Sql, messageId: string, emoji: string, memberId: string, rev: number): Promise<boolean> {
    const added = await tx
      .insert(chatReactions)
      .values({ messageId, emoji, memberId, rev })
      .onConflictDoNothing()
      .returning({ rev: chatReactions.rev });
    return added.length > 0;
  }

  /** @returns whether it was there */
  async removeReaction(tx: Sql, messageId: string, emoji: string, memberId: string): Promise<boolean> {
    const removed = await tx
      .delete(chatReactions)
      .where(
        and(
          eq(chatReactions.messageId, messageId),
          eq(chatReactions.emoji, emoji),
          eq(chatReactions.memberId, memberId),
        ),
      )
      .returning({ rev: chatReactions.rev });
    return removed.length > 0;
  }
}
