import { pgTable, text } from 'drizzle-orm/pg-core';
import { instant } from '../database/index.js';

/** Facts about this installation, such as a sealed word that proves that the key is the right one. */
export const installation = pgTable('installation', {
  key: text('key').primaryKey(),
  value: text('value').notNull(),
  createdAt: instant('created_at').notNull().defaultNow(),
});
