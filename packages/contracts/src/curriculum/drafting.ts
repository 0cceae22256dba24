import { z } from 'zod';
import { Slug } from '../assessment/skills.js';
import { endpoint, Id } from '../endpoint.js';
import { ContentDraft, DraftWish } from './drafts.js';
import { StudioLesson } from './studio.js';

const inCamp = { campId: Id };
const ofDraft = { ...inCamp, draftId: Id };
const places = z.array(z.number().int().min(0).max(20)).max(20);

export const drafting = {
  start: endpoint({
    method: 'POST',
    path: '/camps/:campId/studio/drafts',
    access: 'signed-in',
    status: 201,
    input: z.strictObject({
      ...inCamp,
      clientId: z.uuid().describe('Made by the client; the same again is answered with what was begun the first time'),
      wish: DraftWish,
    }),
    output: ContentDraft,
    errors: ['forbidden', 'not_found', 'invalid_input'],
    summary: 'Have a lesson, questions or a project brief drafted from what the camp teaches (staff)',
  }),
  list: endpoint({
    method: 'GET',
    path: '/camps/:campId/studio/drafts',
    access: 'signed-in',
    input: z.strictObject({ ...inCamp }),
    output: z.object({ drafts: z.array(ContentDraft).describe('The newest first, at most 30') }),
    errors: ['forbidden', 'not_found'],
    summary: 'What was drafted lately, and what of it nobody has taken up yet (staff)',
  }),
  get: endpoint({
    method: 'GET',
    path: '/camps/:campId/studio/drafts/:draftId',
    access: 'signed-in',
    input: z.strictObject({ ...ofDraft }),
    output: ContentDraft,
    errors: ['forbidden', 'not_found'],
    summary: 'A draft: how far it is, or what came of it, with its sources (staff)',
  }),
  cancel: endpoint({
    method: 'POST',
    path: '/camps/:campId/studio/drafts/:draftId/cancel',
    access: 'signed-in',
    input: z.strictObject({ ...ofDraft }),
    output: ContentDraft,
    errors: ['forbidden', 'not_found', 'conflict'],
    summary: 'Give up a draft that is not done (staff)',
  }),
  take: endpoint({
    method: 'POST',
    path: '/camps/:campId/studio/drafts/:draftId/take',
    access: 'signed-in',
    status: 201,
    input: z.strictObject({
      ...ofDraft,
      id: Slug.describe('What the lesson or brief is to be called in links'),
      title: z.string().trim().min(1).max(90).optional(),
      objectives: places.describe('Which of its objectives'),
      parts: places.describe('Which of its parts'),
    }),
    output: StudioLesson,
    errors: ['forbidden', 'not_found', 'conflict', 'already_exists', 'invalid_input'],
    summary: 'Make a draft of the studio from the chosen parts of what was drafted (staff)',
  }),
  file: endpoint({
    method: 'POST',
    path: '/camps/:campId/studio/drafts/:draftId/file',
    access: 'signed-in',
    input: z.strictObject({ ...ofDraft, questions: places.min(1).describe('Which of its questions') }),
    output: ContentDraft,
    errors: ['forbidden', 'not_found', 'conflict', 'already_exists', 'invalid_input'],
    summary: 'Put drafted questions, once they are looked over, into the bank (staff)',
  }),
};
