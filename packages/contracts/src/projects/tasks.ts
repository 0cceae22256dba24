import { z } from 'zod';
import { endpoint, Id, Version } from '../endpoint.js';
import { Sequence } from '../streams.js';
import { CommentText, MadeBy, Task, TaskChange, TaskComment, TaskFields } from './task.js';

const { title, ...others } = TaskFields.shape;
const task = { groupId: Id, taskId: Id };
const comment = { ...task, commentId: Id };

/** What every command on tasks answers: the tasks as they are now, and the changes that take it back. */
export const TaskAnswer = z.object({
  tasks: z.array(Task),
  undo: z.array(TaskChange).describe('Give these to tasks.change; its own `undo` is the redo'),
  seq: Sequence.describe('Of the event that tells it; 0 where nothing is other than before'),
});
export type TaskAnswer = z.infer<typeof TaskAnswer>;

const commentAnswer = z.object({ comment: TaskComment, seq: Sequence });

export const tasks = {
  create: endpoint({
    method: 'POST',
    path: '/groups/:groupId/tasks',
    access: 'signed-in',
    status: 201,
    input: z.strictObject({
      groupId: Id,
      clientId: MadeBy,
      title,
      ...z.object(others).partial().shape,
      columnId: Id.optional().describe('Without it, the first column'),
      after: Id.nullable().optional().describe('The task before it; null: at the top; without it: at the end'),
    }),
    output: TaskAnswer,
    errors: ['forbidden', 'not_found', 'invalid_input', 'conflict'],
    summary: 'Make a task',
  }),
  change: endpoint({
    method: 'PATCH',
    path: '/groups/:groupId/tasks',
    access: 'signed-in',
    input: z.strictObject({ groupId: Id, changes: z.array(TaskChange).min(1).max(200) }),
    output: TaskAnswer,
    errors: ['forbidden', 'not_found', 'invalid_input', 'stale', 'conflict'],
    summary:
      'Change one task or many, all or none: fields, place, archived, removed; only the same field is a conflict',
  }),
  move: endpoint({
    method: 'POST',
    path: '/groups/:groupId/tasks/:taskId/move',
    access: 'signed-in',
    rate: 'message',
    input: z.strictObject({
      ...task,
      columnId: Id,
      after: Id.nullable().describe('The task before it; null: at the top. One that is gone from there: at the end'),
    }),
    output: TaskAnswer,
    errors: ['forbidden', 'not_found', 'conflict'],
    summary: 'Put a task somewhere else; two who drop at the same place both succeed',
  }),
  check: endpoint({
    method: 'POST',
    path: '/groups/:groupId/tasks/:taskId/check',
    access: 'signed-in',
    rate: 'message',
    input: z.strictObject({ ...task, itemId: Id, done: z.boolean() }),
    output: TaskAnswer,
    errors: ['forbidden', 'not_found', 'conflict'],
    summary: 'Tick an item of the checklist, whatever else is changed in it meanwhile',
  }),
  find: endpoint({
    method: 'GET',
    path: '/groups/:groupId/tasks',
    access: 'signed-in',
    input: z.strictObject({
      groupId: Id,
      q: z.string().trim().min(1).max(200).describe('A key, or words of title, description or comments'),
    }),
    output: z.object({ items: z.array(Task).describe('At most 50, an exact key first, then the last changed') }),
    errors: ['not_found'],
    summary: 'Find tasks of a board, archived ones too',
  }),
  removed: endpoint({
    method: 'GET',
    path: '/groups/:groupId/tasks/removed',
    access: 'signed-in',
    input: z.strictObject({ groupId: Id }),
    output: z.object({ items: z.array(Task).describe('The last removed first, at most 200'), seq: Sequence }),
    errors: ['not_found'],
    summary: 'Tasks that were taken off the board; `removed: false` brings them back',
  }),
  comments: endpoint({
    method: 'GET',
    path: '/groups/:groupId/tasks/:taskId/comments',
    access: 'signed-in',
    input: z.strictObject(task),
    output: z.object({ taskId: Id, comments: z.array(TaskComment).describe('The oldest first'), seq: Sequence }),
    errors: ['not_found'],
    summary: 'What was said on a task',
  }),
  comment: endpoint({
    method: 'POST',
    path: '/groups/:groupId/tasks/:taskId/comments',
    access: 'signed-in',
    status: 201,
    rate: 'message',
    input: z.strictObject({ ...task, clientId: MadeBy, text: CommentText }),
    output: commentAnswer,
    errors: ['forbidden', 'not_found', 'conflict'],
    summary: 'Say something on a task',
  }),
  editComment: endpoint({
    method: 'PATCH',
    path: '/groups/:groupId/tasks/:taskId/comments/:commentId',
    access: 'signed-in',
    input: z.strictObject({ ...comment, version: Version, text: CommentText }),
    output: commentAnswer,
    errors: ['forbidden', 'not_found', 'stale', 'conflict'],
    summary: 'Edit a comment of mine; it calls nobody anew',
  }),
  removeComment: endpoint({
    method: 'DELETE',
    path: '/groups/:groupId/tasks/:taskId/comments/:commentId',
    access: 'signed-in',
    input: z.strictObject(comment),
    output: commentAnswer,
    errors: ['forbidden', 'not_found', 'conflict'],
    summary: 'Delete a comment: mine, or any as staff; its place stays, its text goes',
  }),
};
