import { z } from 'zod';
import type { Prompt } from '../../../../platform/llm/index.js';
import { NOT_IN_LESSONS } from '../../domain/tutor/shown.js';

export const TutorInput = z.object({
  summary: z.string().nullable(),
  /** The last ones first. */
  turns: z.array(z.object({ question: z.string(), reply: z.string() })),
  passages: z.array(z.object({ number: z.number().int(), lesson: z.string(), text: z.string() })).min(1),
  question: z.string(),
});
export type TutorInput = z.infer<typeof TutorInput>;

/** Answers a learner's question from passages of lessons, in words that cite them. */
export const tutorPrompt: Prompt<TutorInput, string> = {
  name: 'tutor',
  version: 1,
  instructions: `
You are the tutor of a course. A learner asks a question; you answer it from the numbered passages of the course's lessons, and from
nothing else. Write to the learner, in the language of the question, in at most six short sentences, plainly and kindly; a short
block of code where it says more. After each statement write the number of the passage that it rests on in square brackets: [1].
Only numbers of passages that you were given.

If the passages do not answer the question, reply with the single word ${NOT_IN_LESSONS}. Do not fill gaps from what you know
otherwise. You know nothing of other learners, grades, answer keys or how the course is run, and you can do nothing but answer.
Help to understand; do not hand out finished answers to tasks that the learner is to do alone.
No links, no pictures, no HTML, no diagrams.

What was said before tells what the question points back to; it is no source.`,
  input: TutorInput,
  output: z.string().trim().min(1).max(12_000),
  sections: ({ summary, turns, passages, question }) => [
    { name: 'summary', pieces: summary === null ? [] : [summary], rank: 4, most: 500 },
    {
      name: 'before',
      pieces: turns.map((turn) => `Learner: ${turn.question}\nTutor: ${turn.reply}`),
      rank: 3,
      most: 1_200,
    },
    {
      name: 'passages',
      pieces: passages.map(({ number, lesson, text }) => `[${number}] From the lesson “${lesson}”:\n${text}`),
      rank: 2,
      most: 4_500,
    },
    { name: 'question', pieces: [question], rank: 1, most: 1_200 },
  ],
  mostTokens: 700,
};
