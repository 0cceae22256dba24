import { z } from 'zod';
import { Id, Instant } from '../endpoint.js';
import { Channel, Place, Reading, Revision } from './channel.js';
import { Emoji } from './emoji.js';
import { Message } from './message.js';

/**
 * What chat tells. A channel of a camp tells in `camp:`, one of a group in `group:`, the staff's and direct ones in the
 * `user:` stream of each of their people; what is somebody's own is told in their `user:` stream.
 */
export const CHAT_EVENTS = {
  'channel.opened': z.object({ channel: Channel }),
  'channel.changed': z.object({ channel: Channel }),
  'channel.read': z.object({ channelId: Id, ...Reading.shape }),
  'channel.seen': z.object({ channelId: Id, memberId: Id, seq: Place }),
  'message.sent': z.object({ message: Message }),
  'message.changed': z.object({ message: Message }),
  'message.deleted': z.object({ message: Message }),
  'message.reacted': z.object({
    channelId: Id,
    messageId: Id,
    rev: Revision,
    memberId: Id,
    emoji: Emoji,
    on: z.boolean(),
  }),
  'chat.muted': z.object({ campId: Id, until: Instant.nullable() }),
  'chat.blocked': z.object({ campId: Id, memberId: Id, blocked: z.boolean() }),
  'chat.reports': z.object({ campId: Id, open: z.number().int().min(0) }),
} as const;
