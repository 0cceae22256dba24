import { z } from 'zod';
import { ContentSource } from '../assessment/graph.js';
import { Slug } from '../assessment/skills.js';
import { endpoint, Id } from '../endpoint.js';
import { LessonKind } from './lessons.js';
import { StepLesson } from './path.js';

/** A stretch of plain text; `marked` where it is one of the words that were asked for. */
export const TextPart = z.object({ text: z.string(), marked: z.boolean() });
export type TextPart = z.infer<typeof TextPart>;

const Named = z.object({ id: Slug, title: z.string() });

export const FoundLesson = z.object({
  kind: LessonKind,
  id: Slug,
  title: z.string(),
  minutes: z.number().int(),
  skill: Named,
  source: ContentSource,
  draft: z.boolean().describe('A version that is not published; only staff get these'),
  heading: z.string().nullable().describe('The section that the snippet is from; null at its beginning'),
  snippet: z.array(TextPart).describe('What fits best of its text, in a sentence or two'),
});
export type FoundLesson = z.infer<typeof FoundLesson>;

export const FoundSkill = z.object({ ...Named.shape, snippet: z.array(TextPart).describe('What it is to have it') });
export type FoundSkill = z.infer<typeof FoundSkill>;

/** A lesson to be read by itself, whatever path the reader is on. */
export const OpenLesson = z.object({
  ...StepLesson.shape,
  skill: Named,
  source: ContentSource,
  mine: z.boolean().describe('Whether the caller learns here, and may note that they have read it'),
  others: z.array(Named).describe('The other lessons of its skill'),
});
export type OpenLesson = z.infer<typeof OpenLesson>;

export const content = {
  search: endpoint({
    method: 'GET',
    path: '/camps/:campId/search',
    access: 'signed-in',
    input: z.strictObject({
      campId: Id,
      q: z.string().trim().min(1).max(300).describe('A question or some words, in English or Spanish'),
      limit: z.coerce.number().int().min(1).max(50).default(10),
    }),
    output: z.object({
      lessons: z.array(FoundLesson).describe('The best first'),
      skills: z.array(FoundSkill).max(3).describe('What the question seems to be about'),
      meaning: z.boolean().describe('Whether it was searched by what is meant, or by words alone'),
    }),
    errors: ['forbidden', 'not_found', 'invalid_input'],
    summary: 'Find lessons by what is meant and by words',
  }),
  lesson: endpoint({
    method: 'GET',
    path: '/camps/:campId/lessons/:lesson',
    access: 'signed-in',
    input: z.strictObject({ campId: Id, lesson: Slug }),
    output: OpenLesson,
    errors: ['forbidden', 'not_found'],
    summary: 'A published lesson as it is read, on a path or not',
  }),
};
