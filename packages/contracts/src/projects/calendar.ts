import { z } from 'zod';
import { endpoint, Id, Instant, Nothing } from '../endpoint.js';

export const calendar = {
  get: endpoint({
    method: 'GET',
    path: '/groups/:groupId/calendar-feed',
    access: 'signed-in',
    input: z.strictObject({ groupId: Id }),
    output: z.object({ since: Instant.nullable().describe('null: I have none') }),
    errors: ['not_found'],
    summary: 'Whether I have a calendar feed of this group',
  }),
  open: endpoint({
    method: 'POST',
    path: '/groups/:groupId/calendar-feed',
    access: 'signed-in',
    input: z.strictObject({ groupId: Id }),
    output: z.object({ path: z.string().describe('Below the address of the server; shown this once'), since: Instant }),
    errors: ['not_found'],
    summary: 'Make a secret address for calendar programs; one that I had works no more',
  }),
  revoke: endpoint({
    method: 'DELETE',
    path: '/groups/:groupId/calendar-feed',
    access: 'signed-in',
    input: z.strictObject({ groupId: Id }),
    output: Nothing,
    errors: ['not_found'],
    summary: 'Let the secret address work no more',
  }),
  feed: endpoint({
    method: 'GET',
    path: '/calendars/:token',
    access: 'public',
    input: z.strictObject({ token: z.string().regex(/^[\w-]{20,100}$/) }),
    output: z.string(),
    media: 'text/calendar',
    errors: ['not_found'],
    summary: 'Due days of tasks, milestones and meetings of a group as iCalendar (RFC 5545), for who has the address',
  }),
};
