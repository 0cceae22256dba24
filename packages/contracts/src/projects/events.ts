import { z } from 'zod';
import { Id } from '../endpoint.js';
import { Activity } from './activity.js';
import { Meeting } from './meeting.js';
import { Milestone, Submission } from './milestone.js';
import { BoardColumn, Label, Task, TaskComment } from './task.js';

const { shape: workspace } = z.object({ groupId: Id, prefix: z.string(), version: z.number().int() });
const activity = Activity.nullable().describe('What the activity feed says of it');

/**
 * What projects tell: in `group:` what a workspace holds, in `camp:` what stands for every group. What staff write before
 * they publish it is told by ids alone, in the `user:` streams of those who may read it.
 */
export const PROJECT_EVENTS = {
  'workspace.changed': z.object(workspace),
  'tasks.changed': z.object({ tasks: z.array(Task), removed: z.array(Id), activity: z.array(Activity) }),
  'column.changed': z.object({ column: BoardColumn, activity }),
  'column.removed': z.object({ columnId: Id, activity }),
  'label.changed': z.object({ label: Label, activity }),
  'label.removed': z.object({ labelId: Id, activity }),
  'comment.changed': z.object({ comment: TaskComment, count: z.number().int().describe('Of the task'), activity }),
  'submission.changed': z.object({ submission: Submission, activity }),
  'meetings.changed': z.object({ meetings: z.array(Meeting), activity }),
  'milestone.changed': z.object({ milestone: Milestone }),
  'milestone.removed': z.object({ campId: Id, milestoneId: Id }),
  'template.changed': z.object({ campId: Id, version: z.number().int() }),
  'grades.changed': z.object({ campId: Id, milestoneId: Id, groupId: Id.nullable() }),
} as const;
