import { z } from 'zod';
import { endpoint, Id, Instant } from '../endpoint.js';
import { Sequence } from '../streams.js';
import { DomainAbility, SkillMastery } from './attempts.js';
import { Answer, AskedQuestion, Marked } from './questions.js';
import { Slug } from './skills.js';

/** Who may see a skill profile besides its owner and staff. */
export const SharedWith = z.enum(['staff', 'group', 'camp']);
export type SharedWith = z.infer<typeof SharedWith>;

const Named = z.object({ id: Slug, title: z.string() });

export const TrackProfile = z.object({
  track: Named,
  attemptId: Id.describe('The newest that is over'),
  at: Instant,
  ability: z.number(),
  standardError: z.number(),
  domains: z.array(DomainAbility),
  skills: z.array(
    z.object({
      ...SkillMastery.shape,
      due: Instant.nullable().describe('When practice should come again; null: never practised'),
    }),
  ),
  history: z
    .array(z.object({ attemptId: Id, at: Instant, ability: z.number(), standardError: z.number() }))
    .describe('Every attempt that is over, oldest first'),
  pending: z.number().int().describe('Written answers that nobody has graded yet'),
});
export type TrackProfile = z.infer<typeof TrackProfile>;

export const SkillProfile = z.object({
  memberId: Id,
  name: z.string(),
  isMe: z.boolean(),
  tracks: z.array(TrackProfile).describe('Those with an attempt that is over'),
  sharing: z
    .object({ with: SharedWith, version: z.number().int().min(0).describe('0: never chosen') })
    .nullable()
    .describe('Mine alone'),
  seq: Sequence.describe('Of the stream of the camp'),
});
export type SkillProfile = z.infer<typeof SkillProfile>;

const inCamp = { campId: Id };

export const skillProfiles = {
  mine: endpoint({
    method: 'GET',
    path: '/camps/:campId/me/skills',
    access: 'signed-in',
    input: z.strictObject({ ...inCamp }),
    output: SkillProfile,
    errors: ['forbidden', 'not_found'],
    summary: 'My skill profile in a camp',
  }),
  of: endpoint({
    method: 'GET',
    path: '/camps/:campId/members/:memberId/skills',
    access: 'signed-in',
    input: z.strictObject({ ...inCamp, memberId: Id }),
    output: SkillProfile,
    errors: ['not_found'],
    summary: 'The skill profile of a member, as far as they share it; staff see all',
  }),
  share: endpoint({
    method: 'PUT',
    path: '/camps/:campId/me/skills/sharing',
    access: 'signed-in',
    input: z.strictObject({ ...inCamp, with: SharedWith, version: z.number().int().min(0) }),
    output: SkillProfile,
    errors: ['forbidden', 'not_found', 'stale'],
    summary: 'Choose who sees my skill profile besides staff',
  }),
};

/** A question to practise. Only those whose key I have been shown already are asked, so that practice gives none away. */
export const PracticeQuestion = z.object({
  practiceId: Id,
  skill: Named,
  asked: AskedQuestion,
});
export type PracticeQuestion = z.infer<typeof PracticeQuestion>;

/** Why there is no question: the keys of none are due, an attempt asks from them, or all is still remembered. */
export const NothingToPractise = z.object({
  reason: z.enum(['nothing-shown', 'attempt-open', 'keys-later', 'nothing-due']),
  from: Instant.nullable().describe('From when there will be one, where waiting is all that it takes'),
});
export type NothingToPractise = z.infer<typeof NothingToPractise>;

export const practice = {
  next: endpoint({
    method: 'POST',
    path: '/camps/:campId/practice',
    access: 'signed-in',
    rate: 'read',
    input: z.strictObject({ ...inCamp, skill: Slug.optional().describe('Without it the one whose review is due') }),
    output: z.object({
      question: PracticeQuestion.nullable(),
      due: z.number().int().describe('Skills that wait to be practised'),
      nothing: NothingToPractise.nullable().describe('Where there is no question'),
    }),
    errors: ['forbidden', 'not_found'],
    summary: 'A question to practise; the one that waits already, if there is one (students)',
  }),
  answer: endpoint({
    method: 'POST',
    path: '/camps/:campId/practice/:practiceId',
    access: 'signed-in',
    input: z.strictObject({ ...inCamp, practiceId: Id, answer: Answer }),
    output: z.object({
      skill: Named,
      marked: Marked,
      mastery: z.number().describe('Of the skill, this answer included'),
      due: Instant.describe('When it should be asked again (FSRS)'),
    }),
    errors: ['forbidden', 'not_found', 'conflict', 'invalid_input'],
    summary: 'Answer it; the key and when to come back are told at once. The same answer again changes nothing',
  }),
};
