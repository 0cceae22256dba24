import { z } from 'zod';
import { ContentSource } from '../assessment/graph.js';
import { Slug } from '../assessment/skills.js';
import { endpoint, Id, Instant, page, paged, Version } from '../endpoint.js';
import { FieldProblem } from '../errors.js';
import { AnsweredBy } from '../model.js';
import { Drafted } from './drafts.js';
import { Lesson, LessonState, StudioKind } from './lessons.js';

const Named = z.object({ id: Slug, title: z.string() });

/** A lesson in the making: within its limits, but not yet whole. */
export const LessonDraft = z.strictObject({
  id: Slug.describe('The name by which links and files know it; it stays'),
  skill: Slug,
  title: z.string().trim().min(1).max(90),
  kind: StudioKind,
  minutes: Lesson.shape.minutes,
  objectives: z.array(z.string().trim().min(1).max(160)).max(4),
  check: z.array(Slug).max(4),
  body: z.string().max(12_000).describe('Markdown'),
});
export type LessonDraft = z.infer<typeof LessonDraft>;

const described = {
  id: Slug,
  title: z.string(),
  skill: Named,
  kind: StudioKind,
  minutes: z.number().int(),
  source: ContentSource,
  state: LessonState.describe('Of its newest version'),
  published: Version.nullable().describe(
    'The version that is learnt from; older than the newest while that is a draft',
  ),
  version: Version.describe('The newest'),
  at: Instant.describe('Of its last change'),
};

export const StudioSummary = z.object(described);
export type StudioSummary = z.infer<typeof StudioSummary>;

/** What a version changed of the one before it; for the first, all. */
export const ChangedField = z.enum(['skill', 'title', 'kind', 'minutes', 'objectives', 'check', 'body', 'state']);
export type ChangedField = z.infer<typeof ChangedField>;

export const LessonRevision = z.object({
  version: Version,
  state: LessonState,
  at: Instant,
  by: z.string().nullable().describe('Null: it came with TailCamp, or with a camp that this one is a copy of'),
  changed: z.array(ChangedField),
  comment: z.string().nullable().describe('What whoever moved it said to the others'),
  drafted: AnsweredBy.nullable().describe('Who drafted its text, where nobody had changed it'),
});
export type LessonRevision = z.infer<typeof LessonRevision>;

export const StudioLesson = z.object({
  ...described,
  lesson: LessonDraft,
  findings: z.array(FieldProblem).describe('What has to be mended before it can be published, by field of the lesson'),
  drafted: Drafted.nullable().describe('Who drafted its text and from what, until somebody has changed it'),
  history: z.array(LessonRevision).describe('Newest first'),
});
export type StudioLesson = z.infer<typeof StudioLesson>;

const CoveredSkill = z.object({
  ...Named.shape,
  published: z.number().int().describe('Lessons that are learnt from'),
  making: z.number().int().describe('Drafts, and what waits for review'),
});

/** How well a camp's skills are covered by lessons, track by track, and what is in the making. */
export const StudioOverview = z.object({
  tracks: z.array(z.object({ ...Named.shape, skills: z.array(CoveredSkill) })),
  states: z.record(LessonState, z.number().int()).describe('How many there are of each'),
});
export type StudioOverview = z.infer<typeof StudioOverview>;

const inCamp = { campId: Id };
const ofLesson = { ...inCamp, lessonId: Slug };

export const studio = {
  overview: endpoint({
    method: 'GET',
    path: '/camps/:campId/studio',
    access: 'signed-in',
    input: z.strictObject({ ...inCamp }),
    output: StudioOverview,
    errors: ['forbidden', 'not_found'],
    summary: 'Which skills have how many lessons, and how many lessons are in which state (staff)',
  }),
  list: endpoint({
    method: 'GET',
    path: '/camps/:campId/studio/lessons',
    access: 'signed-in',
    input: z.strictObject({
      ...inCamp,
      ...paged,
      state: LessonState.optional(),
      source: ContentSource.optional(),
      track: Slug.optional(),
      skill: Slug.optional(),
      search: z.string().trim().max(100).optional().describe('A part of the title or the name'),
    }),
    output: z.object({ ...page(StudioSummary).shape, total: z.number().int() }),
    errors: ['forbidden', 'not_found', 'invalid_input'],
    summary: 'The lessons of the camp by skill and name, its own in the place of the library’s of that name (staff)',
  }),
  get: endpoint({
    method: 'GET',
    path: '/camps/:campId/studio/lessons/:lessonId',
    access: 'signed-in',
    input: z.strictObject({ ...ofLesson }),
    output: StudioLesson,
    errors: ['forbidden', 'not_found'],
    summary: 'A lesson in its newest version, with what the linter says and who changed what (staff)',
  }),
  version: endpoint({
    method: 'GET',
    path: '/camps/:campId/studio/lessons/:lessonId/versions/:version',
    access: 'signed-in',
    input: z.strictObject({ ...ofLesson, version: z.coerce.number().int().min(1) }),
    output: LessonDraft,
    errors: ['forbidden', 'not_found', 'invalid_input'],
    summary: 'A lesson as it was in one of its versions (staff)',
  }),
  lint: endpoint({
    method: 'POST',
    path: '/camps/:campId/studio/lint',
    access: 'signed-in',
    rate: 'read',
    input: z.strictObject({ ...inCamp, lesson: LessonDraft }),
    output: StudioLesson.pick({ findings: true }),
    errors: ['forbidden', 'not_found', 'invalid_input'],
    summary: 'What would have to be mended in a lesson before it can be published; nothing is saved (staff)',
  }),
  create: endpoint({
    method: 'POST',
    path: '/camps/:campId/studio/lessons',
    access: 'signed-in',
    status: 201,
    input: z.strictObject({ ...inCamp, lesson: LessonDraft }),
    output: StudioLesson,
    errors: ['forbidden', 'not_found', 'already_exists', 'invalid_input'],
    summary: 'A new lesson of this camp, as a draft (staff)',
  }),
  change: endpoint({
    method: 'PUT',
    path: '/camps/:campId/studio/lessons/:lessonId',
    access: 'signed-in',
    input: z.strictObject({ ...ofLesson, lesson: LessonDraft, version: Version }),
    output: StudioLesson,
    errors: ['forbidden', 'not_found', 'stale', 'invalid_input'],
    summary: 'Change a lesson: its newest version is a draft then, one of the library becomes the camp’s copy (staff)',
  }),
  move: endpoint({
    method: 'POST',
    path: '/camps/:campId/studio/lessons/:lessonId/state',
    access: 'signed-in',
    input: z.strictObject({
      ...ofLesson,
      state: LessonState,
      version: Version,
      comment: z.string().trim().min(1).max(1000).optional().describe('Such as what has to be mended; staff see it'),
    }),
    output: StudioLesson,
    errors: ['forbidden', 'not_found', 'stale', 'conflict', 'invalid_input'],
    summary: 'Submit a lesson for review, send it back, publish it or retire it (staff)',
  }),
  restore: endpoint({
    method: 'POST',
    path: '/camps/:campId/studio/lessons/:lessonId/restore',
    access: 'signed-in',
    input: z.strictObject({ ...ofLesson, from: Version, version: Version }),
    output: StudioLesson,
    errors: ['forbidden', 'not_found', 'stale'],
    summary: 'Make a draft of what a lesson was in one of its versions (staff)',
  }),
};
