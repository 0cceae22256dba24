import { z } from 'zod';
import { NothingToPractise, PracticeQuestion } from '../assessment/profiles.js';
import { Slug } from '../assessment/skills.js';
import { endpoint, Id, Instant } from '../endpoint.js';
import { Sequence } from '../streams.js';
import { Lesson } from './lessons.js';

const Named = z.object({ id: Slug, title: z.string() });
export const Day = z.iso.date().describe('A day in the time zone of the camp');

/** What somebody wants to be able to do: a skill, or all skills of a track. */
export const Goal = z.strictObject({ kind: z.enum(['track', 'skill']), id: Slug });
export type Goal = z.infer<typeof Goal>;

export const MinutesPerWeek = z.number().int().min(15).max(3000);

/** `locked` rests on a step that is not done yet; `ready` may be started; `done` was shown to be mastered, or known since. */
export const StepState = z.enum(['locked', 'ready', 'started', 'done']);
export type StepState = z.infer<typeof StepState>;

/** Why a step is on the path. */
export const StepReason = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('goal') }).describe('It is a goal itself'),
  z.object({ kind: z.literal('track'), track: Named }).describe('It belongs to a track that is a goal'),
  z
    .object({ kind: z.literal('needed'), by: z.array(Named).min(1) })
    .describe('These steps of the path rest on it directly'),
]);
export type StepReason = z.infer<typeof StepReason>;

export const PathStep = z.object({
  skill: Named,
  track: Named,
  domain: Named,
  level: z.number().int(),
  state: StepState,
  mastery: z.number().nullable().describe('Null: nothing is known of it'),
  reasons: z.array(StepReason).describe('None for a step that was begun towards a goal that is none any more'),
  useful: z.boolean().describe('The project of the camp needs it'),
  after: z.array(Slug).describe('The steps of this path that it directly rests on'),
  lessons: z.number().int(),
  read: z.number().int().describe('Lessons read to the end'),
  minutes: z.number().int().describe('For all of it'),
  week: Day.describe('The Monday of the week it stands in'),
  due: Day.describe('Its last day'),
  extended: z.boolean().describe('An instructor has set the day'),
  late: z.boolean(),
});
export type PathStep = z.infer<typeof PathStep>;

export const PathWeek = z.object({
  startsOn: Day,
  minutes: z.number().int().describe('Of the steps that begin in it'),
  steps: z.array(Slug),
});

/** A skill that was learnt and begins to be forgotten. */
export const Review = z.object({ skill: Named, due: Instant, mastery: z.number() });
export type Review = z.infer<typeof Review>;

export const LearningPath = z.object({
  goals: z.array(z.object({ ...Goal.shape, title: z.string() })),
  minutesPerWeek: MinutesPerWeek,
  version: z.number().int().min(1),
  steps: z.array(PathStep).describe('In the order of their weeks; none before what it rests on'),
  weeks: z.array(PathWeek).describe('Those with steps, in order'),
  known: z.number().int().describe('Skills that the goals rest on and that were known before'),
  done: z.number().int(),
  late: z.number().int(),
  minutesLeft: z.number().int(),
  endsOn: Day.nullable().describe('The last day of the last step that is not done; null when all is done'),
});
export type LearningPath = z.infer<typeof LearningPath>;

export const MyPath = z.object({
  path: LearningPath.nullable().describe('Null until there are goals'),
  today: z.object({
    day: Day,
    next: z.array(Slug).describe('Steps to go on with, at most three: the started ones, then those whose turn it is'),
    reviews: z.array(Review).describe('Due now, the longest first'),
    reviewsSoon: z.number().int().describe('That fall due within a week'),
  }),
  tracks: z
    .array(z.object({ ...Named.shape, description: z.string(), skills: z.number().int(), known: z.number().int() }))
    .describe('What a goal may be taken from, those that the camp has chosen first'),
  seq: Sequence.describe('Of the stream of the caller: user:'),
});
export type MyPath = z.infer<typeof MyPath>;

