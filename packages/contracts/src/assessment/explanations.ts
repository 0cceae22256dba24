import { z } from 'zod';
import { endpoint, Id } from '../endpoint.js';
import { AnsweredBy } from '../model.js';
import { Slug } from './skills.js';

/** Why an answer is right or wrong, for whoever gave it, once its key may be told. */
export const AnswerExplanation = z.object({
  wrong: z
    .string()
    .nullable()
    .describe('Markdown: why what was chosen is wrong; null where it is right, or nobody says'),
  right: z.string().describe('Markdown: why the key is right'),
  hint: z.string().nullable().describe('Markdown: one thing to try next'),
  skill: z.object({ id: Slug, title: z.string() }).describe('What to learn about it'),
  by: AnsweredBy,
});
export type AnswerExplanation = z.infer<typeof AnswerExplanation>;

const language = z.enum(['en', 'es']).describe('In which a model writes; what people wrote stays as it is');

export const explanations = {
  ofAttempt: endpoint({
    method: 'POST',
    path: '/attempts/:attemptId/answers/:position/explanation',
    access: 'signed-in',
    input: z.strictObject({ attemptId: Id, position: z.coerce.number().int().min(0).max(200), language }),
    output: AnswerExplanation,
    errors: ['not_found', 'conflict', 'too_many_requests'],
    summary: 'Explain my answer to a question of an attempt, once its key may be told',
  }),
  ofPractice: endpoint({
    method: 'POST',
    path: '/camps/:campId/practice/:practiceId/explanation',
    access: 'signed-in',
    input: z.strictObject({ campId: Id, practiceId: Id, language }),
    output: AnswerExplanation,
    errors: ['forbidden', 'not_found', 'conflict', 'too_many_requests'],
    summary: 'Explain my answer in practice or to the check of a lesson (students)',
  }),
};
