import { Id } from '@tailcamp/contracts';
import { z } from 'zod';
import { topic } from '../../../platform/outbox/index.js';

const inTask = { campId: Id, groupId: Id, taskId: Id };
/** The account that did it; null: the system. Nobody is told of what they did themselves. */
const by = Id.nullable();

/** Members were given a task. */
export const TASK_ASSIGNED = topic('projects.task-assigned', z.object({ ...inTask, memberIds: z.array(Id), by }));
/** Somebody said something on a task. */
export const TASK_COMMENTED = topic(
  'projects.task-commented',
  z.object({ ...inTask, commentId: Id, mentions: z.array(Id), by }),
);
/** Points and feedback of these members can be seen, or have changed. */
export const RESULTS_PUBLISHED = topic(
  'projects.results-published',
  z.object({ campId: Id, milestoneId: Id, memberIds: z.array(Id) }),
);
const inMeeting = { campId: Id, groupId: Id, meetingId: Id };
export const MEETING_CHANGED = topic(
  'projects.meeting-changed',
  z.object({ ...inMeeting, what: z.enum(['set', 'moved', 'cancelled']), by }),
);
/** A meeting begins soon. Told once for each beginning. */
export const MEETING_SOON = topic('projects.meeting-soon', z.object({ ...inMeeting, startsAt: z.iso.datetime() }));
