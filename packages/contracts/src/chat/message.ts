import { z } from 'zod';
import { Id, Instant, Version } from '../endpoint.js';
import { Place, Revision } from './channel.js';
import { Emoji } from './emoji.js';

export const LONGEST_MESSAGE = 10_000;

/** Made by the client for each thing it sends; the same one again is answered with what was made the first time. */
export const ClientId = z.uuid().describe('A UUID made by the client, its own for each thing that is sent');

/**
 * Markdown as it was written; whoever shows it renders and sanitises. `<@MEMBER ID>` speaks to a member,
 * `<@channel>` to everybody in the channel (staff), both outside code.
 */
export const MessageText = z
  .string()
  .max(LONGEST_MESSAGE)
  .refine((text) => text.trim() !== '', 'Write something');

export const Reaction = z.object({
  emoji: Emoji,
  by: z.array(Id).describe('Members, in the order in which they came'),
});
export type Reaction = z.infer<typeof Reaction>;
/** The order of reactions: by their code, so that none moves when others come or go. */
export const byEmoji = (a: Reaction, b: Reaction): number => (a.emoji < b.emoji ? -1 : 1);

export const Message = z.object({
  id: Id,
  channelId: Id,
  seq: Place.min(1),
  rev: Revision,
  clientId: ClientId,
  authorId: Id.describe('A member, who may have left'),
  text: z.string().describe('Empty once it is deleted'),
  replyTo: Id.nullable().describe('The message that began the thread'),
  replies: z.number().int().min(0).describe('In the thread that it began'),
  lastReply: z.object({ seq: Place, at: Instant }).nullable(),
  mentions: z.array(Id).describe('Members it spoke to when it was sent; an edit calls nobody anew'),
  everyone: z.boolean().describe('It spoke to everybody in the channel'),
  tasks: z.array(z.string()).describe('Keys of tasks that it names, such as TC-12'),
  reactions: z.array(Reaction),
  pinned: z.object({ at: Instant, by: Id.nullable() }).nullable().describe('by: null, an admin from outside'),
  locked: z.boolean().describe('Its thread takes no more replies'),
  editedAt: Instant.nullable(),
  deleted: z
    .object({ at: Instant, by: z.enum(['author', 'staff']), reason: z.string().nullable() })
    .nullable()
    .describe('The place stays, the text is gone'),
  createdAt: Instant,
  version: Version.describe('Rises with every edit of the text'),
});
export type Message = z.infer<typeof Message>;
