import type { LatePolicy, RubricCriterion, Submission, Template } from '@tailcamp/contracts';
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

/** What the workspaces of a camp begin with. */
export const projectTemplates = pgTable('project_templates', {
  campId: uuid('camp_id').primaryKey(),
  template: jsonb('template').$type<Template>().notNull(),
  version: integer('version').notNull(),
});

export const milestones = pgTable(
  'milestones',
  {
    id: uuid('id').primaryKey(),
    campId: uuid('camp_id').notNull(),
    title: text('title').notNull(),
    description: text('description').notNull(),
    dueAt: instant('due_at').notNull(),
    points: doublePrecision('points').notNull(),
    rubric: jsonb('rubric').$type<RubricCriterion[]>().notNull(),
    late: jsonb('late').$type<LatePolicy>().notNull(),
    /** The milestone of another camp that it was copied of. */
    copiedFrom: uuid('copied_from'),
    madeBy: uuid('made_by'),
    clientId: uuid('client_id'),
    createdAt: instant('created_at').notNull(),
    version: integer('version').notNull().default(1),
  },
  (table) => [
    index('milestones_camp').on(table.campId),
    uniqueIndex('milestones_made').on(table.madeBy, table.clientId),
    uniqueIndex('milestones_copied').on(table.campId, table.copiedFrom),
  ],
);

const milestoneId = () =>
  uuid('milestone_id')
    .notNull()
    .references(() => milestones.id, { onDelete: 'cascade' });

/** What a group has handed in last. */
export const submissions = pgTable(
  'submissions',
  {
    milestoneId: milestoneId(),
    groupId: uuid('group_id').notNull(),
    text: text('text').notNull(),
    links: jsonb('links').$type<Submission['links']>().notNull(),
    taskIds: jsonb('task_ids').$type<string[]>().notNull(),
    by: uuid('by'),
    at: instant('at').notNull(),
    number: integer('number').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.milestoneId, table.groupId] }),
    index('submissions_group').on(table.groupId),
  ],
);

/** What staff write of it; students see what of it was published, as results. */
export const feedback = pgTable(
  'feedback',
  {
    milestoneId: milestoneId(),
    groupId: uuid('group_id').notNull(),
    levels: jsonb('levels').$type<Record<string, string>>().notNull(),
    points: doublePrecision('points'),
    text: text('text').notNull(),
    members: jsonb('members').$type<{ memberId: string; points: number | null; text: string }[]>().notNull(),
    publishedAt: instant('published_at'),
    publishedVersion: integer('published_version'),
    version: integer('version').notNull(),
  },
  (table) => [primaryKey({ columns: [table.milestoneId, table.groupId] }), index('feedback_group').on(table.groupId)],
);

/** What one student has reached, as it was published; whoever moves to another group keeps it. */
export const results = pgTable(
  'results',
  {
    milestoneId: milestoneId(),
    memberId: uuid('member_id').notNull(),
    groupId: uuid('group_id'),
    given: doublePrecision('given'),
    penalty: doublePrecision('penalty').notNull().default(0),
    override: doublePrecision('override'),
    levels: jsonb('levels').$type<Record<string, string>>().notNull().default({}),
    groupText: text('group_text').notNull().default(''),
    myText: text('my_text').notNull().default(''),
    publishedAt: instant('published_at'),
  },
  (table) => [primaryKey({ columns: [table.milestoneId, table.memberId] }), index('results_member').on(table.memberId)],
);

/** Who changed which points: rows are added and never changed. */
export const gradeChanges = pgTable(
  'grade_changes',
  {
    id: uuid('id').primaryKey(),
    campId: uuid('camp_id').notNull(),
    milestoneId: milestoneId(),
    memberId: uuid('member_id').notNull(),
    at: instant('at').notNull(),
    byUser: uuid('by_user'),
    what: text('what', { enum: ['published', 'override'] }).notNull(),
    from: doublePrecision('from'),
    to: doublePrecision('to'),
    reason: text('reason').notNull(),
  },
  (table) => [index('grade_changes_camp').on(table.campId, table.id)],
);
