import type { Activity, Category, ChecklistItem, Priority, TaskFields } from '@tailcamp/contracts';
import { sql } from 'drizzle-orm';
import {
  boolean,
  date,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { instant } from '../../../../platform/database/index.js';

/** What a group works in. Whoever changes anything of it holds this row. */
export const workspaces = pgTable(
  'workspaces',
  {
    groupId: uuid('group_id').primaryKey(),
    campId: uuid('camp_id').notNull(),
    prefix: text('prefix').notNull(),
    /** The number of the next task: none is given twice. */
    nextNumber: integer('next_number').notNull().default(1),
    /** The version of the template that it has got. */
    templateVersion: integer('template_version').notNull().default(0),
    version: integer('version').notNull().default(1),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [index('workspaces_camp').on(table.campId)],
);

const groupId = () =>
  uuid('group_id')
    .notNull()
    .references(() => workspaces.groupId, { onDelete: 'cascade' });
/** Who made it, and by which of their sends; null for what came by itself. */
const made = () => ({ madeBy: uuid('made_by'), clientId: uuid('client_id') });
/** Which thing of the camp's template it is, whatever became of it. */
const templateKey = () => text('template_key');
/** Field → the version in which it was changed last. */
const touched = () => jsonb('touched').$type<Record<string, number>>().notNull().default({});

export const boardColumns = pgTable(
  'board_columns',
  {
    id: uuid('id').primaryKey(),
    groupId: groupId(),
    name: text('name').notNull(),
    colour: integer('colour').notNull(),
    category: text('category').$type<Category>().notNull(),
    rank: text('rank').notNull(),
    limit: integer('limit'),
    removedAt: instant('removed_at'),
    templateKey: templateKey(),
    ...made(),
    touched: touched(),
    version: integer('version').notNull().default(1),
  },
  (table) => [
    index('board_columns_group').on(table.groupId),
    uniqueIndex('board_columns_made').on(table.madeBy, table.clientId),
    uniqueIndex('board_columns_template').on(table.groupId, table.templateKey),
  ],
);

export const boardLabels = pgTable(
  'board_labels',
  {
    id: uuid('id').primaryKey(),
    groupId: groupId(),
    name: text('name').notNull(),
    colour: integer('colour').notNull(),
    removedAt: instant('removed_at'),
    templateKey: templateKey(),
    ...made(),
    touched: touched(),
    version: integer('version').notNull().default(1),
  },
  (table) => [
    uniqueIndex('board_labels_name').on(table.groupId, sql`lower(name)`).where(sql`removed_at IS NULL`),
    uniqueIndex('board_labels_made').on(table.madeBy, table.clientId),
    uniqueIndex('board_labels_template').on(table.groupId, table.templateKey),
  ],
);

export const tasks = pgTable(
  'tasks',
  {
    id: uuid('id').primaryKey(),
    groupId: groupId(),
    key: text('key').notNull(),
    title: text('title').notNull(),
    description: text('description').notNull(),
    assignees: jsonb('assignees').$type<string[]>().notNull(),
    labels: jsonb('labels').$type<string[]>().notNull(),
    dueOn: date('due_on', { mode: 'string' }),
    estimate: doublePrecision('estimate'),
    priority: text('priority').$type<Priority>().notNull(),
    checklist: jsonb('checklist').$type<ChecklistItem[]>().notNull(),
    blockedBy: jsonb('blocked_by').$type<TaskFields['blockedBy']>().notNull(),
    milestoneId: uuid('milestone_id'),
    messages: jsonb('messages').$type<string[]>().notNull(),
    columnId: uuid('column_id')
      .notNull()
      .references(() => boardColumns.id),
    rank: text('rank').notNull(),
    archived: boolean('archived').notNull().default(false),
    removedAt: instant('removed_at'),
    comments: integer('comments').notNull().default(0),
    createdBy: uuid('created_by'),
    createdAt: instant('created_at').notNull(),
    changedAt: instant('changed_at').notNull(),
    doneAt: instant('done_at'),
    templateKey: templateKey(),
    ...made(),
    touched: touched(),
    version: integer('version').notNull().default(1),
  },
  (table) => [
    uniqueIndex('tasks_key').on(table.groupId, table.key),
    uniqueIndex('tasks_made').on(table.madeBy, table.clientId),
    uniqueIndex('tasks_template').on(table.groupId, table.templateKey),
    index('tasks_column').on(table.columnId),
  ],
);

export const taskComments = pgTable(
  'task_comments',
  {
    id: uuid('id').primaryKey(),
    taskId: uuid('task_id')
      .notNull()
      .references(() => tasks.id, { onDelete: 'cascade' }),
    authorId: uuid('author_id'),
    text: text('text').notNull(),
    mentions: jsonb('mentions').$type<string[]>().notNull(),
    createdAt: instant('created_at').notNull(),
    editedAt: instant('edited_at'),
    deletedAt: instant('deleted_at'),
    ...made(),
    version: integer('version').notNull().default(1),
  },
  (table) => [
    index('task_comments_task').on(table.taskId, table.id),
    uniqueIndex('task_comments_made').on(table.madeBy, table.clientId),
  ],
);

/** What was done, for people to read; it outlives the events of the stream. */
export const projectActivity = pgTable(
  'project_activity',
  {
    id: uuid('id').primaryKey(),
    groupId: groupId(),
    at: instant('at').notNull(),
    by: uuid('by'),
    what: text('what').$type<Activity['what']>().notNull(),
    taskId: uuid('task_id'),
    key: text('key'),
    fields: jsonb('fields').$type<string[]>().notNull(),
    columnId: uuid('column_id'),
    many: integer('many'),
  },
  (table) => [index('project_activity_group').on(table.groupId, table.id)],
);
