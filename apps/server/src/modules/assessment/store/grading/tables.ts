import type { AnsweredBy, ProposalFlag, ProposalState } from '@tailcamp/contracts';
import { index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { encrypted, instant } from '../../../../platform/database/index.js';
import { writtenAnswers } from '../attempts/tables.js';

/** Grades as a model or rules would give them. */
export const gradeProposals = pgTable('grade_proposals', {
  answerId: uuid('answer_id')
    .primaryKey()
    .references(() => writtenAnswers.id, { onDelete: 'cascade' }),
  state: text('state').$type<ProposalState>().notNull(),
  /** How often somebody asked for it, the arrival of the answer included; each is a job of its own. */
  asks: integer('asks').notNull(),
  /** Runs of the job that have begun since. */
  tries: integer('tries').notNull(),
  /** When the model is asked again by itself. */
  retryAt: instant('retry_at'),
  by: jsonb('by').$type<AnsweredBy>(),
  flags: jsonb('flags').$type<ProposalFlag[]>().notNull(),
  /** Reasons, quotes and findings as JSON: they hold words of the answer. */
  content: encrypted('content'),
});

/** Every grade that an answer was given, so that nothing that stood there is lost. */
export const answerGrades = pgTable(
  'answer_grades',
  {
    id: uuid('id').primaryKey(),
    answerId: uuid('answer_id')
      .notNull()
      .references(() => writtenAnswers.id, { onDelete: 'cascade' }),
    campId: uuid('camp_id').notNull(),
    at: instant('at').notNull(),
    /** Null: released as proposed. */
    byUser: uuid('by_user'),
    levels: jsonb('levels').$type<number[]>().notNull(),
    before: jsonb('before').$type<number[]>(),
    /** What was proposed then, and by whom; null where nothing was. */
    proposed: jsonb('proposed').$type<(number | null)[]>(),
    proposedBy: text('proposed_by'),
    /** How many levels each criterion has. */
    scales: jsonb('scales').$type<number[]>().notNull(),
  },
  (table) => [index('answer_grades_answer').on(table.answerId), index('answer_grades_camp').on(table.campId)],
);
