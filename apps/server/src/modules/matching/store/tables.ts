import type { Policy, RunPoint, RunSolver } from '@tailcamp/contracts';
import { sql } from 'drizzle-orm';
import { bigint, doublePrecision, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { encrypted, instant } from '../../../platform/database/index.js';

export const policies = pgTable('policies', {
  campId: uuid('camp_id').primaryKey(),
  policy: jsonb('policy').$type<Policy>().notNull(),
  version: integer('version').notNull(),
  updatedAt: instant('updated_at').notNull(),
});

export const runs = pgTable(
  'runs',
  {
    id: uuid('id').primaryKey(),
    campId: uuid('camp_id').notNull(),
    number: integer('number').notNull(),
    state: text('state', { enum: ['queued', 'running', 'done', 'failed', 'cancelled', 'accepted'] }).notNull(),
    /** The job that does it. */
    jobId: uuid('job_id').notNull(),
    /** Counts the times that a worker began it; what an earlier one still writes is refused. */
    execution: integer('execution').notNull().default(0),
    policy: jsonb('policy').$type<Policy>().notNull(),
    seed: bigint('seed', { mode: 'number' }).notNull(),
    engine: text('engine').notNull(),
    students: integer('students').notNull(),
    /** Snapshot as JSON: the students as they were when the run was started. */
    snapshot: encrypted('snapshot').notNull(),
    phase: text('phase'),
    moves: bigint('moves', { mode: 'number' }).notNull().default(0),
    of: bigint('of', { mode: 'number' }).notNull().default(0),
    curve: jsonb('curve').$type<RunPoint[]>().notNull().default([]),
    groups: integer('groups'),
    objective: doublePrecision('objective'),
    worst: doublePrecision('worst'),
    hardViolations: integer('hard_violations'),
    /** RunResult as JSON: its evidence tells of people. */
    result: encrypted('result'),
    solver: jsonb('solver').$type<RunSolver>(),
    problem: text('problem'),
    createdAt: instant('created_at').notNull(),
    startedAt: instant('started_at'),
    finishedAt: instant('finished_at'),
  },
  (table) => [
    uniqueIndex('runs_camp_number').on(table.campId, table.number),
    uniqueIndex('runs_one_open').on(table.campId).where(sql`${table.state} in ('queued', 'running')`),
    uniqueIndex('runs_one_accepted').on(table.campId).where(sql`${table.state} = 'accepted'`),
  ],
);

/** Results rearranged by hand. */
export const scenarios = pgTable(
  'scenarios',
  {
    id: uuid('id').primaryKey(),
    campId: uuid('camp_id').notNull(),
    runId: uuid('run_id').notNull(),
    /** ScenarioContent as JSON: its name and its groups tell of people. */
    content: encrypted('content').notNull(),
    objective: doublePrecision('objective').notNull(),
    worst: doublePrecision('worst').notNull(),
    hardViolations: integer('hard_violations').notNull(),
    moved: integer('moved').notNull(),
    /** The run that solves the rest of it, until its result is saved here. */
    solving: uuid('solving'),
    /** The version that became the groups of the camp; null when they are others. */
    publishedVersion: integer('published_version'),
    version: integer('version').notNull(),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [
    index('scenarios_of_camp').on(table.campId, table.id),
    index('scenarios_of_run').on(table.runId, table.id),
    uniqueIndex('scenarios_one_published').on(table.campId).where(sql`${table.publishedVersion} is not null`),
  ],
);
