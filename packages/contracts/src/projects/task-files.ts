import { z } from 'zod';
import { endpoint, Id } from '../endpoint.js';
import { Sequence } from '../streams.js';
import { MadeBy } from './task.js';

export const TaskFileProblem = z.object({
  row: z.number().int().describe('As a spreadsheet counts: the header is 1'),
  column: z.string(),
  message: z.string(),
});
export type TaskFileProblem = z.infer<typeof TaskFileProblem>;

export const TaskFileReport = z.object({
  rows: z.number().int().describe('With a task'),
  ready: z.number().int().describe('Rows without an error'),
  newColumns: z.array(z.string()).describe('Columns of the board that come with it'),
  newLabels: z.array(z.string()),
  ignored: z.array(z.string()).describe('Headers that nothing is read from'),
  problems: z.array(TaskFileProblem).describe('The first 200'),
  imported: z.boolean(),
});
export type TaskFileReport = z.infer<typeof TaskFileReport>;

export const taskFiles = {
  import: endpoint({
    method: 'POST',
    path: '/groups/:groupId/tasks/import',
    access: 'signed-in',
    rate: 'upload',
    input: z.strictObject({
      groupId: Id,
      clientId: MadeBy,
      content: z.string().min(1).max(1_000_000),
      dryRun: z.boolean().describe('true: only say what would come of it'),
    }),
    output: z.object({ ...TaskFileReport.shape, seq: Sequence }),
    errors: ['forbidden', 'not_found', 'invalid_file', 'conflict'],
    summary: 'Read tasks from CSV: all of them, or, where a row has an error, none',
  }),
  export: endpoint({
    method: 'GET',
    path: '/groups/:groupId/tasks.csv',
    access: 'signed-in',
    input: z.strictObject({ groupId: Id }),
    output: z.string(),
    media: 'text/csv',
    errors: ['not_found'],
    summary: 'The tasks of a board as CSV, which an import reads again',
  }),
};
