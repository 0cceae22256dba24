import { z } from 'zod';
import { ItemAdvice } from '../assessment/bank.js';
import { Item } from '../assessment/items.js';
import { Slug } from '../assessment/skills.js';
import { Id, Instant } from '../endpoint.js';
import { AnsweredBy } from '../model.js';
import { LessonKind } from './lessons.js';

export const DraftLevel = z.enum(['beginner', 'practised', 'advanced']);
export type DraftLevel = z.infer<typeof DraftLevel>;

const purpose = z.string().trim().max(600).default('').describe('What it is for, in the words of whoever wants it');

/** What somebody wants to have drafted. */
export const DraftWish = z.discriminatedUnion('what', [
  z.strictObject({
    what: z.literal('lesson'),
    skill: Slug,
    kind: LessonKind,
    level: DraftLevel,
    minutes: z.number().int().min(3).max(60),
    purpose,
  }),
  z.strictObject({
    what: z.literal('questions'),
    skill: Slug,
    level: DraftLevel,
    count: z.number().int().min(1).max(8),
    purpose,
  }),
  z.strictObject({
    what: z.literal('brief'),
    skills: z.array(Slug).min(1).max(8),
    weeks: z.number().int().min(1).max(16),
    people: z.number().int().min(2).max(12),
    purpose,
  }),
]);
export type DraftWish = z.infer<typeof DraftWish>;

/** A piece that a draft rests on; the draft cites it as `[n]`. */
export const DraftSource = z.object({
  n: z.number().int().min(1),
  lesson: Slug,
  title: z.string(),
  heading: z.string().describe('The section; empty for its beginning'),
  text: z.string().describe('Markdown'),
});
export type DraftSource = z.infer<typeof DraftSource>;

export const DraftPart = z.object({
  heading: z.string().describe('Empty for what stands before the first heading'),
  text: z.string().describe('Markdown'),
  uncited: z.boolean().describe('It names no source for anything that it says'),
});
export type DraftPart = z.infer<typeof DraftPart>;

export const DraftedText = z.object({
  title: z.string(),
  objectives: z.array(z.string()),
  check: z.array(Slug).describe('Questions of the bank that would close it'),
  parts: z.array(DraftPart),
});
export type DraftedText = z.infer<typeof DraftedText>;

export const DraftedQuestion = z.object({
  item: Item,
  cites: z.array(z.number().int()),
  advice: z.array(ItemAdvice).describe('What the linter of the bank says'),
  filed: z.boolean().describe('It is in the bank'),
});
export type DraftedQuestion = z.infer<typeof DraftedQuestion>;

export const DraftState = z.enum(['waiting', 'working', 'done', 'failed', 'cancelled']);
export type DraftState = z.infer<typeof DraftState>;

/** What is being done: sources are looked up, the text is written, it is held to its sources and the linter. */
export const DraftStep = z.enum(['reading', 'writing', 'checking']);
export type DraftStep = z.infer<typeof DraftStep>;

export const ContentDraft = z.object({
  id: Id,
  wish: DraftWish,
  state: DraftState,
  step: DraftStep.nullable(),
  wishedBy: z.string().nullable(),
  at: Instant,
  by: AnsweredBy.nullable().describe('Null until it is done'),
  sources: z.array(DraftSource),
  text: DraftedText.nullable().describe('Of a lesson or a brief that is done'),
  questions: z.array(DraftedQuestion).nullable().describe('Of questions that are done'),
  taken: z.array(Slug).describe('What was made of it in the studio'),
});
export type ContentDraft = z.infer<typeof ContentDraft>;

/** Where a version of a lesson comes from, while its text is as it was drafted. */
export const Drafted = z.object({
  draftId: Id,
  by: AnsweredBy,
  sources: z.array(DraftSource),
  uncited: z.array(z.string()).describe('The headings of sections that name no source'),
});
export type Drafted = z.infer<typeof Drafted>;
