import { integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { encrypted, instant } from '../../../../platform/database/index.js';
import { items } from '../library/tables.js';

/** What models have explained, so that a class costs one. It goes with its question. */
export const explanations = pgTable(
  'explanations',
  {
    itemId: uuid('item_id')
      .notNull()
      .references(() => items.id, { onDelete: 'cascade' }),
    version: integer('version').notNull(),
    /** Of the answer; it tells nothing of its words, which may be somebody's own. */
    chosen: text('chosen').notNull(),
    language: text('language', { enum: ['en', 'es'] }).notNull(),
    /** Name and version. */
    prompt: text('prompt').notNull(),
    /** Provider and model. */
    model: text('model').notNull(),
    content: encrypted('content').notNull(),
    at: instant('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.itemId, table.version, table.chosen, table.language, table.prompt] })],
);
