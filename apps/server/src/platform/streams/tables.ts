import { sql } from 'drizzle-orm';
import { bigint, index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { instant } from '../database/index.js';

/** The newest sequence of a stream; its row lock puts the writers of one stream in line. */
export const streamHeads = pgTable(
  'stream_heads',
  {
    stream: text('stream').primaryKey(),
    seq: bigint('seq', { mode: 'number' }).notNull(),
    grownAt: instant('grown_at').notNull().defaultNow(),
  },
  (table) => [index('stream_heads_grown_at').on(table.grownAt)],
);

export const streamEvents = pgTable(
  'stream_events',
  {
    stream: text('stream').notNull(),
    seq: bigint('seq', { mode: 'number' }).notNull(),
    kind: text('kind').notNull(),
    data: jsonb('data').$type<Record<string, unknown>>().notNull(),
    /** What it carries, where people typed it. */
    about: uuid('about'),
    at: instant('at').notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.stream, table.seq] }),
    index('stream_events_about').on(table.about).where(sql`about IS NOT NULL`),
  ],
);
