import { z } from 'zod';
import { endpoint, Id, Instant, page, paged } from '../endpoint.js';
import { Sequence } from '../streams.js';
import { Points } from './milestone.js';

export const GradeCell = z.object({
  milestoneId: Id,
  groupId: Id.nullable().describe('The group with which it was reached'),
  given: z.number().nullable().describe('Before the penalty; null: nothing given yet'),
  penalty: z.number(),
  override: z.number().nullable().describe('Counts instead of everything else'),
  points: z.number().nullable().describe('What counts'),
  published: z.boolean(),
  submitted: z.boolean(),
  late: z.boolean(),
});
export type GradeCell = z.infer<typeof GradeCell>;

export const GradeRow = z.object({
  memberId: Id,
  name: z.string(),
  groupName: z.string().nullable().describe('Where they are now'),
  cells: z.array(GradeCell).describe('In the order of the milestones'),
  total: z.number(),
});
export type GradeRow = z.infer<typeof GradeRow>;

export const GradeChange = z.object({
  id: Id,
  at: Instant,
  by: z.string().nullable().describe('The name of who changed it, where the account is still there'),
  memberId: Id,
  milestoneId: Id,
  what: z.enum(['published', 'override']),
  from: z.number().nullable(),
  to: z.number().nullable(),
  reason: z.string(),
});
export type GradeChange = z.infer<typeof GradeChange>;

export const gradebook = {
  get: endpoint({
    method: 'GET',
    path: '/camps/:campId/gradebook',
    access: 'signed-in',
    input: z.strictObject({ campId: Id }),
    output: z.object({
      milestones: z.array(z.object({ id: Id, title: z.string(), points: z.number(), dueAt: Instant })),
      of: z.number().describe('All that can be reached'),
      rows: z.array(GradeRow).describe('The students, by name'),
      seq: Sequence.describe('Of the stream of the camp'),
    }),
    errors: ['forbidden', 'not_found'],
    summary: 'The points of every student for every milestone (staff)',
  }),
  override: endpoint({
    method: 'POST',
    path: '/camps/:campId/gradebook/overrides',
    access: 'signed-in',
    input: z.strictObject({
      campId: Id,
      overrides: z
        .array(z.strictObject({ memberId: Id, milestoneId: Id, points: Points.nullable().describe('null: none') }))
        .min(1)
        .max(500),
      reason: z.string().trim().max(500).default(''),
    }),
    output: z.object({ changed: z.number().int() }),
    errors: ['forbidden', 'not_found', 'invalid_input'],
    summary: 'Set points by hand, for one student or many, all or none (staff); students see them at once',
  }),
  audit: endpoint({
    method: 'GET',
    path: '/camps/:campId/gradebook/audit',
    access: 'signed-in',
    input: z.strictObject({ campId: Id, memberId: Id.optional(), ...paged }),
    output: page(GradeChange),
    errors: ['forbidden', 'not_found', 'invalid_input'],
    summary: 'Who changed which points when, the last first (staff)',
  }),
  export: endpoint({
    method: 'GET',
    path: '/camps/:campId/gradebook.csv',
    access: 'signed-in',
    input: z.strictObject({ campId: Id }),
    output: z.string(),
    media: 'text/csv',
    errors: ['forbidden', 'not_found'],
    summary: 'The gradebook as CSV, with names, e-mails and ids (staff)',
  }),
};
