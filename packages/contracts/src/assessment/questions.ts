import { z } from 'zod';
import { CodeLanguage, CodeShown, RubricRow } from './items.js';
import { Slug } from './skills.js';

/**
 * A question as a learner is asked it. Nothing here tells the key: options and lines stand in the order of this attempt,
 * and an answer names them by their place in it.
 */
const place = z.number().int().min(0).max(7);

const asked = {
  domain: z.object({ id: Slug, title: z.string() }),
  stem: z.string().describe('Markdown; the first paragraph is the question'),
  code: CodeShown.nullable(),
};
const criteria = z.array(z.string()).describe('What a grader will look at');

export const AskedQuestion = z.discriminatedUnion('kind', [
  z.object({
    kind: z.enum(['choice', 'choices']),
    ...asked,
    options: z.array(z.object({ text: z.string().describe('Markdown'), note: z.string().nullable() })),
  }),
  z.object({ kind: z.literal('ordering'), ...asked, lines: z.array(z.string()) }),
  z.object({ kind: z.literal('text'), ...asked, caseMatters: z.boolean() }),
  z.object({ kind: z.literal('number'), ...asked, unit: z.string().nullable() }),
  z.object({ kind: z.literal('essay'), ...asked, criteria }),
  z.object({ kind: z.literal('program'), ...asked, language: CodeLanguage, starter: z.string(), criteria }),
]);
export type AskedQuestion = z.infer<typeof AskedQuestion>;

/** What a learner says to a question; `unknown` is “I don't know yet”, and skips one that is written. */
export const Answer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('choice'), option: place }),
  z.strictObject({ kind: z.literal('choices'), options: z.array(place).max(8) }),
  z.strictObject({
    kind: z.literal('ordering'),
    order: z.array(place).min(2).max(8).describe('Places, first to last'),
  }),
  z.strictObject({ kind: z.literal('text'), text: z.string().trim().min(1).max(500) }),
  z.strictObject({ kind: z.literal('number'), value: z.number() }),
  z.strictObject({ kind: z.literal('essay'), text: z.string().trim().min(1).max(20_000).describe('Markdown') }),
  z.strictObject({ kind: z.literal('program'), source: z.string().min(1).max(20_000) }),
  z.strictObject({ kind: z.literal('unknown') }),
]);
export type Answer = z.infer<typeof Answer>;

/** The key, by the places of the question it belongs to; given only when it is due. */
export const Key = z.discriminatedUnion('kind', [
  z.object({
    kind: z.enum(['choice', 'choices']),
    right: z.array(place),
    because: z
      .array(z.string().nullable())
      .describe('For each option, why somebody may think it right; null where unsaid'),
  }),
  z.object({ kind: z.literal('ordering'), order: z.array(place) }),
  z.object({ kind: z.literal('text'), accept: z.array(z.string()) }),
  z.object({ kind: z.literal('number'), answer: z.number(), tolerance: z.number() }),
  z.object({
    kind: z.enum(['essay', 'program']),
    sample: z.string().describe('A full answer'),
    rubric: z.array(RubricRow),
  }),
]);
export type Key = z.infer<typeof Key>;

/** What became of an answer, told once it is due. */
export const Marked = z.object({
  right: z.boolean().nullable().describe('Null for what is written, which gets points'),
  key: Key,
  explanation: z.string().describe('Markdown'),
});
export type Marked = z.infer<typeof Marked>;
