import { z } from 'zod';
import { endpoint, Id, Instant, page, paged } from '../endpoint.js';
import { Message } from './message.js';
import { ChatPerson } from './person.js';

const Reason = z.string().trim().min(1).max(500);

export const Mute = z.object({ memberId: Id, until: Instant, reason: z.string(), since: Instant });
export type Mute = z.infer<typeof Mute>;

export const ReportOutcome = z.enum(['dismissed', 'removed', 'muted']);
export type ReportOutcome = z.infer<typeof ReportOutcome>;

/** Keeps the text that was reported, whatever its author does, until staff have seen to it. */
export const Report = z.object({
  id: Id,
  channelId: Id,
  messageId: Id,
  authorId: Id,
  text: z.string().describe('As it was reported; empty once it is closed'),
  reporterId: Id,
  reason: z.string(),
  createdAt: Instant,
  outcome: ReportOutcome.nullable().describe('null: open'),
  closedAt: Instant.nullable(),
});
export type Report = z.infer<typeof Report>;

const inCamp = { campId: Id };
const ofMessage = { messageId: Id };

export const chatModeration = {
  remove: endpoint({
    method: 'POST',
    path: '/chat/messages/:messageId/removal',
    access: 'signed-in',
    input: z.strictObject({ ...ofMessage, reason: Reason }),
    output: Message,
    errors: ['forbidden', 'not_found'],
    summary: 'Take a message away and say why (staff; in a direct channel only what was reported)',
  }),
  lock: endpoint({
    method: 'PUT',
    path: '/chat/messages/:messageId/lock',
    access: 'signed-in',
    input: z.strictObject({ ...ofMessage, locked: z.boolean() }),
    output: Message,
    errors: ['forbidden', 'not_found', 'conflict'],
    summary: 'Let a thread take no more replies, or take them again (staff)',
  }),
  mutes: endpoint({
    method: 'GET',
    path: '/camps/:campId/chat/mutes',
    access: 'signed-in',
    input: z.strictObject({ ...inCamp }),
    output: z.object({ mutes: z.array(Mute), people: z.array(ChatPerson) }),
    errors: ['forbidden', 'not_found'],
    summary: 'Who may send nothing, until when and why (staff)',
  }),
  mute: endpoint({
    method: 'PUT',
    path: '/camps/:campId/chat/mutes/:memberId',
    access: 'signed-in',
    input: z.strictObject({ ...inCamp, memberId: Id, until: Instant, reason: Reason }),
    output: Mute,
    errors: ['forbidden', 'not_found', 'invalid_input'],
    summary: 'Let a student send nothing for a time (staff)',
  }),
  unmute: endpoint({
    method: 'DELETE',
    path: '/camps/:campId/chat/mutes/:memberId',
    access: 'signed-in',
    input: z.strictObject({ ...inCamp, memberId: Id }),
    output: z.strictObject({}),
    errors: ['forbidden', 'not_found'],
    summary: 'Let them send again (staff)',
  }),
  block: endpoint({
    method: 'PUT',
    path: '/camps/:campId/chat/blocks/:memberId',
    access: 'signed-in',
    input: z.strictObject({ ...inCamp, memberId: Id, blocked: z.boolean() }),
    output: z.object({ blocked: z.array(Id) }),
    errors: ['forbidden', 'not_found', 'invalid_input'],
    summary: 'Fold what somebody writes, and let what they write to me alone not arrive; they are not told',
  }),
  report: endpoint({
    method: 'POST',
    path: '/chat/messages/:messageId/reports',
    access: 'signed-in',
    input: z.strictObject({ ...ofMessage, reason: Reason }),
    output: z.strictObject({}),
    errors: ['forbidden', 'not_found', 'conflict'],
    summary: 'Show a message to staff; doing it again changes nothing',
  }),
  reports: endpoint({
    method: 'GET',
    path: '/camps/:campId/chat/reports',
    access: 'signed-in',
    input: z.strictObject({ ...inCamp, ...paged, open: z.stringbool().default(true) }),
    output: z.object({ ...page(Report).shape, people: z.array(ChatPerson), open: z.number().int() }),
    errors: ['forbidden', 'not_found', 'invalid_input'],
    summary: 'What was reported, the oldest open first, or what was closed, the newest first (staff)',
  }),
  close: endpoint({
    method: 'PUT',
    path: '/camps/:campId/chat/reports/:reportId',
    access: 'signed-in',
    input: z.strictObject({ ...inCamp, reportId: Id, outcome: ReportOutcome }),
    output: Report,
    errors: ['forbidden', 'not_found', 'conflict'],
    summary: 'Say what came of a report; all reports of the message are closed with it (staff)',
  }),
};
