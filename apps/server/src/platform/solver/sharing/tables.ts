import { integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { bytes, instant } from '../../database/index.js';
import type { FoundGrouping, TaskOutline } from './part.js';

/** Solves whose blocks other processes may work on. A row goes when its solve is over, however it ended. */
export const sharedSolves = pgTable('shared_solves', {
  id: uuid('id').primaryKey(),
  /** The run it is for, for the log; null where it is for none. */
  runId: uuid('run_id'),
  /** Only the same engine comes to the same answer. */
  engine: text('engine').notNull(),
  /** Its process moves this on; later, nobody waits for the blocks any more. */
  until: instant('until').notNull(),
});

/**
 * What is offered of them: a few blocks each, as numbers alone. Unlogged, and the vectors uncompressed (see the migration):
 * nothing here is missed after a crash, for the solve has what it offered.
 */
export const sharedParts = pgTable(
  'shared_parts',
  {
    solveId: uuid('solve_id')
      .notNull()
      .references(() => sharedSolves.id, { onDelete: 'cascade' }),
    /** Counts through all rounds of the solve. */
    number: integer('number').notNull(),
    outlines: jsonb('outlines').$type<TaskOutline[]>().notNull(),
    vectors: bytes('vectors').notNull(),
    /** The process that works on it, and until when it need not show that it lives. */
    claimedBy: uuid('claimed_by'),
    claimedUntil: instant('claimed_until'),
    found: jsonb('found').$type<FoundGrouping[]>(),
  },
  (table) => [primaryKey({ columns: [table.solveId, table.number] })],
);
