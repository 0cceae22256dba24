import { z } from 'zod';
import { Id, Instant } from '../endpoint.js';

/** What was done, for people to read: never text that somebody wrote, which may be deleted. */
export const Activity = z.object({
  id: Id,
  at: Instant,
  by: Id.nullable().describe('A member, who may have left; null: an admin from outside, or the system'),
  what: z.enum([
    'task.created',
    'task.changed',
    'task.moved',
    'task.archived',
    'task.restored',
    'task.removed',
    'tasks.imported',
    'template.given',
    'comment.added',
    'column.added',
    'column.changed',
    'column.removed',
    'label.added',
    'label.changed',
    'label.removed',
    'submission.sent',
    'meeting.set',
    'meeting.moved',
    'meeting.cancelled',
  ]),
  taskId: Id.nullable(),
  key: z.string().nullable().describe('Of the task'),
  fields: z.array(z.string()).describe('What was changed of it'),
  columnId: Id.nullable().describe('Where it was moved, or which column it is about'),
  many: z.number().int().nullable().describe('How many tasks, where it is about several'),
});
export type Activity = z.infer<typeof Activity>;
