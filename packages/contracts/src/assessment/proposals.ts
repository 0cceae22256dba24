import { z } from 'zod';
import { CodeReport } from '../code.js';
import { Id, Instant } from '../endpoint.js';
import { AnsweredBy } from '../model.js';

/** What becomes of a proposal: none is made; an instructor sees it; a sure one counts at once and is looked at later. */
export const ProposalUse = z.enum(['off', 'instructor', 'at-once']);
export type ProposalUse = z.infer<typeof ProposalUse>;

/** How a proposal stands: it waits for its turn, or for new tokens; it is there; or it could not be made. */
export const ProposalState = z.enum(['waiting', 'ready', 'failed']);
export type ProposalState = z.infer<typeof ProposalState>;

/** Why somebody has to look before a proposal counts. */
export const ProposalFlag = z.enum([
  'addresses-grader',
  'unsupported',
  'quotes-dropped',
  'low-confidence',
  'incomplete',
]);
export type ProposalFlag = z.infer<typeof ProposalFlag>;

export const ProposedCriterion = z.object({
  level: z.number().int().nullable().describe('Which of its levels, from 0; null where nothing can be said'),
  reason: z.string().describe('In the words of the model; empty where rules propose'),
  rule: z
    .enum(['nearly-empty', 'does-not-parse', 'no-tests', 'terms', 'none'])
    .nullable()
    .describe('What rules went by; null where a model proposes'),
  quotes: z.array(z.string()).describe('Each stands in the answer'),
  confidence: z.number().min(0).max(1),
  found: z.array(z.string()).describe('Words of the criterion that the answer has'),
  missing: z.array(z.string()).describe('Those that it does not have'),
});
export type ProposedCriterion = z.infer<typeof ProposedCriterion>;

/** A grade as a model or rules would give it: for whoever grades, beside the answer. */
export const GradeProposal = z.object({
  state: ProposalState,
  criteria: z.array(ProposedCriterion).describe('In the order of the rubric; empty before there is anything'),
  points: z.number().int().nullable().describe('The sum; null unless each criterion has a level'),
  by: AnsweredBy.nullable(),
  flags: z.array(ProposalFlag),
  code: CodeReport.nullable().describe('Of a program: what it tells without being run'),
  retryAt: Instant.nullable().describe('While it waits: when the model is asked again'),
  mayAsk: z.boolean().describe('Whether it may be asked for again'),
});
export type GradeProposal = z.infer<typeof GradeProposal>;

/** Each grade that was given, with what stood there before. */
export const AnswerGrade = z.object({
  at: Instant,
  by: z.string().nullable().describe('The name of who gave it; null: released as it was proposed'),
  levels: z.array(z.number().int()),
  before: z.array(z.number().int()).nullable(),
  proposed: z.array(z.number().int().nullable()).nullable().describe('What the proposal said then'),
});
export type AnswerGrade = z.infer<typeof AnswerGrade>;

/** How well proposals agree with the instructors who looked at them, by who proposed. */
export const Agreement = z.object({
  by: z.string().describe('`rules`, or model and prompt'),
  answers: z.number().int(),
  criteria: z.number().int(),
  exact: z.number().describe('Share of criteria with the same level'),
  withinOne: z.number().describe('Share with a level next to it, or the same'),
  kappa: z
    .number()
    .nullable()
    .describe('Weighted by squares (Cohen 1968): 1 in full, 0 as by chance; null where chance cannot be told'),
});
export type Agreement = z.infer<typeof Agreement>;

/** On `grading.proposed`. */
export const GradingProposed = z.object({ campId: Id, answerId: Id, state: ProposalState });
