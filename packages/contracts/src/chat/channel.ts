import { z } from 'zod';
import { Id, Instant, Version } from '../endpoint.js';

/**
 * `general`, `announcements` (staff write) and `staff` are there in every camp, `group` in every group; members open
 * `topic` channels in a camp or a group; `direct` is between two to eight people of a camp.
 */
export const ChannelKind = z.enum(['general', 'announcements', 'staff', 'group', 'topic', 'direct']);
export type ChannelKind = z.infer<typeof ChannelKind>;

export const MOST_IN_DIRECT = 8;

export const ChannelName = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{N}][\p{L}\p{M}\p{N}_-]*$/u, 'Letters, digits, - and _, from a letter or digit on')
  .min(1)
  .max(60);
export const ChannelTopic = z.string().trim().max(250);

/** A place in a channel: its messages count from 1, replies included; 0 stands before the first. */
export const Place = z.number().int().min(0);
/** Rises with every change to a message of the channel: of two states of one message the higher one is the newer. */
export const Revision = z.number().int().min(0);

export const Channel = z.object({
  id: Id,
  campId: Id,
  groupId: Id.nullable().describe('The group it belongs to'),
  kind: ChannelKind,
  name: z.string().nullable().describe('Of a topic, or of the group; the others are named by their kind or people'),
  topic: z.string().describe('What it is for, in a line'),
  people: z.array(Id).describe('Members in a direct channel, by id; else none'),
  createdBy: Id.nullable().describe('The member who opened it; null for what is there by itself'),
  createdAt: Instant,
  archivedAt: Instant.nullable().describe('Since then it can be read only; with its group, when that was closed'),
  version: Version,
});
export type Channel = z.infer<typeof Channel>;

/** How far somebody has read a channel, and what is unread: the messages of others behind `readSeq` that are not deleted. */
export const Reading = z.object({
  readSeq: Place.describe('Everything up to this message is read'),
  marker: z.number().int().min(0).describe('Rises whenever readSeq is set; 0: never set'),
  unread: z.number().int().min(0),
  mentions: z.number().int().min(0).describe('Of the unread, those that speak to me or to the whole channel'),
  rev: Revision.describe('Of the channel, when these were counted'),
});
export type Reading = z.infer<typeof Reading>;

/** A channel as one of its readers has it. */
export const ChannelState = z.object({
  ...Channel.shape,
  ...Reading.shape,
  lastSeq: Place.describe('The newest message'),
  lastAt: Instant.nullable().describe('When it was sent'),
  stream: z.string().describe('Where its events are told'),
});
export type ChannelState = z.infer<typeof ChannelState>;
