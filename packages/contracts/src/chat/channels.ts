import { z } from 'zod';
import { endpoint, Id, Instant, Version } from '../endpoint.js';
import { Sequence } from '../streams.js';
import { Channel, ChannelName, ChannelState, ChannelTopic, MOST_IN_DIRECT, Place, Reading } from './channel.js';
import { ClientId } from './message.js';
import { ChatPerson } from './person.js';

/** The sequences that a snapshot over several streams is true for. */
export const StreamSequence = z.object({ stream: z.string(), seq: Sequence });
export type StreamSequence = z.infer<typeof StreamSequence>;

/** Names stand in `people`, which is one read for a whole camp. */
export const ChannelList = z.object({
  campId: Id,
  channels: z
    .array(ChannelState)
    .describe('By id, as they were opened; archived ones, and direct ones in which nothing was sent yet, among them'),
  me: Id.nullable().describe('The member that I am here; null for admins from outside, who only look on'),
  blocked: z.array(Id).describe('Members whose messages I want folded, by id'),
  mutedUntil: Instant.nullable().describe('Until then I may send nothing'),
  reports: z.number().int().nullable().describe('Reports that wait for staff; null for others'),
  streams: z.array(StreamSequence),
});
export type ChannelList = z.infer<typeof ChannelList>;

const inCamp = { campId: Id };
const ofChannel = { channelId: Id };

export const chat = {
  list: endpoint({
    method: 'GET',
    path: '/camps/:campId/chat',
    access: 'signed-in',
    input: z.strictObject({
      ...inCamp,
      groupId: Id.optional().describe('Of this group too, for staff, who are in none'),
    }),
    output: ChannelList,
    errors: ['not_found'],
    summary: 'My channels in a camp, with what is unread',
  }),
  people: endpoint({
    method: 'GET',
    path: '/camps/:campId/chat/people',
    access: 'signed-in',
    input: z.strictObject({ ...inCamp }),
    output: z.object({ people: z.array(ChatPerson), seq: Sequence.describe('Of the stream of the camp') }),
    errors: ['not_found'],
    summary: 'Whom one may speak to: everybody in the camp',
  }),
  open: endpoint({
    method: 'POST',
    path: '/camps/:campId/chat/channels',
    access: 'signed-in',
    status: 201,
    input: z.strictObject({
      ...inCamp,
      clientId: ClientId,
      groupId: Id.nullable().default(null).describe('null: for the whole camp'),
      name: ChannelName,
      topic: ChannelTopic.default(''),
    }),
    output: Channel,
    errors: ['forbidden', 'not_found', 'already_exists'],
    summary: 'Open a channel in the camp or in a group (whoever may write there)',
  }),
  direct: endpoint({
    method: 'POST',
    path: '/camps/:campId/chat/directs',
    access: 'signed-in',
    input: z.strictObject({
      ...inCamp,
      memberIds: z
        .array(Id)
        .min(1)
        .max(MOST_IN_DIRECT - 1)
        .describe('The others; the same people share one channel, whoever asks'),
    }),
    output: Channel,
    errors: ['forbidden', 'not_found', 'invalid_input'],
    summary: 'The direct channel with these people',
  }),
  change: endpoint({
    method: 'PATCH',
    path: '/chat/channels/:channelId',
    access: 'signed-in',
    input: z.strictObject({ ...ofChannel, name: ChannelName, topic: ChannelTopic, version: Version }),
    output: Channel,
    errors: ['forbidden', 'not_found', 'stale', 'already_exists'],
    summary: 'Name a topic channel and say what it is for (who opened it, and staff)',
  }),
  archive: endpoint({
    method: 'PUT',
    path: '/chat/channels/:channelId/archived',
    access: 'signed-in',
    input: z.strictObject({ ...ofChannel, archived: z.boolean(), version: Version }),
    output: Channel,
    errors: ['forbidden', 'not_found', 'stale', 'already_exists'],
    summary: 'Close a topic channel for writing, or open it again (who opened it, and staff)',
  }),
  read: endpoint({
    method: 'PUT',
    path: '/chat/channels/:channelId/read',
    access: 'signed-in',
    input: z.strictObject({ ...ofChannel, seq: Place }),
    output: z.object({ ...ofChannel, ...Reading.shape }),
    errors: ['forbidden', 'not_found'],
    summary: 'I have read up to this message; never takes back what was read',
  }),
  unread: endpoint({
    method: 'PUT',
    path: '/chat/channels/:channelId/unread',
    access: 'signed-in',
    input: z.strictObject({ ...ofChannel, seq: Place.min(1) }),
    output: z.object({ ...ofChannel, ...Reading.shape }),
    errors: ['forbidden', 'not_found'],
    summary: 'This message and all after it count as unread again',
  }),
};
