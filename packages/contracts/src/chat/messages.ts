import { z } from 'zod';
import { endpoint, Id, Instant, Version } from '../endpoint.js';
import { Sequence } from '../streams.js';
import { Place } from './channel.js';
import { Emoji } from './emoji.js';
import { ClientId, Message, MessageText } from './message.js';
import { ChatPerson } from './person.js';

const told = {
  stream: z.string().describe('Where the events of the channel are told'),
  seq: Sequence.describe('Of this stream'),
};

/** How far others have read; told where few read: in groups, direct channels and the staff's. */
export const Seen = z.object({ memberId: Id, seq: Place });
export type Seen = z.infer<typeof Seen>;

/** A stretch of a channel without a gap. Names stand in `chat.people`. */
export const History = z.object({
  channelId: Id,
  messages: z.array(Message).describe('In the order in which they were sent, replies among them'),
  before: z.boolean().describe('There are older ones'),
  after: z.boolean().describe('There are newer ones'),
  seen: z.array(Seen),
  ...told,
});
export type History = z.infer<typeof History>;

export const Thread = z.object({
  root: Message,
  replies: z.array(Message).describe('In the order in which they were sent'),
  before: z.boolean().describe('There are older ones'),
  ...told,
});
export type Thread = z.infer<typeof Thread>;

const limit = z.coerce.number().int().min(1).max(200).default(50);
const place = z.coerce.number().int().min(0);
const ofChannel = { channelId: Id };
const ofMessage = { messageId: Id };
const FROM = ['before', 'after', 'around', 'date'] as const;

export const messages = {
  history: endpoint({
    method: 'GET',
    path: '/chat/channels/:channelId/messages',
    access: 'signed-in',
    input: z
      .strictObject({
        ...ofChannel,
        before: place.optional().describe('Those just before this place'),
        after: place.optional().describe('Those just after this place'),
        around: Id.optional().describe('Those around this message'),
        date: Instant.optional().describe('Those from this moment on'),
        limit,
      })
      .refine((input) => FROM.filter((from) => input[from] !== undefined).length <= 1, {
        message: 'Give one of before, after, around and date',
        path: ['before'],
      }),
    output: History,
    errors: ['not_found', 'invalid_input'],
    summary: 'Messages of a channel: the newest, or before, after or around a place',
  }),
  thread: endpoint({
    method: 'GET',
    path: '/chat/messages/:messageId/thread',
    access: 'signed-in',
    input: z.strictObject({ ...ofMessage, before: place.optional(), limit }),
    output: Thread,
    errors: ['not_found'],
    summary: 'A thread: the message that began it and its newest replies, or those before a place',
  }),
  pins: endpoint({
    method: 'GET',
    path: '/chat/channels/:channelId/pins',
    access: 'signed-in',
    input: z.strictObject({ ...ofChannel }),
    output: z.object({ channelId: Id, messages: z.array(Message).describe('The last pinned first'), ...told }),
    errors: ['not_found'],
    summary: 'What is pinned in a channel',
  }),
  send: endpoint({
    method: 'POST',
    path: '/chat/channels/:channelId/messages',
    access: 'signed-in',
    rate: 'message',
    input: z.strictObject({
      ...ofChannel,
      clientId: ClientId,
      text: MessageText,
      replyTo: Id.optional().describe('Any message of the thread'),
    }),
    output: z.object({ message: Message, seq: Sequence.describe('Of the event in the stream of the channel') }),
    errors: ['forbidden', 'not_found', 'conflict', 'invalid_input', 'too_many_requests'],
    summary: 'Send a message; the same clientId again is answered with what was sent',
  }),
  edit: endpoint({
    method: 'PATCH',
    path: '/chat/messages/:messageId',
    access: 'signed-in',
    input: z.strictObject({ ...ofMessage, text: MessageText, version: Version }),
    output: Message,
    errors: ['forbidden', 'not_found', 'conflict', 'stale'],
    summary: 'Change what I wrote; what it was before stays to be seen',
  }),
  edits: endpoint({
    method: 'GET',
    path: '/chat/messages/:messageId/edits',
    access: 'signed-in',
    input: z.strictObject({ ...ofMessage }),
    output: z.object({ edits: z.array(z.object({ text: z.string(), until: Instant })) }),
    errors: ['not_found'],
    summary: 'What a message was before it was changed, the oldest first',
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/chat/messages/:messageId',
    access: 'signed-in',
    input: z.strictObject({ ...ofMessage }),
    output: Message,
    errors: ['forbidden', 'not_found'],
    summary: 'Delete what I wrote, and what it was before, everywhere; doing it again changes nothing',
  }),
  react: endpoint({
    method: 'PUT',
    path: '/chat/messages/:messageId/reactions',
    access: 'signed-in',
    input: z.strictObject({ ...ofMessage, emoji: Emoji, on: z.boolean() }),
    output: Message,
    errors: ['forbidden', 'not_found', 'conflict', 'invalid_input'],
    summary: 'Put my reaction to a message, or take it back',
  }),
  pin: endpoint({
    method: 'PUT',
    path: '/chat/messages/:messageId/pin',
    access: 'signed-in',
    input: z.strictObject({ ...ofMessage, pinned: z.boolean() }),
    output: Message,
    errors: ['forbidden', 'not_found', 'conflict'],
    summary: 'Pin a message or unpin it (in channels of a camp: staff)',
  }),
  seen: endpoint({
    method: 'GET',
    path: '/chat/messages/:messageId/seen',
    access: 'signed-in',
    input: z.strictObject({ ...ofMessage }),
    output: z.object({ people: z.array(ChatPerson) }),
    errors: ['not_found'],
    summary: 'Who has seen a message, but for its author',
  }),
};
