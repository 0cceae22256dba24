import { Injectable } from '@nestjs/common';
import type { Message, Reaction } from '@tailcamp/contracts';
import { and, asc, desc, eq, getTableColumns, gt, gte, inArray, isNotNull, isNull, lt, ne, or } from 'drizzle-orm';
import { Database, type Sql } from '../../../platform/database/index.js';
import { MessageParts, type ThreadOf } from './message-parts.js';
import { chatEdits, chatMessages, chatReactions } from './tables.js';

/** Which stretch of a channel: before a place, after one, or from a moment on. */
interface Stretch {
  before?: number | undefined;
  after?: number | undefined;
  from?: Date | undefined;
  limit: number;
}

const { words: _words, hasLink: _hasLink, ...columns } = getTableColumns(chatMessages);
/** As a message is stored, without what is only searched by. */
export const MESSAGE_COLUMNS = columns;
export type MessageRow = Omit<typeof chatMessages.$inferSelect, 'words' | 'hasLink'>;
export type NewMessage = Omit<
  MessageRow,
  | 'pinnedAt'
  | 'pinnedBy'
  | 'locked'
  | 'editedAt'
  | 'version'
  | 'deletedAt'
  | 'deletedBy'
  | 'deletedReason'
  | 'removedBy'
>;
export type Deletion = Pick<MessageRow, 'deletedAt' | 'deletedBy' | 'deletedReason' | 'removedBy'>;

/** A message that was withheld from somebody does not exist for them. */
export const visibleTo = (memberId: string | null) =>
  memberId === null ? undefined : or(isNull(chatMessages.withheldFrom), ne(chatMessages.withheldFrom, memberId));

/** The same of a message at hand. */
export const visibleIn = ({ withheldFrom }: MessageRow, memberId: string | null): boolean =>
  memberId === null || withheldFrom !== memberId;

@Injectable()
export class MessageStore {
  constructor(
    private readonly database: Database,
    private readonly parts: MessageParts,
  ) {}

  async find(id: string, sql: Sql = this.database.sql): Promise<MessageRow | null> {
    const [row] = await sql.select(MESSAGE_COLUMNS).from(chatMessages).where(eq(chatMessages.id, id));
    return row ?? null;
  }

  async sentBy(authorId: string, clientId: string, sql: Sql = this.database.sql): Promise<MessageRow | null> {
    const [row] = await sql
      .select(MESSAGE_COLUMNS)
      .from(chatMessages)
      .where(and(eq(chatMessages.authorId, authorId), eq(chatMessages.clientId, clientId)));
    return row ?? null;
  }

  async insert(tx: Sql, message: NewMessage): Promise<MessageRow> {
    const [row] = await tx.insert(chatMessages).values(message).returning(MESSAGE_COLUMNS);
    if (row === undefined) throw new Error('An insert returns its row');
    return row;
  }

  async update(tx: Sql, id: string, to: Partial<MessageRow> & { rev: number }): Promise<MessageRow> {
    const [row] = await tx.update(chatMessages).set(to).where(eq(chatMessages.id, id)).returning(MESSAGE_COLUMNS);
    if (row === undefined) throw new Error(`The message ${id} is there: its channel is locked`);
    return row;
  }

  /** What a message was is kept beside it. */
  async keepEdit(tx: Sql, { id, version, text }: MessageRow, until: Date): Promise<void> {
    await tx.insert(chatEdits).values({ messageId: id, version, text, until });
  }

  edits(messageId: string): Promise<{ text: string; until: Date }[]> {
    return this.database.sql
      .select({ text: chatEdits.text, until: chatEdits.until })
      .from(chatEdits)
      .where(eq(chatEdits.messageId, messageId))
      .orderBy(asc(chatEdits.version));
  }

  /** Its place stays; text, what it was before and reactions go. */
  async erase(tx: Sql, id: string, rev: number, deletion: Deletion): Promise<MessageRow> {
    await tx.delete(chatEdits).where(eq(chatEdits.messageId, id));
    await tx.delete(chatReactions).where(eq(chatReactions.messageId, id));
    return this.update(tx, id, { rev, text: '', tasks: [], pinnedAt: null, pinnedBy: null, ...deletion });
  }

