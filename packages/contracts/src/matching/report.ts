import { z } from 'zod';
import { Policy } from './policy.js';

/** What the engine says of one criterion in one group. */
export const CriterionScore = z.object({
  kind: z.string(),
  column: z.string().describe('The column, or the columns joined by a comma'),
  score: z.number().min(0).max(1),
  satisfied: z.boolean().describe('Whether the hard form holds'),
  evidence: z.string().describe('What the score rests on, in words with numbers and units'),
  private: z.boolean().optional(),
});
export type CriterionScore = z.infer<typeof CriterionScore>;

export const HardViolation = z.object({
  kind: z.string(),
  column: z.string(),
  group: z.string().nullable(),
  members: z.array(z.string()),
  detail: z.string(),
});
export type HardViolation = z.infer<typeof HardViolation>;

/** Hard rules that no assignment can keep together, and the least that would have to give. */
export const Conflict = z.object({
  proved: z.boolean().describe('True only with a proof; false means that none was found in the time given'),
  criteria: z.array(z.string()),
  members: z.array(z.string()),
  relaxation: z.string().nullable(),
});
export type Conflict = z.infer<typeof Conflict>;

export const MatchedGroup = z.object({
  name: z.string(),
  members: z.array(z.string()),
  score: z.number(),
  criteria: z.array(CriterionScore),
});
export type MatchedGroup = z.infer<typeof MatchedGroup>;

/** `report.json` of `tailcamp match`, and the result of a run. */
export const MatchReport = z.object({
  engine: z.string(),
  seed: z.number().int(),
  moves: z.number().int(),
  stoppedBy: z.enum(['moves', 'time', 'optimal']),
  objective: z.number(),
  bound: z.number().nullable(),
  gap: z.number().nullable(),
  hardViolations: z.array(HardViolation),
  conflict: Conflict.optional(),
  groups: z.array(MatchedGroup),
  notices: z.array(z.string()),
  seconds: z.number(),
});
export type MatchReport = z.infer<typeof MatchReport>;

/** When the members of a group are free. */
export const FreeHours = z.object({
  zone: z.string().nullable().describe('An IANA zone; null: as the survey asked, which names none'),
  counts: z.array(z.number().int()).length(168).describe('From Monday 0:00 in `zone`: how many members are free'),
});
export type FreeHours = z.infer<typeof FreeHours>;

/** One column of a survey as the policy editor offers it. */
export const SurveyColumn = z.object({
  name: z.string(),
  recognisedAs: z.enum([
    'id',
    'name',
    'email',
    'timeZone',
    'number',
    'category',
    'list',
    'levels',
    'schedule',
    'wish',
    'avoid',
    'rank',
    'text',
  ]),
  values: z
    .array(z.string())
    .describe('The distinct values of a category, most frequent first, at most 50; the skills of levels'),
  missing: z.number().int().describe('How many students left it blank'),
});
export type SurveyColumn = z.infer<typeof SurveyColumn>;

/** What the students bring to one criterion of a policy, and how it came out in a short trial. */
export const CriterionPreview = z.object({
  kind: z.string(),
  rule: z.string().describe('The hard form in words'),
  brings: z.array(z.object({ label: z.string(), students: z.number().int() })).describe('At most 12'),
  impossible: z.string().nullable().describe('Why no grouping of these sizes keeps the hard form; null proves nothing'),
  score: z.number().min(0).max(1).nullable().describe('Mean over the groups of the trial'),
  holds: z.number().int().nullable().describe('In how many of them the hard form holds'),
});
export type CriterionPreview = z.infer<typeof CriterionPreview>;

export const PolicyTrial = z.object({
  groups: z.number().int(),
  objective: z.number(),
  worst: z.number(),
  broken: z.number().int().describe('Hard rules that a group breaks, sizes among them'),
});
export type PolicyTrial = z.infer<typeof PolicyTrial>;

export const ProposedPolicy = z.object({ policy: Policy, notices: z.array(z.string()) });
export type ProposedPolicy = z.infer<typeof ProposedPolicy>;
