import { sql } from 'drizzle-orm';
import { boolean, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { encrypted, instant } from '../../../../platform/database/index.js';
import type { Layout } from '../../domain/attempt/question-layout.js';

/** Each question that was asked in practice; one without an answer waits for it. What is remembered is a fold of them. */
export const practiceQuestions = pgTable(
  'practice_questions',
  {
    id: uuid('id').primaryKey(),
    campId: uuid('camp_id').notNull(),
    memberId: uuid('member_id').notNull(),
    track: text('track').notNull(),
    skill: text('skill').notNull(),
    itemId: uuid('item_id').notNull(),
    version: integer('version').notNull(),
    /** It closes a lesson: asked though no attempt has shown it. */
    check: boolean('check').notNull().default(false),
    layout: jsonb('layout').$type<Layout>().notNull(),
    askedAt: instant('asked_at').notNull(),
    answeredAt: instant('answered_at'),
    /** Answer as JSON. */
    answer: encrypted('answer'),
    right: boolean('right'),
  },
  (table) => [
    uniqueIndex('practice_questions_one_waits').on(table.memberId).where(sql`${table.answeredAt} is null`),
    index('practice_questions_member').on(table.memberId, table.skill, table.answeredAt),
    index('practice_questions_camp').on(table.campId),
  ],
);
