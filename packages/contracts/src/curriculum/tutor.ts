import { z } from 'zod';
import { Slug } from '../assessment/skills.js';
import { endpoint, eventStream, Id, Instant, page, paged } from '../endpoint.js';
import { AnsweredBy } from '../model.js';
import { Sequence } from '../streams.js';

const Named = z.object({ id: Slug, title: z.string() });

/** A passage of a published lesson that an answer rests on. */
export const TutorSource = z.object({
  number: z.number().int().min(1).describe('A reply cites it as `[1]`'),
  lesson: Named,
  skill: Named.describe('The step on whose page the lesson stands'),
  heading: z.string().nullable().describe('The section of the lesson; null at its beginning'),
  passage: z.string().describe('Plain text'),
});
export type TutorSource = z.infer<typeof TutorSource>;

/**
 * What came of a question: `answered` from the sources; `uncited`, an answer of the model that cites none, so that it is not
 * from the lessons; `declined`, for the lessons do not answer it, and the sources are only the nearest.
 */
export const TutorOutcome = z.enum(['answered', 'uncited', 'declined']);
export type TutorOutcome = z.infer<typeof TutorOutcome>;

/** A question with its answer. */
export const TutorTurn = z.object({
  id: Id,
  threadId: Id,
  number: z.number().int().min(1).describe('In its conversation'),
  clientId: z.uuid(),
  question: z.string(),
  askedAt: Instant,
  state: z
    .enum(['answering', 'done', 'stopped', 'failed'])
    .describe('`stopped` by the learner, with what there was by then; `failed` may be tried again'),
  outcome: TutorOutcome.nullable().describe('Null until it is done'),
  reply: z.string().describe('Markdown without links and pictures; empty where the passages are the answer'),
  sources: z.array(TutorSource),
  by: AnsweredBy.nullable(),
  helpful: z.boolean().nullable().describe('What the learner thinks of it'),
});
export type TutorTurn = z.infer<typeof TutorTurn>;

export const TutorThreadHead = z.object({
  id: Id,
  title: z.string(),
  asked: z.number().int().describe('How many questions'),
  openToStaff: z.boolean().describe('Begun while staff might read along, and never otherwise'),
  createdAt: Instant,
  updatedAt: Instant,
});
export type TutorThreadHead = z.infer<typeof TutorThreadHead>;

export const TutorThread = z.object({ ...TutorThreadHead.shape, turns: z.array(TutorTurn) });
export type TutorThread = z.infer<typeof TutorThread>;

export const TutorSettings = z.strictObject({
  staffMayRead: z
    .boolean()
    .describe('Whether instructors may read conversations that are begun from now on; each learner is told'),
});
export type TutorSettings = z.infer<typeof TutorSettings>;

const Title = z.string().trim().min(1).max(120);
const inCamp = { campId: Id };
const ofThread = { ...inCamp, threadId: Id };
const ofTurn = { ...inCamp, turnId: Id };
const mine = '/camps/:campId/me/tutor';
const notMine = ['forbidden', 'not_found'] as const;
const settings = z.object({ settings: TutorSettings, version: z.number().int().min(0).describe('0: never saved') });

