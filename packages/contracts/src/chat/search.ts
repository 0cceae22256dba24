import { z } from 'zod';
import { TextPart } from '../curriculum/search.js';
import { endpoint, Id, page, paged } from '../endpoint.js';
import { Message } from './message.js';
import { ChatPerson } from './person.js';

export const FoundMessage = z.object({
  message: Message,
  snippet: z.array(TextPart).describe('What fits best of its text'),
});
export type FoundMessage = z.infer<typeof FoundMessage>;

const day = z.iso.date();

export const chatSearch = {
  find: endpoint({
    method: 'GET',
    path: '/camps/:campId/chat/search',
    access: 'signed-in',
    input: z
      .strictObject({
        campId: Id,
        ...paged,
        q: z.string().trim().max(300).default('').describe('Words in English or Spanish; "…" together, - without, or'),
        from: Id.optional().describe('The member who wrote it'),
        in: Id.optional().describe('The channel'),
        after: day.optional().describe('From this day on, in the time zone of the camp'),
        before: day.optional().describe('Before this day'),
        has: z.enum(['link']).optional(),
      })
      .refine(({ q, from, in: channel, has }) => q !== '' || from !== undefined || channel !== undefined || has, {
        message: 'Say what to look for',
        path: ['q'],
      }),
    output: z.object({ ...page(FoundMessage).shape, people: z.array(ChatPerson) }),
    errors: ['not_found', 'invalid_input'],
    summary: 'Find messages in all channels that I may read, the newest first',
  }),
};
