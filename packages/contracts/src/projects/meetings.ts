import { z } from 'zod';
import { endpoint, Id, Instant, Version } from '../endpoint.js';
import { Sequence } from '../streams.js';
import { Meeting, MeetingSlot, Reply } from './meeting.js';
import { MadeBy } from './task.js';

const fields = {
  title: z.string().trim().min(1).max(200),
  agenda: z.string().max(10_000),
  place: z.string().trim().max(500),
  startsAt: Instant,
  minutes: z.number().int().min(5).max(1_440),
};
const meeting = { groupId: Id, meetingId: Id };
const one = z.object({ meeting: Meeting, seq: Sequence });

export const meetings = {
  list: endpoint({
    method: 'GET',
    path: '/groups/:groupId/meetings',
    access: 'signed-in',
    input: z.strictObject({ groupId: Id }),
    output: z.object({ groupId: Id, meetings: z.array(Meeting).describe('By their begin'), seq: Sequence }),
    errors: ['not_found'],
    summary: 'The meetings of a group, those that are over and cancelled ones too',
  }),
  propose: endpoint({
    method: 'GET',
    path: '/groups/:groupId/meetings/proposals',
    access: 'signed-in',
    input: z.strictObject({
      groupId: Id,
      minutes: z.coerce.number().int().min(15).max(480).default(60),
      days: z.coerce.number().int().min(1).max(28).default(14),
    }),
    output: z.object({
      slots: z.array(MeetingSlot).describe('At most 12: where most are free, then the soonest'),
      unknown: z.array(Id).describe('Members who have told no free hours'),
    }),
    errors: ['not_found'],
    summary: 'When the members are free together, whole hours apart from meetings that stand',
  }),
  set: endpoint({
    method: 'POST',
    path: '/groups/:groupId/meetings',
    access: 'signed-in',
    status: 201,
    input: z.strictObject({
      groupId: Id,
      clientId: MadeBy,
      ...fields,
      weeks: z.number().int().min(1).max(26).default(1).describe('How often, once a week'),
      timeZone: z
        .string()
        .max(60)
        .optional()
        .describe('In which the hour stays the same; without it, that of the camp'),
    }),
    output: z.object({ meetings: z.array(Meeting), seq: Sequence }),
    errors: ['forbidden', 'not_found', 'invalid_input', 'conflict'],
    summary: 'Set a meeting, or one each week',
  }),
  change: endpoint({
    method: 'PATCH',
    path: '/groups/:groupId/meetings/:meetingId',
    access: 'signed-in',
    input: z.strictObject({ ...meeting, version: Version, ...z.object(fields).partial().shape }),
    output: one,
    errors: ['forbidden', 'not_found', 'stale', 'conflict'],
    summary: 'Move a meeting or change it; when it is moved, replies are asked for anew',
  }),
  cancel: endpoint({
    method: 'POST',
    path: '/groups/:groupId/meetings/:meetingId/cancel',
    access: 'signed-in',
    input: z.strictObject({ ...meeting, cancelled: z.boolean().describe('false: it is on again') }),
    output: one,
    errors: ['forbidden', 'not_found', 'conflict'],
    summary: 'Cancel a meeting',
  }),
  reply: endpoint({
    method: 'PUT',
    path: '/groups/:groupId/meetings/:meetingId/reply',
    access: 'signed-in',
    input: z.strictObject({ ...meeting, reply: Reply.nullable() }),
    output: one,
    errors: ['forbidden', 'not_found', 'conflict'],
    summary: 'Say whether I come (members)',
  }),
};
