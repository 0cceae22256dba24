import type { ChannelKind, ReportOutcome } from '@tailcamp/contracts';
import { sql } from 'drizzle-orm';
import { boolean, customType, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { instant } from '../../../platform/database/index.js';

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });

export const chatChannels = pgTable(
  'chat_channels',
  {
    id: uuid('id').primaryKey(),
    campId: uuid('camp_id').notNull(),
    groupId: uuid('group_id'),
    kind: text('kind').$type<ChannelKind>().notNull(),
    /** Of a topic. */
    name: text('name'),
    topic: text('topic').notNull(),
    /** The ids of the people of a direct channel, sorted: the same people have one. */
    peopleKey: text('people_key'),
    /** The member who opened it, and by which of their sends. */
    createdBy: uuid('created_by'),
    clientId: uuid('client_id'),
    createdAt: instant('created_at').notNull(),
    archivedAt: instant('archived_at'),
    lastSeq: integer('last_seq').notNull().default(0),
    /** Rises with every change to a message. Whoever changes one holds this row. */
    rev: integer('rev').notNull().default(0),
    version: integer('version').notNull().default(1),
  },
  (table) => [
    index('chat_channels_camp').on(table.campId),
    uniqueIndex('chat_channels_of_camp')
      .on(table.campId, table.kind)
      .where(sql`kind IN ('general', 'announcements', 'staff')`),
    uniqueIndex('chat_channels_of_group').on(table.groupId).where(sql`kind = 'group'`),
    uniqueIndex('chat_channels_direct').on(table.campId, table.peopleKey).where(sql`kind = 'direct'`),
    uniqueIndex('chat_channels_topic')
      .on(table.campId, sql`coalesce(group_id, camp_id)`, sql`lower(name)`)
      .where(sql`kind = 'topic' AND archived_at IS NULL`),
    uniqueIndex('chat_channels_sent').on(table.createdBy, table.clientId),
  ],
);

const channelId = () =>
  uuid('channel_id')
    .notNull()
    .references(() => chatChannels.id, { onDelete: 'cascade' });

/** Who is in a direct channel. */
export const chatPeople = pgTable(
  'chat_people',
  { channelId: channelId(), memberId: uuid('member_id').notNull() },
  (table) => [
    primaryKey({ columns: [table.channelId, table.memberId] }),
    index('chat_people_member').on(table.memberId),
  ],
);

export const chatMessages = pgTable(
  'chat_messages',
  {
    id: uuid('id').primaryKey(),
    channelId: channelId(),
    seq: integer('seq').notNull(),
    /** Of the channel, at the last change. */
    rev: integer('rev').notNull(),
    authorId: uuid('author_id').notNull(),
    /** The account of the author, so that what they wrote can go with it. */
    authorUser: uuid('author_user').notNull(),
    clientId: uuid('client_id').notNull(),
    text: text('text').notNull(),
    replyTo: uuid('reply_to'),
    mentions: uuid('mentions').array().notNull(),
    everyone: boolean('everyone').notNull(),
    tasks: text('tasks').array().notNull(),
    /** The one of two people whom it does not reach, since they had blocked its author. */
    withheldFrom: uuid('withheld_from'),
    pinnedAt: instant('pinned_at'),
    pinnedBy: uuid('pinned_by'),
    locked: boolean('locked').notNull().default(false),
    editedAt: instant('edited_at'),
    version: integer('version').notNull().default(1),
    deletedAt: instant('deleted_at'),
    deletedBy: text('deleted_by', { enum: ['author', 'staff'] }),
    deletedReason: text('deleted_reason'),
    /** The member of staff or admin's account who removed it. */
    removedBy: uuid('removed_by'),
    createdAt: instant('created_at').notNull(),
    /** Stemmed in both languages: most messages are too short to tell which one they are in. */
    words: tsvector('words').generatedAlwaysAs(
      sql`to_tsvector('english'::regconfig, text) || to_tsvector('spanish'::regconfig, text)`,
    ),
    hasLink: boolean('has_link').generatedAlwaysAs(sql`text ~* '\\mhttps?://'`),
  },
  (table) => [
    uniqueIndex('chat_messages_place').on(table.channelId, table.seq),
    uniqueIndex('chat_messages_sent').on(table.authorId, table.clientId),
    index('chat_messages_thread').on(table.replyTo, table.seq).where(sql`reply_to IS NOT NULL`),
    index('chat_messages_time').on(table.channelId, table.createdAt),
    index('chat_messages_pinned').on(table.channelId).where(sql`pinned_at IS NOT NULL`),
    index('chat_messages_account').on(table.authorUser),
    index('chat_messages_words').using('gin', table.words),
  ],
);

const messageId = () =>
  uuid('message_id')
    .notNull()
    .references(() => chatMessages.id, { onDelete: 'cascade' });

/** What a message was until it was changed. */
export const chatEdits = pgTable(
  'chat_edits',
  {
    messageId: messageId(),
    /** The version of the message that it was. */
    version: integer('version').notNull(),
    text: text('text').notNull(),
    until: instant('until').notNull(),
  },
  (table) => [primaryKey({ columns: [table.messageId, table.version] })],
);

export const chatReactions = pgTable(
  'chat_reactions',
  {
    messageId: messageId(),
    emoji: text('emoji').notNull(),
    memberId: uuid('member_id').notNull(),
    /** Of the channel, when it came: the order of reactions. */
    rev: integer('rev').notNull(),
  },
  (table) => [primaryKey({ columns: [table.messageId, table.emoji, table.memberId] })],
);

/** How far a member has read a channel. */
export const chatMarkers = pgTable(
  'chat_markers',
  {
    channelId: channelId(),
    memberId: uuid('member_id').notNull(),
    readSeq: integer('read_seq').notNull(),
    /** How far they have ever read: marking something unread does not make it unseen. */
    seenSeq: integer('seen_seq').notNull(),
    marker: integer('marker').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.channelId, table.memberId] }),
    index('chat_markers_member').on(table.memberId),
  ],
);

export const chatBlocks = pgTable(
  'chat_blocks',
  { memberId: uuid('member_id').notNull(), blockedId: uuid('blocked_id').notNull(), campId: uuid('camp_id').notNull() },
  (table) => [primaryKey({ columns: [table.memberId, table.blockedId] })],
);

export const chatMutes = pgTable(
  'chat_mutes',
  {
    memberId: uuid('member_id').primaryKey(),
    campId: uuid('camp_id').notNull(),
    until: instant('until').notNull(),
    reason: text('reason').notNull(),
    since: instant('since').notNull(),
    /** The account of who did it. */
    mutedBy: uuid('muted_by').notNull(),
  },
  (table) => [index('chat_mutes_camp').on(table.campId)],
);

export const chatReports = pgTable(
  'chat_reports',
  {
    id: uuid('id').primaryKey(),
    campId: uuid('camp_id').notNull(),
    messageId: messageId(),
    channelId: uuid('channel_id').notNull(),
    authorId: uuid('author_id').notNull(),
    /** As it was reported, until it is closed. */
    text: text('text').notNull(),
    reporterId: uuid('reporter_id').notNull(),
    reason: text('reason').notNull(),
    createdAt: instant('created_at').notNull(),
    outcome: text('outcome').$type<ReportOutcome>(),
    closedAt: instant('closed_at'),
    /** The account of who closed it. */
    closedBy: uuid('closed_by'),
  },
  (table) => [
    uniqueIndex('chat_reports_once').on(table.messageId, table.reporterId),
    index('chat_reports_camp').on(table.campId, table.id),
  ],
);
