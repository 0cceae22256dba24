import type { Reply } from '@tailcamp/contracts';
import { index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { bytes, instant } from '../../../../platform/database/index.js';

export const meetings = pgTable(
  'meetings',
  {
    id: uuid('id').primaryKey(),
    groupId: uuid('group_id').notNull(),
    campId: uuid('camp_id').notNull(),
    title: text('title').notNull(),
    agenda: text('agenda').notNull(),
    place: text('place').notNull(),
    startsAt: instant('starts_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    series: uuid('series'),
    /** Which of its series it is, from 0. */
    week: integer('week').notNull(),
    replies: jsonb('replies').$type<Record<string, Reply>>().notNull(),
    createdBy: uuid('created_by'),
    createdAt: instant('created_at').notNull(),
    changedAt: instant('changed_at').notNull(),
    cancelledAt: instant('cancelled_at'),
    /** When it was last said that it begins soon; null: not yet for this beginning. */
    remindedAt: instant('reminded_at'),
    madeBy: uuid('made_by'),
    clientId: uuid('client_id'),
    version: integer('version').notNull().default(1),
  },
  (table) => [
    index('meetings_group').on(table.groupId, table.startsAt),
    index('meetings_starts').on(table.startsAt),
    uniqueIndex('meetings_made').on(table.madeBy, table.clientId, table.week),
  ],
);

/** Secret addresses of calendars; what is secret in them is kept as its hash alone. */
export const calendarFeeds = pgTable(
  'calendar_feeds',
  {
    userId: uuid('user_id').notNull(),
    groupId: uuid('group_id').notNull(),
    tokenHash: bytes('token_hash').notNull(),
    since: instant('since').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.groupId] }),
    uniqueIndex('calendar_feeds_token').on(table.tokenHash),
  ],
);
