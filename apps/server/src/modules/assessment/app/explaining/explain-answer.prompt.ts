import { z } from 'zod';
import type { Prompt } from '../../../../platform/llm/index.js';

const Text = z.string();
const Input = z.object({
  language: z.enum(['English', 'Spanish']),
  question: Text,
  /** All that could be chosen; empty where nothing could. */
  options: z.array(Text),
  chosen: Text,
  right: z.boolean(),
  key: Text,
  /** What the question itself says: its explanation, and why somebody may choose what was chosen. */
  known: z.array(Text).min(1),
});
const Output = z.object({
  wrong: z.string().max(900).nullable().describe('Why what was chosen is wrong; null where it is right'),
  right: z.string().min(3).max(900).describe('Why the key is right'),
  hint: z.string().min(3).max(400).describe('One thing to try or to look at next'),
});

/** Explains one answer to one question: what of it is wrong, why the key is right, and what to try next. */
export const EXPLAIN_ANSWER: Prompt<z.infer<typeof Input>, z.infer<typeof Output>> = {
  name: 'explain-answer',
  version: 1,
  instructions: `
You explain to a learner the answer that they gave to a question. They have seen which answer is right.

- Say why what they chose is wrong by the thought that most likely led there, and where that thought goes astray. Where they chose right, or said that they do not know, say null there.
- Say why the key is right, in other words than the explanation that they have read, with a small example where that helps.
- Give one hint: a thing to try or to look at next, that they can do in a few minutes.
- The key and what is known of the question are so. If they seem wrong to you, keep to them all the same.
- Two or three short sentences each, plainly and kindly, in Markdown, with code in backticks. Write in the language that is named.`,
  input: Input,
  output: Output,
  sections: ({ language, question, options, chosen, right, key, known }) => [
    { name: 'language', pieces: [language], rank: 1, most: 20 },
    { name: 'question', pieces: [question], rank: 2, most: 1_200 },
    { name: 'options', pieces: options, rank: 5, most: 600 },
    { name: 'chosen', pieces: [chosen, right ? '(This is right.)' : '(This is not right.)'], rank: 3, most: 500 },
    { name: 'key', pieces: [key], rank: 4, most: 500 },
    { name: 'known', pieces: known, rank: 6, most: 1_200 },
  ],
  mostTokens: 700,
};