export const tutor = {
  threads: endpoint({
    method: 'GET',
    path: `${mine}/threads`,
    access: 'signed-in',
    input: z.strictObject({ ...inCamp, ...paged }),
    output: z.object({
      ...page(TutorThreadHead).shape,
      model: z.boolean().describe('Whether a language model words answers; without, they are passages of lessons'),
      staffMayRead: z.boolean().describe('What is begun now'),
      suggestions: z.array(z.string()).max(4).describe('Questions that fit the next steps of my path'),
      seq: Sequence.describe('Of the stream of the caller: user:'),
    }),
    errors: [...notMine, 'invalid_input'],
    summary: 'My conversations with the tutor, the newest first (students)',
  }),
  thread: endpoint({
    method: 'GET',
    path: `${mine}/threads/:threadId`,
    access: 'signed-in',
    input: z.strictObject({ ...ofThread }),
    output: TutorThread,
    errors: [...notMine],
    summary: 'A conversation of mine (students)',
  }),
  ask: endpoint({
    method: 'POST',
    path: `${mine}/turns`,
    access: 'signed-in',
    status: 202,
    input: z.strictObject({
      ...inCamp,
      clientId: z.uuid().describe('Made by the client; the same again is answered with what was made the first time'),
      threadId: Id.optional().describe('Without, a conversation is begun'),
      question: z.string().trim().min(2).max(2000),
      skill: Slug.optional().describe('The step that it was asked at'),
    }),
    output: z.object({ thread: TutorThreadHead, turn: TutorTurn }),
    errors: [...notMine, 'conflict', 'invalid_input'],
    summary: 'Ask the tutor; the answer comes by `live`, and stands in the conversation (students)',
  }),
  live: eventStream({
    path: `${mine}/turns/:turnId/live`,
    access: 'signed-in',
    input: z.strictObject({ ...ofTurn }),
    output: TutorTurn.describe('As it stands, each time that it has grown; the last one is not `answering`'),
    errors: [...notMine],
    summary: 'An answer as it comes (students)',
  }),
  stop: endpoint({
    method: 'POST',
    path: `${mine}/turns/:turnId/stop`,
    access: 'signed-in',
    input: z.strictObject({ ...ofTurn }),
    output: TutorTurn,
    errors: [...notMine],
    summary: 'Leave an answer at what there is of it (students)',
  }),
  retry: endpoint({
    method: 'POST',
    path: `${mine}/turns/:turnId/retry`,
    access: 'signed-in',
    status: 202,
    input: z.strictObject({ ...ofTurn }),
    output: TutorTurn,
    errors: [...notMine, 'conflict'],
    summary: 'Have the last question of a conversation answered again, that was stopped or failed (students)',
  }),
  rate: endpoint({
    method: 'PUT',
    path: `${mine}/turns/:turnId/helpful`,
    access: 'signed-in',
    input: z.strictObject({ ...ofTurn, helpful: z.boolean().nullable() }),
    output: TutorTurn,
    errors: [...notMine],
    summary: 'Say whether an answer helped (students)',
  }),
  rename: endpoint({
    method: 'PATCH',
    path: `${mine}/threads/:threadId`,
    access: 'signed-in',
    input: z.strictObject({ ...ofThread, title: Title }),
    output: TutorThreadHead,
    errors: [...notMine, 'invalid_input'],
    summary: 'Give a conversation of mine another title (students)',
  }),
  remove: endpoint({
    method: 'DELETE',
    path: `${mine}/threads/:threadId`,
    access: 'signed-in',
    input: z.strictObject({ ...ofThread }),
    output: z.strictObject({}),
    errors: [...notMine],
    summary: 'Delete a conversation of mine for good (students)',
  }),
  settings: endpoint({
    method: 'GET',
    path: '/camps/:campId/tutor/settings',
    access: 'signed-in',
    input: z.strictObject({ ...inCamp }),
    output: settings,
    errors: [...notMine],
    summary: 'Who may read conversations with the tutor (staff)',
  }),
  saveSettings: endpoint({
    method: 'PUT',
    path: '/camps/:campId/tutor/settings',
    access: 'signed-in',
    input: z.strictObject({ ...inCamp, settings: TutorSettings, version: z.number().int().min(0) }),
    output: settings,
    errors: [...notMine, 'stale', 'invalid_input'],
    summary: 'Say whether staff may read what is begun from now on (staff)',
  }),
  open: endpoint({
    method: 'GET',
    path: '/camps/:campId/tutor/threads',
    access: 'signed-in',
    input: z.strictObject({ ...inCamp, ...paged }),
    output: page(z.object({ ...TutorThreadHead.shape, name: z.string().describe('Whose it is') })),
    errors: [...notMine, 'invalid_input'],
    summary: 'The conversations that are open to staff, the newest first (staff)',
  }),
  read: endpoint({
    method: 'GET',
    path: '/camps/:campId/tutor/threads/:threadId',
    access: 'signed-in',
    input: z.strictObject({ ...ofThread }),
    output: z.object({ ...TutorThread.shape, name: z.string() }),
    errors: [...notMine],
    summary: 'A conversation that is open to staff (staff)',
  }),
};
