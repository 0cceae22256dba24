import { pgTable, text } from 'drizzle-orm/pg-core';
import { instant } from '../platform/database/index.js';

/** At most one row: that the demo was begun here, or made whole. It stays when the demo is removed. */
export const demoSeeding = pgTable('demo_seeding', {
  id: text('id', { enum: ['demo'] }).primaryKey(),
  state: text('state', { enum: ['begun', 'done'] }).notNull(),
  createdAt: instant('created_at').notNull().defaultNow(),
});
