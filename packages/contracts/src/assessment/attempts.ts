import { z } from 'zod';
import { endpoint, Id, Instant, Nothing } from '../endpoint.js';
import { Sequence } from '../streams.js';
import { Answer, AskedQuestion, Marked } from './questions.js';
import { Slug } from './skills.js';

const Named = z.object({ id: Slug, title: z.string() });
const standardError = z.number().min(0).describe('In standard deviations of the population');
const ability = z.number().describe('θ, in standard deviations from the mean of the population');

/** Why an attempt came to its end. */
export const EndedBy = z.enum(['precise', 'most-questions', 'no-questions-left', 'time', 'learner']);
export type EndedBy = z.infer<typeof EndedBy>;

/** Why this question: `tells-most` of all that are left, `balances` the domains, or is `written` and comes last. */
export const WhyAsked = z.object({
  reason: z.enum(['tells-most', 'balances', 'written']),
  domain: Named,
  answered: z.number().int().describe('How many answers that domain has so far'),
});
export type WhyAsked = z.infer<typeof WhyAsked>;

export const DomainEstimate = z.object({
  ...Named.shape,
  standardError,
  answered: z.number().int(),
});

/** How far an attempt is and how much is known; how well it goes is not in it. */
export const AttemptProgress = z.object({
  answered: z.number().int(),
  most: z.number().int().describe('No attempt has more questions than this; those that are written come on top'),
  likelyEnd: z
    .object({ from: z.number().int(), to: z.number().int() })
    .nullable()
    .describe('The question after which it most likely ends; null once only written ones are left'),
  standardErrors: z.array(standardError).describe('Before the first answer, then after each'),
  stopsAt: standardError.describe('Known this well, the attempt ends'),
  domains: z.array(DomainEstimate),
});
export type AttemptProgress = z.infer<typeof AttemptProgress>;

export const AttemptState = z.enum(['open', 'over']);
export type AttemptState = z.infer<typeof AttemptState>;

export const Attempt = z.object({
  id: Id,
  campId: Id,
  campName: z.string(),
  track: Named,
  number: z.number().int().describe('Counts from 1 for each person and track'),
  state: AttemptState,
  startedAt: Instant,
  endsAt: Instant.nullable().describe('When time is up, extra time included; null without a limit'),
  now: Instant.describe("The server's clock, to count down by"),
  finishedAt: Instant.nullable(),
  endedBy: EndedBy.nullable(),
  question: z
    .object({
      position: z.number().int().describe('From 0'),
      version: z.number().int().describe('Of the question; give it back with the answer'),
      asked: AskedQuestion,
      why: WhyAsked,
      reported: z.boolean().describe('Whether I reported a fault in it'),
    })
    .nullable()
    .describe('The one that waits for an answer; null once it is over'),
  feedback: z
    .object({ position: z.number().int(), asked: AskedQuestion, answer: Answer, marked: Marked })
    .nullable()
    .describe('Of the answer before, in camps that tell at once'),
  progress: AttemptProgress,
  seq: Sequence.describe('Of my own stream'),
});
export type Attempt = z.infer<typeof Attempt>;

/** How much of a skill somebody has: `shown` by its own questions, `inferred` through the graph and the ability. */
export const Evidence = z.enum(['shown', 'inferred']);
export type Evidence = z.infer<typeof Evidence>;

export const SkillMastery = z.object({
  ...Named.shape,
  domain: Slug,
  level: z.number().int(),
  mastery: z.number().min(0).max(1).describe('How probable it is that the skill is mastered'),
  evidence: Evidence,
  answers: z.number().int().describe('Of questions of this skill, practice included'),
  expected: z
    .object({ share: z.number(), low: z.number(), high: z.number() })
    .describe('The share of its questions that would be answered right, with its 95 % interval'),
});
export type SkillMastery = z.infer<typeof SkillMastery>;

export const DomainAbility = z.object({ ...Named.shape, ability, standardError, answered: z.number().int() });

export const WrittenPart = z.object({
  position: z.number().int(),
  skill: Named,
  state: z.enum(['pending', 'graded', 'skipped']),
  points: z.number().nullable(),
  of: z.number().int(),
});

export const AttemptResult = z.object({
  id: Id,
  campId: Id,
  track: Named,
  number: z.number().int(),
  startedAt: Instant,
  finishedAt: Instant,
  endedBy: EndedBy,
  ability,
  standardError,
  right: z.number().int().describe('Of the questions that were marked by themselves'),
  answered: z.number().int().describe('All that were marked by themselves'),
  standardErrors: z.array(standardError),
  domains: z.array(DomainAbility),
  skills: z.array(SkillMastery),
  written: z.array(WrittenPart),
  pending: z.number().int().describe('Written answers that nobody has graded yet'),
  review: z
    .object({ open: z.boolean(), from: Instant.nullable() })
    .describe('Whether the questions are explained now, or from when'),
  seq: Sequence.describe('Of my own stream'),
});
export type AttemptResult = z.infer<typeof AttemptResult>;

