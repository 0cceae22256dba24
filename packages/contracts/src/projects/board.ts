import { z } from 'zod';
import { endpoint, Id, Instant, Nothing, Version } from '../endpoint.js';
import { Sequence } from '../streams.js';
import { BoardColumn, Category, Colour, ColumnName, Label, LabelName, MadeBy, Task } from './task.js';

export const BoardPerson = z.object({
  memberId: Id,
  name: z.string(),
  userId: Id.nullable().describe('By which presence knows them; null: has no account yet'),
  inGroup: z.boolean().describe('false: has left, and still stands on tasks or comments'),
});
export type BoardPerson = z.infer<typeof BoardPerson>;

export const KeyPrefix = z
  .string()
  .regex(/^[A-Z][A-Z0-9]{1,9}$/, 'Two to ten capitals and digits, a capital first')
  .describe('Of the keys of tasks that are made from now on');

export const Workspace = z.object({ groupId: Id, campId: Id, prefix: z.string(), version: Version });
export type Workspace = z.infer<typeof Workspace>;

/** All of a board at once; board, list and calendar are views of it, and filters are the reader's own. */
export const Board = z.object({
  ...Workspace.shape,
  groupName: z.string(),
  timeZone: z.string().describe('Of the camp: days are days there'),
  closedAt: Instant.nullable().describe('Since then it can be read only'),
  me: Id.nullable().describe('The member that I am'),
  staff: z.boolean(),
  people: z.array(BoardPerson),
  columns: z.array(BoardColumn).describe('In order'),
  labels: z.array(Label).describe('By name'),
  tasks: z.array(Task).describe('In order: by column, then by rank; without those that were taken off'),
  seq: Sequence.describe('Of the stream of the group'),
});
export type Board = z.infer<typeof Board>;

const column = { groupId: Id, columnId: Id };
const columnFields = {
  name: ColumnName,
  colour: Colour,
  category: Category,
  limit: z.number().int().min(1).max(500).nullable(),
};
const place = z.union([Id, z.null()]).describe('The column before it; null: none');
const label = { groupId: Id, labelId: Id };
const labelFields = { name: LabelName, colour: Colour };
const columnAnswer = z.object({ column: BoardColumn, seq: Sequence });
const labelAnswer = z.object({ label: Label, seq: Sequence });

export const projects = {
  board: endpoint({
    method: 'GET',
    path: '/groups/:groupId/board',
    access: 'signed-in',
    input: z.strictObject({ groupId: Id }),
    output: Board,
    errors: ['not_found'],
    summary: 'The whole board of a group (its members and staff)',
  }),
  change: endpoint({
    method: 'PATCH',
    path: '/groups/:groupId/board',
    access: 'signed-in',
    input: z.strictObject({ groupId: Id, version: Version, prefix: KeyPrefix }),
    output: z.object({ ...Workspace.shape, seq: Sequence }),
    errors: ['forbidden', 'not_found', 'stale', 'conflict'],
    summary: 'Change what keys of tasks begin with; those that were given stay',
  }),
  addColumn: endpoint({
    method: 'POST',
    path: '/groups/:groupId/columns',
    access: 'signed-in',
    status: 201,
    input: z.strictObject({ groupId: Id, clientId: MadeBy, ...columnFields, after: place.optional() }),
    output: columnAnswer,
    errors: ['forbidden', 'not_found', 'conflict', 'invalid_input'],
    summary: 'Add a column, behind another one or at the end',
  }),
  changeColumn: endpoint({
    method: 'PATCH',
    path: '/groups/:groupId/columns/:columnId',
    access: 'signed-in',
    input: z.strictObject({
      ...column,
      version: Version,
      name: ColumnName.optional(),
      colour: Colour.optional(),
      category: Category.optional(),
      limit: columnFields.limit.optional(),
      after: place.optional(),
    }),
    output: columnAnswer,
    errors: ['forbidden', 'not_found', 'stale', 'conflict', 'invalid_input'],
    summary: 'Change a column, or its place',
  }),
  removeColumn: endpoint({
    method: 'DELETE',
    path: '/groups/:groupId/columns/:columnId',
    access: 'signed-in',
    input: z.strictObject({ ...column, to: Id.describe('The column that takes its tasks') }),
    output: z.object({ seq: Sequence }),
    errors: ['forbidden', 'not_found', 'conflict', 'invalid_input'],
    summary: 'Take a column off the board; its tasks go to the end of another one',
  }),
  addLabel: endpoint({
    method: 'POST',
    path: '/groups/:groupId/labels',
    access: 'signed-in',
    status: 201,
    input: z.strictObject({ groupId: Id, clientId: MadeBy, ...labelFields }),
    output: labelAnswer,
    errors: ['forbidden', 'not_found', 'already_exists', 'conflict'],
    summary: 'Add a label',
  }),
  changeLabel: endpoint({
    method: 'PATCH',
    path: '/groups/:groupId/labels/:labelId',
    access: 'signed-in',
    input: z.strictObject({ ...label, version: Version, name: LabelName.optional(), colour: Colour.optional() }),
    output: labelAnswer,
    errors: ['forbidden', 'not_found', 'stale', 'already_exists', 'conflict'],
    summary: 'Change a label',
  }),
  removeLabel: endpoint({
    method: 'DELETE',
    path: '/groups/:groupId/labels/:labelId',
    access: 'signed-in',
    input: z.strictObject(label),
    output: Nothing,
    errors: ['forbidden', 'not_found', 'conflict'],
    summary: 'Take a label away, from all tasks too',
  }),
};
