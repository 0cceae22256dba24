import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { instant } from '../database/index.js';
import type { JobState } from './index.js';

/** Every job there is. The row is the truth; what carries its id to a worker may forget it. Payloads hold ids only. */
export const jobs = pgTable(
  'jobs',
  {
    id: uuid('id').primaryKey(),
    name: text('name').notNull(),
    key: text('key'),
    payload: jsonb('payload').notNull(),
    state: text('state').$type<JobState>().notNull().default('waiting'),
    runAt: instant('run_at').notNull(),
    /** Runs that began, without those that a stopping process gave back. */
    attempts: integer('attempts').notNull().default(0),
    /** Of these, the ones whose handler failed; the rest were lost with their worker. */
    failures: integer('failures').notNull().default(0),
    /** Fences a run: who comes with another token has lost the job. */
    lease: uuid('lease'),
    leaseUntil: instant('lease_until'),
    progress: jsonb('progress'),
    error: text('error'),
    createdAt: instant('created_at').notNull().defaultNow(),
    finishedAt: instant('finished_at'),
  },
  (table) => [
    uniqueIndex('jobs_key').on(table.name, table.key).where(sql`${table.state} in ('waiting', 'running')`),
    index('jobs_waiting').on(table.runAt, table.id).where(sql`${table.state} = 'waiting'`),
    index('jobs_running').on(table.leaseUntil).where(sql`${table.state} = 'running'`),
    index('jobs_state').on(table.state, table.finishedAt),
  ],
);

/** When something that is done again and again is next due; whose update moves it on has the turn. */
export const jobSchedules = pgTable('job_schedules', {
  name: text('name').primaryKey(),
  everyMs: integer('every_ms').notNull(),
  nextAt: instant('next_at').notNull().defaultNow(),
});
