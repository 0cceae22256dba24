import { z } from 'zod';
import { endpoint, Id, Instant, page, paged } from '../endpoint.js';
import { FieldProblem } from '../errors.js';
import { COURSE_NEEDED, groupsExport, hasCourse } from '../groups.js';
import { Sequence } from '../streams.js';
import { Policy } from './policy.js';
import { CriterionPreview, FreeHours, MatchReport, PolicyTrial, SurveyColumn } from './report.js';

export const CampPolicy = z.object({
  policy: Policy,
  proposed: z.boolean().describe('True while it is our proposal and nobody has saved one'),
  notices: z.array(z.string()),
  columns: z.array(SurveyColumn).describe('What the members have answered, to choose from'),
  students: z.number().int(),
  version: z.number().int().min(0),
});
export type CampPolicy = z.infer<typeof CampPolicy>;

/** What a policy would do to the camp as it is. */
export const PolicyPreview = z.object({
  students: z.number().int(),
  fields: z.array(FieldProblem).describe('What the answers cannot fill; then nothing else is known'),
  notices: z.array(z.string()),
  impossible: z.object({ rules: z.array(z.string()), why: z.string() }).nullable(),
  criteria: z.array(CriterionPreview).describe('In the order of the policy'),
  trial: PolicyTrial.nullable().describe('A grouping found in a moment; null for a camp too large for that'),
});
export type PolicyPreview = z.infer<typeof PolicyPreview>;

export const RunState = z.enum(['queued', 'running', 'done', 'failed', 'cancelled', 'accepted']);
export type RunState = z.infer<typeof RunState>;

/** One point of the live curve. */
export const RunPoint = z.object({
  seconds: z.number(),
  moves: z.number().int(),
  best: z.number(),
  hardViolations: z.number().int(),
});
export type RunPoint = z.infer<typeof RunPoint>;

/** What formed the groups of a run. */
export const RunSolver = z.object({
  by: z.enum(['built-in', 'service']),
  engine: z.string().describe('With its version'),
  fellBack: z.string().nullable().describe('Why the built-in engine did what the matching service was to do'),
  processes: z.number().int().optional().describe('Server processes that worked on it, where it was more than one'),
});
export type RunSolver = z.infer<typeof RunSolver>;

export const RunSummary = z.object({
  id: Id,
  campId: Id,
  number: z.number().int().describe('Counts from 1 in each camp'),
  state: RunState,
  seed: z.number().int(),
  students: z.number().int(),
  groups: z.number().int().nullable(),
  objective: z.number().nullable(),
  worst: z.number().nullable(),
  hardViolations: z.number().int().nullable(),
  solver: RunSolver.nullable().describe('Null until there is a result'),
  createdAt: Instant,
  finishedAt: Instant.nullable(),
});
export type RunSummary = z.infer<typeof RunSummary>;

export const Run = z.object({
  ...RunSummary.shape,
  policy: Policy,
  phase: z.string().nullable(),
  moves: z.number().int(),
  of: z.number().int().describe('Moves that the schedule counts'),
  curve: z.array(RunPoint),
  problem: z.string().nullable().describe('Why it failed'),
  report: MatchReport.nullable().describe('Members are ids of camp members'),
  names: z.record(z.string(), z.string()).describe('The name of each member in the report'),
  pairs: z
    .record(z.string(), z.array(z.array(z.number())))
    .describe('By group name: how well each two members fit, 0 to 1'),
  free: z.record(z.string(), FreeHours).describe('By group name, where the policy looks at free time'),
  previous: z.object({ number: z.number().int(), objective: z.number(), worst: z.number() }).nullable(),
  seq: Sequence,
});
export type Run = z.infer<typeof Run>;

const inCamp = { campId: Id };
const ofRun = { ...inCamp, runId: Id };

export const matching = {
  getPolicy: endpoint({
    method: 'GET',
    path: '/camps/:campId/policy',
    access: 'signed-in',
    input: z.strictObject({ ...inCamp }),
    output: CampPolicy,
    errors: ['forbidden', 'not_found'],
    summary: 'The policy of the camp, or the one we propose for its members',
  }),
  savePolicy: endpoint({
    method: 'PUT',
    path: '/camps/:campId/policy',
    access: 'signed-in',
    input: z.strictObject({ ...inCamp, policy: Policy, version: z.number().int().min(0) }),
    output: CampPolicy,
    errors: ['forbidden', 'not_found', 'stale', 'invalid_input'],
    summary: 'Save the policy; a column that no student answered, or a bound that no group reaches, is refused',
  }),
  previewPolicy: endpoint({
    method: 'POST',
    path: '/camps/:campId/policy/preview',
    access: 'signed-in',
    rate: 'read',
    input: z.strictObject({ ...inCamp, policy: Policy }),
    output: PolicyPreview,
    errors: ['forbidden', 'not_found'],
    summary: 'What a policy would do to the camp; nothing is saved',
  }),
  start: endpoint({
    method: 'POST',
    path: '/camps/:campId/runs',
    access: 'signed-in',
    status: 202,
    input: z.strictObject({ ...inCamp, seed: z.number().int().min(0).max(4_294_967_295).default(1) }),
    output: Run,
    errors: ['forbidden', 'not_found', 'conflict', 'cannot_be_satisfied'],
    summary: 'Match the camp; progress comes by its stream',
  }),
  list: endpoint({
    method: 'GET',
    path: '/camps/:campId/runs',
    access: 'signed-in',
    input: z.strictObject({ ...inCamp, ...paged }),
    output: z.object({ ...page(RunSummary).shape, seq: Sequence }),
    errors: ['forbidden', 'not_found'],
    summary: 'The runs of the camp, newest first',
  }),
  get: endpoint({
    method: 'GET',
    path: '/camps/:campId/runs/:runId',
    access: 'signed-in',
    input: z.strictObject({ ...ofRun }),
    output: Run,
    errors: ['forbidden', 'not_found'],
    summary: 'One run, its progress and its result',
  }),
  export: endpoint({
    method: 'GET',
    path: '/camps/:campId/runs/:runId/groups.csv',
    access: 'signed-in',
    input: z.strictObject({ ...ofRun, ...groupsExport }).refine(hasCourse, COURSE_NEEDED),
    output: z.string(),
    media: 'text/csv',
    errors: ['forbidden', 'not_found', 'conflict'],
    summary: 'The groups of a result as a CSV file for other systems',
  }),
  cancel: endpoint({
    method: 'POST',
    path: '/camps/:campId/runs/:runId/cancel',
    access: 'signed-in',
    input: z.strictObject({ ...ofRun }),
    output: Run,
    errors: ['forbidden', 'not_found', 'conflict'],
    summary: 'Stop a run',
  }),
  accept: endpoint({
    method: 'POST',
    path: '/camps/:campId/runs/:runId/accept',
    access: 'signed-in',
    input: z.strictObject({ ...ofRun }),
    output: Run,
    errors: ['forbidden', 'not_found', 'conflict'],
    summary: 'Publish the result: these become the groups of the camp, the earlier ones are dissolved',
  }),
};