/** How far somebody is with the questions that close a step. */
export const StepCheck = z.object({
  questions: z.number().int().describe('Of its lessons'),
  right: z.number().int().describe('Of these, answered rightly at their last time'),
  answered: z.number().int(),
});
export type StepCheck = z.infer<typeof StepCheck>;

export const StepLesson = z.object({
  ...Lesson.omit({ skill: true, check: true }).shape,
  readAt: Instant.nullable(),
});
export type StepLesson = z.infer<typeof StepLesson>;

export const StepPage = z.object({
  skill: Named,
  description: z.string(),
  track: Named,
  mastery: z.number().nullable(),
  step: PathStep.nullable().describe('Null where it is not on the path of the caller'),
  lessons: z.array(StepLesson),
  check: StepCheck,
  practice: z.object({
    due: Instant.nullable().describe('When it should be practised again; null: never practised'),
    questions: z.number().int().describe('That may be practised now'),
  }),
  after: z.array(z.object({ ...Named.shape, known: z.boolean() })).describe('What it directly rests on'),
  opens: z.array(Named).describe('The steps of the path that rest on it'),
  next: Named.nullable().describe('The step to go on with'),
  seq: Sequence.describe('Of the stream of the caller: user:'),
});
export type StepPage = z.infer<typeof StepPage>;

const inCamp = { campId: Id };
const ofSkill = { ...inCamp, skill: Slug };

export const curriculum = {
  path: endpoint({
    method: 'GET',
    path: '/camps/:campId/me/path',
    access: 'signed-in',
    input: z.strictObject({ ...inCamp }),
    output: MyPath,
    errors: ['forbidden', 'not_found'],
    summary: 'My path: what to learn in which week, and what there is to do today (students)',
  }),
  plan: endpoint({
    method: 'PUT',
    path: '/camps/:campId/me/path',
    access: 'signed-in',
    input: z.strictObject({
      ...inCamp,
      goals: z.array(Goal).min(1).max(20),
      minutesPerWeek: MinutesPerWeek,
      version: z.number().int().min(0).describe('0: there is no path yet'),
    }),
    output: MyPath,
    errors: ['forbidden', 'not_found', 'stale', 'invalid_input'],
    summary: 'Choose goals and weekly time; what is started stays where it is (students)',
  }),
  replan: endpoint({
    method: 'POST',
    path: '/camps/:campId/me/path/replan',
    access: 'signed-in',
    input: z.strictObject({ ...inCamp, version: z.number().int().min(1) }),
    output: MyPath,
    errors: ['forbidden', 'not_found', 'stale'],
    summary: 'Plan what is not started anew from this week on, what is late included (students)',
  }),
  step: endpoint({
    method: 'GET',
    path: '/camps/:campId/me/path/steps/:skill',
    access: 'signed-in',
    input: z.strictObject({ ...ofSkill }),
    output: StepPage,
    errors: ['forbidden', 'not_found'],
    summary: 'A skill with its lessons, its check, and where it stands on my path (students)',
  }),
  read: endpoint({
    method: 'POST',
    path: '/camps/:campId/me/path/steps/:skill/lessons/:lesson',
    access: 'signed-in',
    input: z.strictObject({ ...ofSkill, lesson: Slug, read: z.boolean() }),
    output: StepPage,
    errors: ['forbidden', 'not_found'],
    summary: 'I have read a lesson to the end, or will read it again; the first one starts the step (students)',
  }),
  check: endpoint({
    method: 'POST',
    path: '/camps/:campId/me/path/steps/:skill/check',
    access: 'signed-in',
    rate: 'read',
    input: z.strictObject({ ...ofSkill }),
    output: z.object({
      question: PracticeQuestion.nullable(),
      check: StepCheck,
      nothing: NothingToPractise.nullable().describe('Where there is no question'),
    }),
    errors: ['forbidden', 'not_found'],
    summary: 'The next question that closes the step: those not right yet, in turn; answered as practice is (students)',
  }),
};
