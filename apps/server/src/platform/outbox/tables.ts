import { bigint, bigserial, index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { instant } from '../database/index.js';

/** What has been told in a transaction and not yet brought to its listeners; delivered rows are deleted. */
export const outbox = pgTable(
  'outbox',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    topic: text('topic').notNull(),
    payload: jsonb('payload').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (table) => [index('outbox_topic_id').on(table.topic, table.id)],
);

/** Who relays a topic now, and when it is worth trying again. */
export const outboxTopics = pgTable('outbox_topics', {
  topic: text('topic').primaryKey(),
  holder: text('holder'),
  heldUntil: instant('held_until'),
  failures: integer('failures').notNull().default(0),
  notBefore: instant('not_before'),
  /** The row that failed last and why, for the system page. */
  failedId: bigint('failed_id', { mode: 'number' }),
  error: text('error'),
});
