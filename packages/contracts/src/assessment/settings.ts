import { z } from 'zod';
import { endpoint, Id, Instant, Version } from '../endpoint.js';
import { ProposalUse } from './proposals.js';
import { Slug } from './skills.js';

/** How a camp assesses. */
export const AssessmentSettings = z
  .strictObject({
    tracks: z.array(Slug).max(50).describe('The tracks that the camp has chosen, in the order they are offered'),
    minutes: z.number().int().min(5).max(600).nullable().describe('For an attempt; null without a limit'),
    feedback: z.enum(['at-once', 'at-end']).describe('Whether each answer is explained at once, or all at the end'),
    reviewFrom: Instant.nullable().describe(
      'Nothing is explained before this moment; null: as soon as an attempt is over',
    ),
    attempts: z.number().int().min(1).max(20).nullable().describe('For each track and member; null: any number'),
    waitHours: z.number().int().min(0).max(8760).describe('Between the end of an attempt and the start of the next'),
    written: z.number().int().min(0).max(3).describe('Written questions at the end, graded by an instructor'),
    proposals: ProposalUse.default('instructor').describe('What becomes of grades that are proposed'),
  })
  .refine(({ feedback, reviewFrom }) => feedback === 'at-end' || reviewFrom === null, {
    message: 'What is explained at once cannot be explained from a later moment on',
    path: ['reviewFrom'],
  });
export type AssessmentSettings = z.infer<typeof AssessmentSettings>;

export const Accommodation = z.object({
  memberId: Id,
  name: z.string(),
  timeFactor: z.number().describe('The time limit is multiplied by it'),
  version: Version,
});
export type Accommodation = z.infer<typeof Accommodation>;

const inCamp = { campId: Id };
const version = z.number().int().min(0).describe('0: never saved');

export const assessmentSettings = {
  get: endpoint({
    method: 'GET',
    path: '/camps/:campId/assessment/settings',
    access: 'signed-in',
    input: z.strictObject({ ...inCamp }),
    output: z.object({
      settings: AssessmentSettings,
      version,
      offered: z
        .array(
          z.object({
            id: Slug,
            title: z.string(),
            description: z.string(),
            skills: z.number().int(),
            questions: z.number().int(),
            own: z.boolean().describe('Brought in by this camp'),
          }),
        )
        .describe('Every track there is to choose from'),
    }),
    errors: ['forbidden', 'not_found'],
    summary: 'How the camp assesses (staff)',
  }),
  save: endpoint({
    method: 'PUT',
    path: '/camps/:campId/assessment/settings',
    access: 'signed-in',
    input: z.strictObject({ ...inCamp, settings: AssessmentSettings, version }),
    output: z.object({ settings: AssessmentSettings, version }),
    errors: ['forbidden', 'not_found', 'stale', 'invalid_input'],
    summary: 'Change it; attempts that are open keep their time and their questions (staff)',
  }),
  accommodations: endpoint({
    method: 'GET',
    path: '/camps/:campId/assessment/accommodations',
    access: 'signed-in',
    input: z.strictObject({ ...inCamp }),
    output: z.object({ items: z.array(Accommodation) }),
    errors: ['forbidden', 'not_found'],
    summary: 'Who has more time (staff)',
  }),
  accommodate: endpoint({
    method: 'PUT',
    path: '/camps/:campId/assessment/accommodations/:memberId',
    access: 'signed-in',
    input: z.strictObject({ ...inCamp, memberId: Id, timeFactor: z.number().min(1).max(5), version }),
    output: Accommodation,
    errors: ['forbidden', 'not_found', 'stale', 'invalid_input'],
    summary: 'Give a member more time, in open attempts too; 1 takes it back (staff)',
  }),
};