  /** In the order in which they were sent, at most `limit`. */
  async stretch(channelId: string, me: string | null, { before, after, from, limit }: Stretch): Promise<MessageRow[]> {
    const forwards = after !== undefined || from !== undefined;
    const rows = await this.database.sql
      .select(MESSAGE_COLUMNS)
      .from(chatMessages)
      .where(
        and(
          eq(chatMessages.channelId, channelId),
          before === undefined ? undefined : lt(chatMessages.seq, before),
          after === undefined ? undefined : gt(chatMessages.seq, after),
          from === undefined ? undefined : gte(chatMessages.createdAt, from),
          visibleTo(me),
        ),
      )
      .orderBy(...(from === undefined ? [] : [asc(chatMessages.createdAt)]), (forwards ? asc : desc)(chatMessages.seq))
      .limit(limit);
    return forwards ? rows : rows.reverse();
  }

  /** The newest replies of a thread, or those before a place; in the order in which they were sent. */
  async replies(rootId: string, me: string | null, before: number | undefined, limit: number): Promise<MessageRow[]> {
    const rows = await this.database.sql
      .select(MESSAGE_COLUMNS)
      .from(chatMessages)
      .where(
        and(
          eq(chatMessages.replyTo, rootId),
          before === undefined ? undefined : lt(chatMessages.seq, before),
          visibleTo(me),
        ),
      )
      .orderBy(desc(chatMessages.seq))
      .limit(limit);
    return rows.reverse();
  }

  /** The last pinned first. */
  pinned(channelId: string, me: string | null): Promise<MessageRow[]> {
    return this.database.sql
      .select(MESSAGE_COLUMNS)
      .from(chatMessages)
      .where(and(eq(chatMessages.channelId, channelId), isNotNull(chatMessages.pinnedAt), visibleTo(me)))
      .orderBy(desc(chatMessages.pinnedAt), desc(chatMessages.rev));
  }

  /** What an account wrote and has not deleted, by channel. */
  async ofAccount(userId: string, limit: number): Promise<MessageRow[]> {
    return this.database.sql
      .select(MESSAGE_COLUMNS)
      .from(chatMessages)
      .where(and(eq(chatMessages.authorUser, userId), isNull(chatMessages.deletedAt)))
      .orderBy(asc(chatMessages.channelId), asc(chatMessages.seq))
      .limit(limit);
  }

  async idsIn(channelIds: readonly string[], limit: number): Promise<string[]> {
    if (channelIds.length === 0) return [];
    const rows = await this.database.sql
      .select({ id: chatMessages.id })
      .from(chatMessages)
      .where(inArray(chatMessages.channelId, [...channelIds]))
      .limit(limit);
    return rows.map(({ id }) => id);
  }

  async removeAll(tx: Sql, ids: readonly string[]): Promise<void> {
    await tx.delete(chatMessages).where(inArray(chatMessages.id, [...ids]));
  }

  async findAll(ids: readonly string[]): Promise<MessageRow[]> {
    if (ids.length === 0) return [];
    return this.database.sql
      .select(MESSAGE_COLUMNS)
      .from(chatMessages)
      .where(inArray(chatMessages.id, [...ids]));
  }

  /** With reactions and threads, as `me` sees them. */
  async whole(rows: readonly MessageRow[], me: string | null, sql: Sql = this.database.sql): Promise<Message[]> {
    const ids = rows.map(({ id }) => id);
    const reactions = await this.parts.reactions(ids, sql);
    const threads = await this.parts.threads(
      rows.filter(({ replyTo }) => replyTo === null).map(({ id }) => id),
      me,
      sql,
    );
    return rows.map((row) => messageOf(row, reactions.get(row.id), threads.get(row.id)));
  }
}

/** Without more, a message that was just sent. */
export function messageOf(row: MessageRow, reactions: Reaction[] = [], thread?: ThreadOf): Message {
  const { id, channelId, seq, rev, clientId, authorId, text, replyTo, mentions, everyone, tasks, locked, version } =
    row;
  const { pinnedAt, pinnedBy, editedAt, deletedAt, deletedBy, deletedReason, createdAt } = row;
  return {
    id,
    channelId,
    seq,
    rev,
    clientId,
    authorId,
    text,
    replyTo,
    replies: thread?.replies ?? 0,
    lastReply: thread?.lastReply ?? null,
    mentions,
    everyone,
    tasks,
    reactions,
    pinned: pinnedAt === null ? null : { at: pinnedAt.toISOString(), by: pinnedBy },
    locked,
    editedAt: editedAt?.toISOString() ?? null,
    deleted:
      deletedAt === null ? null : { at: deletedAt.toISOString(), by: deletedBy ?? 'author', reason: deletedReason },
    createdAt: createdAt.toISOString(),
    version,
  };
}
