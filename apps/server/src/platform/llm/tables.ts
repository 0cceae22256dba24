import { date, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';

/** What the model has cost: a row for each person, camp and day. */
export const modelUse = pgTable(
  'model_use',
  {
    day: date('day', { mode: 'string' }).notNull(),
    userId: uuid('user_id').notNull(),
    campId: uuid('camp_id').notNull(),
    /** Input and output; what is being asked just now counts with the most that it may take. */
    tokens: integer('tokens').notNull(),
    asks: integer('asks').notNull(),
    /** Name of the prompt asked last, for whoever looks into it. */
    prompt: text('prompt').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.day, table.userId, table.campId] }),
    index('model_use_camp').on(table.day, table.campId),
  ],
);
