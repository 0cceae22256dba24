import { Item } from '@tailcamp/contracts';
import { z } from 'zod';
import type { Prompt } from '../../../../platform/llm/index.js';
import { DraftMaterial, materialSections } from './draft-material.js';

const Given = z.object({ ...DraftMaterial.shape, count: z.number().int() });

const Option = z.object({
  text: z.string().trim().min(1).max(300),
  right: z.boolean(),
  because: z.string().trim().max(300).describe('Of a wrong one: the misconception that it mirrors; else empty'),
});

const QuestionReply = z
  .object({
    kind: z.enum(['choice', 'choices', 'text', 'number']),
    stem: z.string().trim().min(1).max(2_000).describe('Markdown; the first paragraph is the question'),
    options: z.array(Option).max(6).describe('Of choice (one is right) and choices (some are); else empty'),
    accept: z
      .array(z.string().trim().min(1).max(200))
      .max(6)
      .describe('Of text: every spelling that is right; else empty'),
    answer: z.number().nullable().describe('Of number; else null'),
    tolerance: z.number().min(0).describe('Of number: how far off is still right; else 0'),
    explanation: z.string().trim().min(1).max(2_000).describe('Markdown; why the key is right'),
    difficulty: z.number().min(-3).max(3).describe('-2 is easy, 0 suits most, 2 is hard'),
    cites: z.array(z.number().int()).min(1).max(6).describe('Numbers of the sources that it rests on'),
  })
  .superRefine((reply, { addIssue }) => {
    // The bank's own schema judges it, so that a model is told what is wrong with a question while it can mend it.
    const parsed = Item.safeParse(itemOf(reply, { id: 'draft', skill: 'draft' }));
    for (const { path, message } of parsed.error?.issues ?? []) addIssue({ code: 'custom', path: [...path], message });
  });
export type QuestionReply = z.infer<typeof QuestionReply>;

/** A drafted question in the schema of the bank. */
export function itemOf(reply: QuestionReply, named: { id: string; skill: string }): unknown {
  const { kind, stem, explanation, difficulty, options, accept, answer, tolerance } = reply;
  const common = { ...named, kind, stem, explanation, difficulty };
  if (kind === 'text') return { ...common, accept };
  if (kind === 'number') return { ...common, answer, tolerance };
  return {
    ...common,
    options: options.map(({ text, right, because }) => ({
      text,
      ...(right ? { right: true } : because.length >= 5 ? { because } : {}),
    })),
  };
}

/** Questions of the bank for one skill, each answerable from the sources. */
export const DRAFT_QUESTIONS: Prompt<z.infer<typeof Given>, { questions: QuestionReply[] }> = {
  name: 'draft-questions',
  version: 1,
  instructions: `You draft questions for the item bank of a course. An instructor will look each over before it is asked. Rest on the numbered
sources alone: each question can be answered by somebody who understood them, and "cites" says which. Never make up a fact.

- Ask for use, not for recall: predict, find the fault, choose for a case. One question asks one thing.
- A wrong option mirrors a misconception that people really have, and says which. Options are of like length; none is "all of these".
- The key is beyond doubt. Where code is shown, it stands in a fenced block in the stem.
- The explanation says why the key is right, in two or three sentences.
- No HTML, no emoji, no trick.`,
  input: Given,
  output: z.object({ questions: z.array(QuestionReply).min(1).max(8) }),
  sections: (given) =>
    materialSections(given, [`How many: ${given.count}`, ...(given.level === null ? [] : [`For: ${given.level}`])]),
  mostTokens: 2_600,
};
