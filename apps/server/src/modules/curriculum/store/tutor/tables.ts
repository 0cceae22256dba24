import type { AnsweredBy, TutorOutcome, TutorSettings, TutorSource, TutorTurn } from '@tailcamp/contracts';
import { boolean, index, integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { encrypted, instant } from '../../../../platform/database/index.js';

/** Conversations of learners with the tutor. */
export const tutorThreads = pgTable(
  'tutor_threads',
  {
    id: uuid('id').primaryKey(),
    campId: uuid('camp_id').notNull(),
    memberId: uuid('member_id').notNull(),
    userId: uuid('user_id').notNull(),
    title: encrypted('title').notNull(),
    /** What was said in the first turns, once it has become long; for the model alone. */
    summary: encrypted('summary'),
    /** The last turn that the summary tells of. */
    summarised: integer('summarised').notNull().default(0),
    openToStaff: boolean('open_to_staff').notNull(),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [
    index('tutor_threads_member').on(table.memberId, table.id),
    index('tutor_threads_camp').on(table.campId, table.id),
  ],
);

/** Questions with their answers. */
export const tutorTurns = pgTable(
  'tutor_turns',
  {
    id: uuid('id').primaryKey(),
    threadId: uuid('thread_id')
      .notNull()
      .references(() => tutorThreads.id, { onDelete: 'cascade' }),
    memberId: uuid('member_id').notNull(),
    number: integer('number').notNull(),
    clientId: uuid('client_id').notNull(),
    question: encrypted('question').notNull(),
    /** The step that it was asked at. */
    skill: text('skill'),
    askedAt: instant('asked_at').notNull(),
    state: text('state').$type<TutorTurn['state']>().notNull(),
    /** Which of several attempts at an answer may write it, and until when it counts as alive. */
    execution: uuid('execution'),
    aliveUntil: instant('alive_until'),
    attempts: integer('attempts').notNull().default(0),
    outcome: text('outcome').$type<TutorOutcome>(),
    reply: encrypted('reply'),
    sources: jsonb('sources').$type<TutorSource[]>().notNull().default([]),
    by: jsonb('by').$type<AnsweredBy>(),
    helpful: boolean('helpful'),
  },
  (table) => [
    unique('tutor_turns_number').on(table.threadId, table.number),
    unique('tutor_turns_client').on(table.memberId, table.clientId),
  ],
);

export const tutorSettings = pgTable('tutor_settings', {
  campId: uuid('camp_id').primaryKey(),
  settings: jsonb('settings').$type<TutorSettings>().notNull(),
  version: integer('version').notNull(),
});