export const GivenGrade = z.object({
  points: z.number().int(),
  of: z.number().int(),
  levels: z.array(z.number().int()).describe('For each criterion of the rubric, which of its levels, from 0'),
  comment: z.string(),
  gradedAt: Instant,
  released: z.boolean().describe('As a model proposed it; an instructor looks at it later'),
});

export const ReviewedAnswer = z.object({
  position: z.number().int(),
  skill: Named,
  asked: AskedQuestion,
  answer: Answer.nullable().describe('Null where time was up before it'),
  seconds: z.number().nullable(),
  marked: Marked,
  grade: GivenGrade.nullable(),
});
export type ReviewedAnswer = z.infer<typeof ReviewedAnswer>;

export const AttemptSummary = z.object({
  id: Id,
  number: z.number().int(),
  state: AttemptState,
  startedAt: Instant,
  finishedAt: Instant.nullable(),
  ability: ability.nullable().describe('Once it is over'),
  standardError: standardError.nullable(),
  pending: z.number().int(),
});

export type AttemptSummary = z.infer<typeof AttemptSummary>;

/** What a member can be assessed in, and how far they are. */
export const OfferedTrack = z.object({
  ...Named.shape,
  description: z.string(),
  domains: z.array(Named),
  skills: z.number().int(),
  questions: z.number().int().describe('In the bank'),
  minutes: z.number().int().nullable().describe('For me, extra time included; null without a limit'),
  written: z.number().int().describe('Written questions at the end, which may be skipped'),
  attempts: z.array(AttemptSummary).describe('Mine, newest first'),
  open: Id.nullable().describe('The attempt to go on with'),
  mayStart: z.boolean(),
  notBefore: Instant.nullable().describe('When another attempt may be started; null: at once, or never'),
});

export type OfferedTrack = z.infer<typeof OfferedTrack>;

const ofAttempt = { attemptId: Id };

export const assessment = {
  overview: endpoint({
    method: 'GET',
    path: '/camps/:campId/assessment',
    access: 'signed-in',
    input: z.strictObject({ campId: Id }),
    output: z.object({
      tracks: z.array(OfferedTrack),
      feedback: z.enum(['at-once', 'at-end']),
      seq: Sequence.describe('Of my own stream'),
    }),
    errors: ['not_found'],
    summary: 'The tracks that the camp assesses, and my attempts',
  }),
  start: endpoint({
    method: 'POST',
    path: '/camps/:campId/attempts',
    access: 'signed-in',
    status: 201,
    input: z.strictObject({ campId: Id, track: Slug }),
    output: Attempt,
    errors: ['forbidden', 'not_found', 'conflict'],
    summary: 'Start an attempt, or go on with the one that is open (students)',
  }),
  get: endpoint({
    method: 'GET',
    path: '/attempts/:attemptId',
    access: 'signed-in',
    input: z.strictObject({ ...ofAttempt }),
    output: Attempt,
    errors: ['not_found'],
    summary: 'My attempt as it stands, with the question that waits',
  }),
  answer: endpoint({
    method: 'POST',
    path: '/attempts/:attemptId/answers',
    access: 'signed-in',
    input: z.strictObject({
      ...ofAttempt,
      position: z.number().int().min(0).max(200),
      version: z.number().int().min(1),
      answer: Answer,
    }),
    output: Attempt,
    errors: ['not_found', 'conflict', 'invalid_input'],
    summary:
      'Answer the question that waits; the first answer to a position counts, the same one again changes nothing',
  }),
  finish: endpoint({
    method: 'POST',
    path: '/attempts/:attemptId/finish',
    access: 'signed-in',
    input: z.strictObject({ ...ofAttempt }),
    output: Attempt,
    errors: ['not_found'],
    summary: 'End it here, with what is known so far',
  }),
  report: endpoint({
    method: 'POST',
    path: '/attempts/:attemptId/reports',
    access: 'signed-in',
    status: 201,
    input: z.strictObject({
      ...ofAttempt,
      position: z.number().int().min(0).max(200),
      text: z.string().trim().min(3).max(1000),
    }),
    output: Nothing,
    errors: ['not_found', 'invalid_input'],
    summary: 'Report a fault in a question; a second report of the same replaces the first',
  }),
  result: endpoint({
    method: 'GET',
    path: '/attempts/:attemptId/result',
    access: 'signed-in',
    input: z.strictObject({ ...ofAttempt }),
    output: AttemptResult,
    errors: ['not_found', 'conflict'],
    summary: 'What an attempt that is over has shown (its learner and staff)',
  }),
  review: endpoint({
    method: 'GET',
    path: '/attempts/:attemptId/review',
    access: 'signed-in',
    input: z.strictObject({ ...ofAttempt }),
    output: z.object({ answers: z.array(ReviewedAnswer) }),
    errors: ['not_found', 'conflict'],
    summary: 'Every question with its answer, key and explanation, once they are due (its learner and staff)',
  }),
};
