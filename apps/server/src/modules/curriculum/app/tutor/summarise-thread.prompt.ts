import { z } from 'zod';
import type { Prompt } from '../../../../platform/llm/index.js';

export const SummariseInput = z.object({
  summary: z.string().nullable(),
  /** In their order. */
  turns: z.array(z.object({ question: z.string(), reply: z.string() })).min(1),
});
export type SummariseInput = z.infer<typeof SummariseInput>;

/** Keeps of the first turns of a long conversation what later questions may point back to. */
export const summariseThreadPrompt: Prompt<SummariseInput, string> = {
  name: 'summarise-thread',
  version: 1,
  instructions: `
A learner talks with the tutor of a course. Say in at most eight short sentences what was asked, what was understood and what stayed
open, so that somebody who reads only this can go on with the conversation. Take in what the summary so far says. Write in the
language of the learner. Leave out greetings, and whatever asks for something else than learning. Plain text.`,
  input: SummariseInput,
  output: z.string().trim().min(1).max(4_000),
  sections: ({ summary, turns }) => [
    { name: 'summary', pieces: summary === null ? [] : [summary], rank: 2, most: 600 },
    {
      name: 'turns',
      pieces: turns.map(({ question, reply }) => `Learner: ${question}\nTutor: ${reply}`),
      rank: 1,
      most: 5_000,
    },
  ],
  mostTokens: 350,
};
