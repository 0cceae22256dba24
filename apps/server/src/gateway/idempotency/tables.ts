import { index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { encrypted, instant } from '../../platform/database/index.js';

/** One row for each `Idempotency-Key` of an account; keys and requests only as blind indexes. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    userId: uuid('user_id').notNull(),
    key: text('key').notNull(),
    /** Endpoint, path and body. */
    request: text('request').notNull(),
    /** Which attempt holds it, so that one that was given up cannot write over a later one. */
    attempt: uuid('attempt').notNull(),
    /** null while it runs. */
    answer: encrypted('answer'),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.key] }), index('idempotency_keys_age').on(table.createdAt)],
);
