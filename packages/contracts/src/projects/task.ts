import { z } from 'zod';
import { Id, Instant, Version } from '../endpoint.js';
import { RANK } from './rank.js';

/** Made by the client for each thing it makes; the same one again is answered with what was made the first time. */
export const MadeBy = z.uuid().describe('A UUID made by the client, its own for each thing that is made');
/** One of the eight colours of the design system. */
export const Colour = z.number().int().min(1).max(8);
const Day = z.iso.date().describe('A day in the time zone of the camp');
export const Rank = z.string().regex(RANK).describe('Sorts by code units; see rankBetween');

export const Category = z.enum(['todo', 'doing', 'done']);
export type Category = z.infer<typeof Category>;
export const Priority = z.enum(['none', 'low', 'medium', 'high', 'urgent']);
export type Priority = z.infer<typeof Priority>;

export const ColumnName = z.string().trim().min(1).max(60);
export const BoardColumn = z.object({
  id: Id,
  name: z.string(),
  colour: Colour,
  category: Category,
  rank: Rank,
  limit: z.number().int().nullable().describe('Tasks that should stand in it at most; the page warns beyond it'),
  version: Version,
});
export type BoardColumn = z.infer<typeof BoardColumn>;

export const LabelName = z.string().trim().min(1).max(40);
export const Label = z.object({ id: Id, name: z.string(), colour: Colour, version: Version });
export type Label = z.infer<typeof Label>;

export const ChecklistItem = z.strictObject({ id: Id, text: z.string().trim().min(1).max(300), done: z.boolean() });
export type ChecklistItem = z.infer<typeof ChecklistItem>;

const ids = (most: number) =>
  z
    .array(Id)
    .max(most)
    .refine((all) => new Set(all).size === all.length, 'Each once');

/** What members write of a task. */
export const TaskFields = z.object({
  title: z.string().trim().min(1).max(200),
  description: z.string().max(20_000).describe('Markdown as it was written; whoever shows it renders and sanitises'),
  assignees: ids(20).describe('Members of the group'),
  labels: ids(20),
  dueOn: Day.nullable(),
  estimate: z.number().min(0).max(1_000).nullable().describe('In points or hours, as the group has it'),
  priority: Priority,
  checklist: z.array(ChecklistItem).max(50),
  blockedBy: ids(50).describe('Tasks that are to be done before; never in a circle'),
  milestoneId: Id.nullable(),
  messages: ids(50).describe('Chat messages that it came of'),
});
export type TaskFields = z.infer<typeof TaskFields>;
export const TASK_FIELDS = Object.keys(TaskFields.shape) as (keyof TaskFields)[];

export const TaskKey = z.string().describe('TC-12: never given twice in a workspace');
export const Task = z.object({
  id: Id,
  key: TaskKey,
  ...TaskFields.shape,
  columnId: Id,
  rank: Rank,
  archived: z.boolean().describe('Off the board, on its lists'),
  comments: z.number().int().min(0),
  createdBy: Id.nullable().describe('A member, who may have left; null: an admin from outside, or a template'),
  createdAt: Instant,
  changedAt: Instant,
  doneAt: Instant.nullable().describe('Since when it stands in a column for what is done'),
  version: Version.describe('Rises with every change'),
});
export type Task = z.infer<typeof Task>;

/** What a change may set: fields, the place, and whether the task is archived or taken away. */
export const TaskSet = z
  .strictObject({
    ...TaskFields.shape,
    columnId: Id,
    rank: Rank,
    archived: z.boolean(),
    removed: z.boolean().describe('true: taken off, to be brought back with false'),
  })
  .partial();
export type TaskSet = z.infer<typeof TaskSet>;

/** What changes in one task. It is refused where somebody has changed one of these fields since `version`. */
export const TaskChange = z.strictObject({ taskId: Id, version: Version, set: TaskSet });
export type TaskChange = z.infer<typeof TaskChange>;

export const LONGEST_COMMENT = 10_000;
export const CommentText = z
  .string()
  .max(LONGEST_COMMENT)
  .refine((text) => text.trim() !== '', 'Write something')
  .describe('Markdown; `<@MEMBER ID>` speaks to a member');
export const TaskComment = z.object({
  id: Id,
  taskId: Id,
  authorId: Id.nullable().describe('A member, who may have left; null: an admin from outside'),
  text: z.string().describe('Empty once it is deleted'),
  mentions: z.array(Id),
  createdAt: Instant,
  editedAt: Instant.nullable(),
  deletedAt: Instant.nullable(),
  version: Version,
});
export type TaskComment = z.infer<typeof TaskComment>;
