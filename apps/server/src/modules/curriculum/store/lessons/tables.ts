import type { Drafted, LessonState, StudioKind } from '@tailcamp/contracts';
import { integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { instant } from '../../../../platform/database/index.js';

/**
 * Lessons: the library's, which have no camp, and those of a camp, which stand for it in the place of the library's with
 * the same name once they have been published or retired.
 */
export const lessons = pgTable(
  'lessons',
  {
    id: uuid('id').primaryKey(),
    campId: uuid('camp_id'),
    slug: text('slug').notNull(),
    /** Of the shipped lesson it was last taken from; null for what somebody else wrote. */
    shippedHash: text('shipped_hash'),
    /** The newest. */
    version: integer('version').notNull(),
    state: text('state').$type<LessonState>().notNull(),
    /** The version that is learnt from, older than the newest while that is a draft; null for none. */
    published: integer('published'),
  },
  (table) => [unique('lessons_name').on(table.campId, table.slug).nullsNotDistinct()],
);

/** Every version of every lesson, a change of its state being one too: who changed what, and what can be brought back. */
export const lessonVersions = pgTable(
  'lesson_versions',
  {
    lessonId: uuid('lesson_id')
      .notNull()
      .references(() => lessons.id, { onDelete: 'cascade' }),
    version: integer('version').notNull(),
    state: text('state').$type<LessonState>().notNull(),
    skill: text('skill').notNull(),
    title: text('title').notNull(),
    kind: text('kind').$type<StudioKind>().notNull(),
    minutes: integer('minutes').notNull(),
    objectives: jsonb('objectives').$type<string[]>().notNull(),
    check: jsonb('check').$type<string[]>().notNull(),
    body: text('body').notNull(),
    /** Null: it came with TailCamp. */
    byUser: uuid('by_user'),
    at: instant('at').notNull(),
    /** What whoever moved it to this state said. */
    comment: text('comment'),
    /** Who drafted this text and from what; null once somebody has changed it. */
    drafted: jsonb('drafted').$type<Drafted>(),
  },
  (table) => [primaryKey({ columns: [table.lessonId, table.version] })],
);

/** At most one row: which state of the shipped lessons stands in the library. */
export const shippedLessons = pgTable('shipped_lessons', {
  id: text('id', { enum: ['shipped'] }).primaryKey(),
  hash: text('hash').notNull(),
});
