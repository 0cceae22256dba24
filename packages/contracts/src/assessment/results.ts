import { z } from 'zod';
import { endpoint, Id, Instant, page, paged, Version } from '../endpoint.js';
import { Sequence } from '../streams.js';
import { AttemptState, GivenGrade } from './attempts.js';
import { RubricRow } from './items.js';
import { Agreement, AnswerGrade, GradeProposal, ProposalState } from './proposals.js';
import { Answer, AskedQuestion } from './questions.js';
import { Slug } from './skills.js';

const Named = z.object({ id: Slug, title: z.string() });

export const ClassResult = z.object({
  memberId: Id,
  name: z.string(),
  state: z.enum(['not-started', ...AttemptState.options]).describe('Of the newest attempt'),
  answered: z.number().int(),
  attemptId: Id.nullable().describe('The newest that is over'),
  ability: z.number().nullable(),
  standardError: z.number().nullable(),
  finishedAt: Instant.nullable(),
  pending: z.number().int(),
  mastery: z.array(z.number().nullable()).describe('In the order of `skills`'),
});
export type ClassResult = z.infer<typeof ClassResult>;

const inCamp = { campId: Id };
const ofTrack = { ...inCamp, track: Slug };

export const classResults = {
  get: endpoint({
    method: 'GET',
    path: '/camps/:campId/assessment/tracks/:track/results',
    access: 'signed-in',
    input: z.strictObject({ ...ofTrack, ...paged }),
    output: z.object({
      ...page(ClassResult).shape,
      track: Named,
      students: z.number().int(),
      finished: z.number().int(),
      open: z.number().int(),
      pending: z.number().int().describe('Written answers to grade'),
      meanAbility: z.number().nullable(),
      distribution: z
        .array(z.object({ from: z.number(), to: z.number(), students: z.number().int() }))
        .describe('Students by ability, in steps of half a standard deviation'),
      skills: z.array(
        z.object({
          ...Named.shape,
          domain: Named,
          mean: z.number().nullable().describe('Mean mastery'),
          mastered: z.number().int().describe('Students whose mastery is at least 0.8'),
        }),
      ),
      seq: Sequence.describe('Of the stream of the camp'),
    }),
    errors: ['forbidden', 'not_found', 'invalid_input'],
    summary: 'How the class did in a track: everybody, the distribution, and each skill (staff)',
  }),
  export: endpoint({
    method: 'GET',
    path: '/camps/:campId/assessment/tracks/:track/results.csv',
    access: 'signed-in',
    input: z.strictObject({ ...ofTrack }),
    output: z.string(),
    media: 'text/csv',
    errors: ['forbidden', 'not_found'],
    summary: 'The results of the class as CSV (staff)',
  }),
};

export const WrittenAnswer = z.object({
  id: Id,
  track: Named,
  skill: Named,
  memberId: Id,
  name: z.string(),
  question: z.string().describe('The first paragraph; Markdown'),
  state: z.enum(['pending', 'graded']),
  answeredAt: Instant,
  points: z.number().int().nullable(),
  of: z.number().int(),
  released: z.boolean().describe('Graded as a model proposed it, and not looked at yet'),
  proposal: ProposalState.nullable(),
});
export type WrittenAnswer = z.infer<typeof WrittenAnswer>;

export const GradedAnswer = z.object({
  ...WrittenAnswer.shape,
  asked: AskedQuestion,
  answer: Answer,
  rubric: z.array(RubricRow),
  sample: z.string(),
  grade: GivenGrade.nullable(),
  proposed: GradeProposal.nullable(),
  history: z.array(AnswerGrade).describe('Newest first'),
  version: Version,
});
export type GradedAnswer = z.infer<typeof GradedAnswer>;

const ofAnswer = { ...inCamp, answerId: Id };

export const grading = {
  queue: endpoint({
    method: 'GET',
    path: '/camps/:campId/grading',
    access: 'signed-in',
    input: z.strictObject({ ...inCamp, ...paged, state: z.enum(['pending', 'released', 'graded']).default('pending') }),
    output: z.object({
      ...page(WrittenAnswer).shape,
      pending: z.number().int(),
      released: z.number().int().describe('Released as proposed, and still to look at'),
      seq: Sequence.describe('Of the stream of the camp'),
    }),
    errors: ['forbidden', 'not_found', 'invalid_input'],
    summary: 'Written answers to grade, the longest wait first (staff)',
  }),
  get: endpoint({
    method: 'GET',
    path: '/camps/:campId/grading/:answerId',
    access: 'signed-in',
    input: z.strictObject({ ...ofAnswer }),
    output: GradedAnswer,
    errors: ['forbidden', 'not_found'],
    summary: 'One written answer with its rubric (staff)',
  }),
  grade: endpoint({
    method: 'PUT',
    path: '/camps/:campId/grading/:answerId',
    access: 'signed-in',
    input: z.strictObject({
      ...ofAnswer,
      levels: z
        .array(z.number().int().min(0).max(5))
        .min(1)
        .max(8)
        .describe('For each criterion, which of its levels, from 0'),
      comment: z.string().trim().max(4000).default(''),
      version: Version,
    }),
    output: GradedAnswer,
    errors: ['forbidden', 'not_found', 'stale', 'invalid_input'],
    summary: 'Grade it, or grade it anew; its learner hears of it at once (staff)',
  }),
  propose: endpoint({
    method: 'POST',
    path: '/camps/:campId/grading/:answerId/proposal',
    access: 'signed-in',
    input: z.strictObject({ ...ofAnswer }),
    output: GradedAnswer,
    errors: ['forbidden', 'not_found', 'conflict'],
    summary: 'Ask for a proposal, or for another one; a few times at most (staff)',
  }),
  agreement: endpoint({
    method: 'GET',
    path: '/camps/:campId/grading/agreement',
    access: 'signed-in',
    input: z.strictObject({ ...inCamp }),
    output: z.object({ agreements: z.array(Agreement) }),
    errors: ['forbidden', 'not_found'],
    summary: 'How well proposals agree with the grades that instructors gave (staff)',
  }),
};
