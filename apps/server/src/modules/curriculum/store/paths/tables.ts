import type { CurriculumSettings, Goal } from '@tailcamp/contracts';
import { date, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { instant } from '../../../../platform/database/index.js';
import type { PlannedState } from '../../domain/path/steps.js';

/** What each member wants to learn, and in how much time. */
export const learningPaths = pgTable(
  'learning_paths',
  {
    memberId: uuid('member_id').primaryKey(),
    campId: uuid('camp_id').notNull(),
    goals: jsonb('goals').$type<Goal[]>().notNull(),
    minutesPerWeek: integer('minutes_per_week').notNull(),
    /** The Monday of its first week, which its steps count from. */
    startsOn: date('starts_on', { mode: 'string' }).notNull(),
    createdAt: instant('created_at').notNull(),
    version: integer('version').notNull(),
  },
  (table) => [index('learning_paths_camp').on(table.campId)],
);

/** Which skill is learnt in which week. */
export const pathSteps = pgTable(
  'path_steps',
  {
    memberId: uuid('member_id')
      .notNull()
      .references(() => learningPaths.memberId, { onDelete: 'cascade' }),
    skill: text('skill').notNull(),
    /** In the order of the path. */
    position: integer('position').notNull(),
    week: integer('week').notNull(),
    until: integer('until').notNull(),
    minutes: integer('minutes').notNull(),
    state: text('state').$type<PlannedState>().notNull(),
    startedAt: instant('started_at'),
    doneAt: instant('done_at'),
    extendedTo: date('extended_to', { mode: 'string' }),
  },
  (table) => [primaryKey({ columns: [table.memberId, table.skill] })],
);

/** The lessons that a member has read to the end, on their path or not. */
export const lessonsRead = pgTable(
  'lessons_read',
  {
    memberId: uuid('member_id').notNull(),
    campId: uuid('camp_id').notNull(),
    lesson: text('lesson').notNull(),
    readAt: instant('read_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.memberId, table.lesson] }), index('lessons_read_camp').on(table.campId)],
);

export const curriculumSettings = pgTable('curriculum_settings', {
  campId: uuid('camp_id').primaryKey(),
  settings: jsonb('settings').$type<CurriculumSettings>().notNull(),
  version: integer('version').notNull(),
});
