import { z } from 'zod';
import { endpoint, Id } from '../endpoint.js';
import { Sequence } from '../streams.js';
import { Category, Colour, ColumnName, LabelName, Priority } from './task.js';

/** By this a thing of the template is known again in every workspace that has got it, whatever became of it there. */
const ItemKey = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'Small letters, digits and -');

const distinct = <T extends z.ZodType<{ key: string }>>(item: T, most: number) =>
  z
    .array(item)
    .max(most)
    .refine((all) => new Set(all.map(({ key }) => key)).size === all.length, 'Each key once');

/** What every group begins with. */
export const Template = z
  .strictObject({
    columns: distinct(
      z.strictObject({
        key: ItemKey,
        name: ColumnName,
        colour: Colour,
        category: Category,
        limit: z.number().int().min(1).max(500).nullable(),
      }),
      20,
    ),
    labels: distinct(z.strictObject({ key: ItemKey, name: LabelName, colour: Colour }), 50),
    tasks: distinct(
      z.strictObject({
        key: ItemKey,
        title: z.string().trim().min(1).max(200),
        description: z.string().max(20_000),
        column: ItemKey.describe('The key of its column'),
        labels: z.array(ItemKey).max(20),
        checklist: z.array(z.string().trim().min(1).max(300)).max(50),
        priority: Priority,
        estimate: z.number().min(0).max(1_000).nullable(),
        milestoneId: Id.nullable().describe('Of the camp'),
        blockedBy: z.array(ItemKey).max(50),
      }),
      200,
    ),
  })
  .superRefine(({ columns, labels, tasks }, context) => {
    const known = {
      column: new Set(columns.map(({ key }) => key)),
      label: new Set(labels.map(({ key }) => key)),
      task: new Set(tasks.map(({ key }) => key)),
    };
    const missing = (kind: keyof typeof known, key: string, path: (string | number)[]) => {
      if (!known[kind].has(key)) context.addIssue({ code: 'custom', path, message: `There is no ${kind} ${key} here` });
    };
    tasks.forEach((task, at) => {
      missing('column', task.column, ['tasks', at, 'column']);
      task.labels.forEach((key, n) => {
        missing('label', key, ['tasks', at, 'labels', n]);
      });
      task.blockedBy.forEach((key, n) => {
        missing('task', key, ['tasks', at, 'blockedBy', n]);
      });
    });
  });
export type Template = z.infer<typeof Template>;

const state = z.object({
  campId: Id,
  template: Template,
  version: z.number().int().min(0).describe('0: none was saved yet'),
  groups: z.number().int().describe('That stand'),
  seq: Sequence,
});

export const templates = {
  get: endpoint({
    method: 'GET',
    path: '/camps/:campId/template',
    access: 'signed-in',
    input: z.strictObject({ campId: Id }),
    output: state,
    errors: ['forbidden', 'not_found'],
    summary: 'What the workspaces of a camp begin with (staff)',
  }),
  save: endpoint({
    method: 'PUT',
    path: '/camps/:campId/template',
    access: 'signed-in',
    input: z.strictObject({ campId: Id, version: z.number().int().min(0), template: Template }),
    output: state,
    errors: ['forbidden', 'not_found', 'invalid_input', 'stale'],
    summary: 'Save the template (staff); groups that are formed from now on begin with it',
  }),
  give: endpoint({
    method: 'POST',
    path: '/camps/:campId/template/give',
    access: 'signed-in',
    input: z.strictObject({ campId: Id }),
    output: z.object({
      groups: z.number().int().describe('That got something new'),
      columns: z.number().int(),
      labels: z.number().int(),
      tasks: z.number().int(),
    }),
    errors: ['forbidden', 'not_found'],
    summary: 'Give every group what it has not got yet (staff); what it changed or took off stays as it is',
  }),
};
