import { z } from 'zod';
import { endpoint, Id, Instant, page, paged, Version } from '../endpoint.js';
import { COURSE_NEEDED, groupsExport, hasCourse } from '../groups.js';
import { Sequence } from '../streams.js';
import { Run } from './matching.js';
import { Policy } from './policy.js';

/**
 * What-if: a scenario is the result of a run rearranged by hand, with what is to stay as it is and, where asked for,
 * another policy. Nothing of it concerns a student until it is published. For staff alone.
 */
export const ArrangedGroup = z.strictObject({
  name: z.string().trim().min(1).max(200),
  members: z.array(Id).max(1000),
});
export type ArrangedGroup = z.infer<typeof ArrangedGroup>;

export const Locks = z.strictObject({
  members: z.array(Id).max(100_000).describe('Students who stay in the group they are in'),
  groups: z.array(z.string()).max(100_000).describe('Groups by name: nobody leaves and nobody joins'),
});
export type Locks = z.infer<typeof Locks>;

/** What is edited and saved as a whole. */
const content = {
  name: z.string().trim().min(1).max(80),
  groups: z.array(ArrangedGroup).min(1).max(100_000),
  locked: Locks,
  policy: Policy.nullable().describe('Null: that of the run'),
};

const figures = {
  objective: z.number(),
  worst: z.number(),
  hardViolations: z.number().int(),
};

export const ScenarioSummary = z.object({
  id: Id,
  campId: Id,
  runId: Id,
  runNumber: z.number().int(),
  name: z.string(),
  ...figures,
  moved: z.number().int().describe('Students who are in another group than in the run'),
  published: z.boolean().describe('The groups of the camp are these'),
  version: Version,
  createdAt: Instant,
  updatedAt: Instant,
});
export type ScenarioSummary = z.infer<typeof ScenarioSummary>;

export const Scenario = z.object({
  ...ScenarioSummary.shape,
  ...content,
  solving: Id.nullable().describe('The run that solves the rest of it on the server, until its result is saved here'),
  seq: Sequence,
});
export type Scenario = z.infer<typeof Scenario>;

/** Everything that the engine was given for a run, so that it can be asked again elsewhere. */
export const RunInput = z.object({
  engine: z.string().describe('Another version of the engine may score otherwise'),
  policy: Policy,
  columns: z.array(z.string()),
  rows: z.array(z.array(z.string())).describe('The students as they were when the run was started'),
  idColumn: z.string().describe('The column of the members’ ids'),
});
export type RunInput = z.infer<typeof RunInput>;

const inCamp = { campId: Id };
const ofScenario = { ...inCamp, scenarioId: Id };

export const scenarios = {
  input: endpoint({
    method: 'GET',
    path: '/camps/:campId/runs/:runId/input',
    access: 'signed-in',
    input: z.strictObject({ ...inCamp, runId: Id }),
    output: RunInput,
    errors: ['forbidden', 'not_found'],
    summary: 'What the engine was given for a run (staff)',
  }),
  create: endpoint({
    method: 'POST',
    path: '/camps/:campId/runs/:runId/scenarios',
    access: 'signed-in',
    status: 201,
    input: z.strictObject({
      ...inCamp,
      runId: Id,
      name: content.name,
      from: Id.optional().describe('Another scenario of the same run to begin with; else the result of the run'),
    }),
    output: Scenario,
    errors: ['forbidden', 'not_found', 'conflict'],
    summary: 'Open a scenario',
  }),
  list: endpoint({
    method: 'GET',
    path: '/camps/:campId/scenarios',
    access: 'signed-in',
    input: z.strictObject({ ...inCamp, runId: Id.optional(), ...paged }),
    output: z.object({ ...page(ScenarioSummary).shape, seq: Sequence }),
    errors: ['forbidden', 'not_found'],
    summary: 'The scenarios of the camp, or of one of its runs, newest first',
  }),
  get: endpoint({
    method: 'GET',
    path: '/camps/:campId/scenarios/:scenarioId',
    access: 'signed-in',
    input: z.strictObject({ ...ofScenario }),
    output: Scenario,
    errors: ['forbidden', 'not_found'],
    summary: 'One scenario',
  }),
  save: endpoint({
    method: 'PUT',
    path: '/camps/:campId/scenarios/:scenarioId',
    access: 'signed-in',
    input: z.strictObject({ ...ofScenario, ...content, version: Version }),
    output: Scenario,
    errors: ['forbidden', 'not_found', 'stale', 'invalid_input'],
    summary: 'Save a scenario as it is now; every student of the run stands in exactly one group',
  }),
  export: endpoint({
    method: 'GET',
    path: '/camps/:campId/scenarios/:scenarioId/groups.csv',
    access: 'signed-in',
    input: z.strictObject({ ...ofScenario, ...groupsExport }).refine(hasCourse, COURSE_NEEDED),
    output: z.string(),
    media: 'text/csv',
    errors: ['forbidden', 'not_found'],
    summary: 'The groups of a scenario as a CSV file for other systems',
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/camps/:campId/scenarios/:scenarioId',
    access: 'signed-in',
    input: z.strictObject({ ...ofScenario }),
    output: z.strictObject({}),
    errors: ['forbidden', 'not_found'],
    summary: 'Throw a scenario away; groups that were published from it stay',
  }),
  solve: endpoint({
    method: 'POST',
    path: '/camps/:campId/scenarios/:scenarioId/solve',
    access: 'signed-in',
    status: 202,
    input: z.strictObject({
      ...ofScenario,
      version: Version,
      seed: z.number().int().min(0).max(4_294_967_295).default(1),
    }),
    output: Run,
    errors: ['forbidden', 'not_found', 'stale', 'conflict'],
    summary: 'Have a run arrange anew whoever is not locked; the scenario names it as `solving`',
  }),
  publish: endpoint({
    method: 'POST',
    path: '/camps/:campId/scenarios/:scenarioId/publish',
    access: 'signed-in',
    input: z.strictObject({
      ...ofScenario,
      version: Version,
      despite: z.boolean().default(false).describe('Publish although hard rules are broken'),
    }),
    output: Scenario,
    errors: ['forbidden', 'not_found', 'stale', 'cannot_be_satisfied'],
    summary: 'Make these the groups of the camp, scored anew; rules that are broken are named until they are accepted',
  }),
};
