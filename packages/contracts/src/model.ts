import { z } from 'zod';
import { Instant } from './endpoint.js';

/**
 * Who worked something out: a language model, or rules where there was none to be had. Every page that shows such a thing
 * says which it was, and why.
 */
export const AnsweredBy = z.discriminatedUnion('how', [
  z.object({
    how: z.literal('model'),
    model: z.string().describe('Provider and model, such as `openai/gpt-5-mini`'),
    prompt: z.string().describe('Name and version of the prompt, such as `tutor/1`'),
  }),
  z.object({
    how: z.literal('rules'),
    because: z
      .enum(['no_model', 'unavailable', 'invalid_reply', 'budget'])
      .describe('None is configured; none answered; its reply did not fit; the tokens of the day are used up'),
    resetAt: Instant.nullable().describe('For `budget`: when there are new tokens'),
  }),
]);
export type AnsweredBy = z.infer<typeof AnsweredBy>;
