import { z } from 'zod';
import { Id, Instant, Version } from '../endpoint.js';

export const Reply = z.enum(['yes', 'maybe', 'no']);
export type Reply = z.infer<typeof Reply>;

export const Meeting = z.object({
  id: Id,
  groupId: Id,
  title: z.string(),
  agenda: z.string(),
  place: z.string().describe('An address, a room or a link'),
  startsAt: Instant,
  endsAt: Instant,
  series: Id.nullable().describe('Set together with others, once a week at the same hour'),
  replies: z.array(z.object({ memberId: Id, reply: Reply })).describe('By member id'),
  createdBy: Id.nullable(),
  cancelledAt: Instant.nullable(),
  version: Version,
});
export type Meeting = z.infer<typeof Meeting>;

export const MeetingSlot = z.object({
  startsAt: Instant,
  endsAt: Instant,
  free: z.array(Id).describe('Members who are free all through'),
});
export type MeetingSlot = z.infer<typeof MeetingSlot>;
