import type { CalibrationProblem, CalibrationState, ItemParameters, Misfit } from '@tailcamp/contracts';
import { sql } from 'drizzle-orm';
import {
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { instant } from '../../../../platform/database/index.js';

/** What a calibration says of one question: kept by its name, so that a copy of the camp has it as well. */
export interface Proposed {
  slug: string;
  askedHash: string;
  answers: number;
  before: ItemParameters;
  after: ItemParameters;
  errors: { discrimination: number; difficulty: number };
  infit: number;
  outfit: number;
  misfits: readonly Misfit[];
}

export const calibrations = pgTable(
  'calibrations',
  {
    id: uuid('id').primaryKey(),
    campId: uuid('camp_id').notNull(),
    track: text('track').notNull(),
    jobId: uuid('job_id').notNull(),
    state: text('state').$type<CalibrationState>().notNull(),
    /** Rises each time a worker begins it; only the one begun last may write. */
    execution: integer('execution').notNull().default(0),
    iteration: integer('iteration').notNull().default(0),
    learners: integer('learners').notNull(),
    answers: integer('answers').notNull(),
    createdAt: instant('created_at').notNull(),
    finishedAt: instant('finished_at'),
    problem: text('problem').$type<CalibrationProblem>(),
    proposal: jsonb('proposal').$type<readonly Proposed[]>(),
    /** Names of the questions that took what was proposed. */
    applied: jsonb('applied').$type<readonly string[]>().notNull().default([]),
  },
  (table) => [
    uniqueIndex('calibrations_one_open')
      .on(table.campId, table.track)
      .where(sql`${table.state} in ('queued', 'running')`),
    index('calibrations_camp').on(table.campId, table.createdAt),
  ],
);

/** Both hold for a question of a camp, by its name, while it is asked as it was when they were estimated. */
const ofQuestion = {
  campId: uuid('camp_id').notNull(),
  slug: text('slug').notNull(),
  askedHash: text('asked_hash').notNull(),
};

/** What a camp's own answers have told of a question: these parameters go before the author's. */
export const campEstimates = pgTable(
  'camp_estimates',
  {
    ...ofQuestion,
    discrimination: doublePrecision('discrimination').notNull(),
    difficulty: doublePrecision('difficulty').notNull(),
    guessing: doublePrecision('guessing').notNull(),
    discriminationError: doublePrecision('discrimination_error').notNull(),
    difficultyError: doublePrecision('difficulty_error').notNull(),
  },
  (table) => [primaryKey({ columns: [table.campId, table.slug] })],
);

/** What the newest calibration found wrong with a question, whether or not its parameters were taken. */
export const campMisfits = pgTable(
  'camp_misfits',
  { ...ofQuestion, misfits: jsonb('misfits').$type<readonly Misfit[]>().notNull() },
  (table) => [primaryKey({ columns: [table.campId, table.slug] })],
);
