import { z } from 'zod';
import { Slug } from '../assessment/skills.js';
import { endpoint, Id, page, paged } from '../endpoint.js';
import { Sequence } from '../streams.js';
import { Day, LearningPath, MinutesPerWeek, StepState } from './path.js';

const Named = z.object({ id: Slug, title: z.string() });

/** Why somebody seems not to get on. */
export const Stuck = z.discriminatedUnion('kind', [
  z
    .object({ kind: z.literal('wrong'), skill: Named, answers: z.number().int() })
    .describe('The last answers to questions of a step were all wrong'),
  z.object({ kind: z.literal('late'), skill: Named, days: z.number().int() }).describe('A step is past its day'),
  z
    .object({ kind: z.literal('idle'), days: z.number().int() })
    .describe('Nothing was read, answered or begun for so many days, though there is something to do'),
]);
export type Stuck = z.infer<typeof Stuck>;

/** A skill of the class: `none` is on the path of nobody who has one, or not of this student. */
export const ClassCell = z.object({
  state: z.enum(['none', 'known', ...StepState.options]),
  mastery: z.number().nullable(),
  late: z.boolean(),
});
export type ClassCell = z.infer<typeof ClassCell>;

export const ClassPath = z.object({
  memberId: Id,
  name: z.string(),
  goals: z.array(z.string()).describe('By title; none: they have no path'),
  done: z.number().int(),
  of: z.number().int(),
  late: z.number().int(),
  endsOn: Day.nullable(),
  stuck: z.array(Stuck),
  cells: z.array(ClassCell).describe('In the order of `skills`'),
});
export type ClassPath = z.infer<typeof ClassPath>;

export const CurriculumSettings = z.strictObject({
  minutesPerWeek: MinutesPerWeek.describe('What a path begins with; each student may choose another'),
  project: z.array(Slug).max(100).describe('Skills that the projects of this camp need: they come early on every path'),
});
export type CurriculumSettings = z.infer<typeof CurriculumSettings>;

const inCamp = { campId: Id };

export const classPaths = {
  get: endpoint({
    method: 'GET',
    path: '/camps/:campId/paths',
    access: 'signed-in',
    input: z.strictObject({
      ...inCamp,
      ...paged,
      track: Slug.optional().describe('Only its skills; otherwise those on the path of anybody'),
      stuck: z.stringbool().optional().describe('Only those who seem not to get on'),
    }),
    output: z.object({
      ...page(ClassPath).shape,
      skills: z.array(
        z.object({
          ...Named.shape,
          track: Slug,
          started: z.number().int(),
          done: z.number().int(),
          late: z.number().int(),
        }),
      ),
      students: z.number().int(),
      withPath: z.number().int(),
      stuck: z.number().int(),
      seq: Sequence.describe('Of the stream of the camp'),
    }),
    errors: ['forbidden', 'not_found', 'invalid_input'],
    summary: 'Where the class stands: skill by skill, who does not get on, and with what (staff)',
  }),
  of: endpoint({
    method: 'GET',
    path: '/camps/:campId/members/:memberId/path',
    access: 'signed-in',
    input: z.strictObject({ ...inCamp, memberId: Id }),
    output: z.object({
      memberId: Id,
      name: z.string(),
      path: LearningPath.nullable(),
      stuck: z.array(Stuck),
      today: Day,
    }),
    errors: ['forbidden', 'not_found'],
    summary: 'The path of a student (staff)',
  }),
  extend: endpoint({
    method: 'POST',
    path: '/camps/:campId/paths/extensions',
    access: 'signed-in',
    input: z.strictObject({
      ...inCamp,
      skill: Slug,
      memberIds: z.array(Id).min(1).max(500).optional().describe('Whose step it is; everybody who has it unless told'),
      until: Day.nullable().describe('Its last day from now on; null: as planned again'),
    }),
    output: z.object({ steps: z.number().int().describe('How many got another day') }),
    errors: ['forbidden', 'not_found', 'invalid_input'],
    summary: 'Give a step another last day (staff)',
  }),
  settings: endpoint({
    method: 'GET',
    path: '/camps/:campId/curriculum/settings',
    access: 'signed-in',
    input: z.strictObject({ ...inCamp }),
    output: z.object({ settings: CurriculumSettings, version: z.number().int().min(0).describe('0: never saved') }),
    errors: ['forbidden', 'not_found'],
    summary: 'What paths of the camp begin with (staff)',
  }),
  saveSettings: endpoint({
    method: 'PUT',
    path: '/camps/:campId/curriculum/settings',
    access: 'signed-in',
    input: z.strictObject({ ...inCamp, settings: CurriculumSettings, version: z.number().int().min(0) }),
    output: z.object({ settings: CurriculumSettings, version: z.number().int().min(1) }),
    errors: ['forbidden', 'not_found', 'stale', 'invalid_input'],
    summary: 'Save it; paths are planned anew when something else moves them (staff)',
  }),
};
