import type { AssessmentSettings, EndedBy, SharedWith } from '@tailcamp/contracts';
import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { encrypted, instant } from '../../../../platform/database/index.js';
import type { FrozenBank } from '../../domain/attempt/frozen-bank.js';
import type { Outcome } from '../../domain/attempt/outcome.js';
import type { Layout } from '../../domain/attempt/question-layout.js';

/** Banks as attempts have frozen them, each once however many draw from it. */
export const frozenBanks = pgTable('frozen_banks', {
  /** Of its content. */
  hash: text('hash').primaryKey(),
  bank: jsonb('bank').$type<FrozenBank>().notNull(),
});

/** How often a question of a bank may be asked when it is the best (Sympson & Hetter), by what the bank measures with. */
export const exposureControls = pgTable('exposure_controls', {
  /** Of the questions' names, skills and parameters. */
  hash: text('hash').primaryKey(),
  controls: jsonb('controls').$type<Record<string, number>>().notNull(),
});

export const attempts = pgTable(
  'assessment_attempts',
  {
    id: uuid('id').primaryKey(),
    campId: uuid('camp_id').notNull(),
    memberId: uuid('member_id').notNull(),
    track: text('track').notNull(),
    /** Counts from 1 for each member and track. */
    number: integer('number').notNull(),
    state: text('state', { enum: ['open', 'over'] }).notNull(),
    seed: bigint('seed', { mode: 'number' }).notNull(),
    bank: text('bank')
      .notNull()
      .references(() => frozenBanks.hash),
    /** Names of the questions that the learner has met in attempts before, which shall come last. */
    met: jsonb('met').$type<string[]>().notNull().default([]),
    feedback: text('feedback', { enum: ['at-once', 'at-end'] }).notNull(),
    /** How many written questions come at the end. */
    writtenCount: integer('written_count').notNull(),
    startedAt: instant('started_at').notNull(),
    /** Null without a limit. */
    endsAt: instant('ends_at'),
    finishedAt: instant('finished_at'),
    endedBy: text('ended_by').$type<EndedBy>(),
    outcome: jsonb('outcome').$type<Outcome>(),
    /** Written answers that nobody has graded yet. */
    pending: integer('pending').notNull(),
  },
  (table) => [
    unique('assessment_attempts_number').on(table.memberId, table.track, table.number),
    uniqueIndex('assessment_attempts_one_open').on(table.memberId, table.track).where(sql`${table.state} = 'open'`),
    index('assessment_attempts_camp').on(table.campId, table.track),
  ],
);

/** Each question that was asked; one without an answer waits for it, or time was up. */
export const attemptAnswers = pgTable(
  'assessment_answers',
  {
    attemptId: uuid('attempt_id')
      .notNull()
      .references(() => attempts.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    itemId: uuid('item_id').notNull(),
    version: integer('version').notNull(),
    /** The question's name in the frozen bank. */
    name: text('name').notNull(),
    layout: jsonb('layout').$type<Layout>().notNull(),
    written: boolean('written').notNull(),
    askedAt: instant('asked_at').notNull(),
    answeredAt: instant('answered_at'),
    /** Answer as JSON. */
    answer: encrypted('answer'),
    right: boolean('right'),
  },
  (table) => [
    primaryKey({ columns: [table.attemptId, table.position] }),
    index('assessment_answers_item').on(table.itemId),
  ],
);

/** Written answers and what somebody gave them. */
export const writtenAnswers = pgTable(
  'written_answers',
  {
    id: uuid('id').primaryKey(),
    campId: uuid('camp_id').notNull(),
    attemptId: uuid('attempt_id')
      .notNull()
      .references(() => attempts.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    state: text('state', { enum: ['pending', 'graded'] }).notNull(),
    answeredAt: instant('answered_at').notNull(),
    levels: jsonb('levels').$type<number[]>(),
    points: integer('points'),
    of: integer('of').notNull(),
    comment: encrypted('comment'),
    gradedAt: instant('graded_at'),
    gradedBy: uuid('graded_by'),
    /** Graded as it was proposed, and not looked at yet. */
    released: boolean('released').notNull().default(false),
    version: integer('version').notNull(),
  },
  (table) => [
    unique('written_answers_place').on(table.attemptId, table.position),
    index('written_answers_queue').on(table.campId, table.state, table.answeredAt),
  ],
);

/** Faults that learners reported. */
export const itemReports = pgTable(
  'item_reports',
  {
    id: uuid('id').primaryKey(),
    campId: uuid('camp_id').notNull(),
    itemId: uuid('item_id').notNull(),
    version: integer('version').notNull(),
    attemptId: uuid('attempt_id')
      .notNull()
      .references(() => attempts.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    text: encrypted('text').notNull(),
    at: instant('at').notNull(),
    resolvedAt: instant('resolved_at'),
  },
  (table) => [
    unique('item_reports_place').on(table.attemptId, table.position),
    index('item_reports_item').on(table.campId, table.itemId),
  ],
);

export const assessmentSettings = pgTable('assessment_settings', {
  campId: uuid('camp_id').primaryKey(),
  settings: jsonb('settings').$type<AssessmentSettings>().notNull(),
  version: integer('version').notNull(),
});

export const accommodations = pgTable(
  'assessment_accommodations',
  {
    campId: uuid('camp_id').notNull(),
    memberId: uuid('member_id').notNull(),
    timeFactor: doublePrecision('time_factor').notNull(),
    version: integer('version').notNull(),
  },
  (table) => [primaryKey({ columns: [table.campId, table.memberId] })],
);

export const profileSharing = pgTable('profile_sharing', {
  memberId: uuid('member_id').primaryKey(),
  campId: uuid('camp_id').notNull(),
  with: text('with').$type<SharedWith>().notNull(),
  version: integer('version').notNull(),
});
