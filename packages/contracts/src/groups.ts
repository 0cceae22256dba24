import { z } from 'zod';
import { endpoint, Id, Instant, page, paged, Version } from './endpoint.js';
import { CriterionScore, FreeHours } from './matching/report.js';
import { Sequence } from './streams.js';

export const GroupMember = z.object({
  memberId: Id,
  name: z.string(),
  role: z.string().nullable().describe('The first wished role, where one was given'),
  timeZone: z.string().nullable(),
  isMe: z.boolean(),
});
export type GroupMember = z.infer<typeof GroupMember>;

/** One criterion of this group inside the cohort: what it scored and how the others did. */
export const Explanation = z.object({
  ...CriterionScore.shape,
  cohort: z.array(z.number()).describe('The score of every group of the camp on it, ascending'),
});
export type Explanation = z.infer<typeof Explanation>;

export const Group = z.object({
  id: Id,
  campId: Id,
  campName: z.string(),
  name: z.string(),
  number: z.number().int(),
  score: z.number(),
  cohortScores: z.array(z.number()).describe('The scores of all groups of the camp, ascending'),
  members: z.array(GroupMember),
  explanations: z.array(Explanation).describe('For students without what is private'),
  pairs: z.array(z.array(z.number())).nullable().describe('Staff: how well each two members fit, 0 to 1'),
  free: FreeHours.nullable().describe('Where the members have told their weekly free time, in a profile or a survey'),
  createdAt: Instant,
  version: Version,
  seq: Sequence,
});
export type Group = z.infer<typeof Group>;

export const GroupSummary = Group.pick({
  id: true,
  campId: true,
  name: true,
  number: true,
  score: true,
  members: true,
  version: true,
});
export type GroupSummary = z.infer<typeof GroupSummary>;

/** What groups are written for: `tailcamp match`, a Canvas group set, or Moodle's *Upload users*. */
export const GroupsFormat = z.enum(['plain', 'canvas', 'moodle']);
export type GroupsFormat = z.infer<typeof GroupsFormat>;

/** How a file of groups is asked for, whatever groups they are. */
export const groupsExport = {
  format: GroupsFormat.default('plain'),
  course: z
    .string()
    .trim()
    .min(1)
    .max(100)
    .optional()
    .describe('For moodle, which needs it: the short name of the course'),
};
export const hasCourse = ({ format, course }: { format: GroupsFormat; course?: string | undefined }): boolean =>
  format !== 'moodle' || course !== undefined;
export const COURSE_NEEDED = { message: 'Moodle needs the short name of the course', path: ['course'] };
const GroupsExport = z.object(groupsExport);
export type GroupsExport = z.infer<typeof GroupsExport>;

export const groups = {
  list: endpoint({
    method: 'GET',
    path: '/camps/:campId/groups',
    access: 'signed-in',
    input: z.strictObject({ campId: Id, ...paged }),
    output: z.object({ ...page(GroupSummary).shape, total: z.number().int(), seq: Sequence }),
    errors: ['not_found'],
    summary: 'The groups of a camp, by number: all for staff, for students their own',
  }),
  export: endpoint({
    method: 'GET',
    path: '/camps/:campId/groups.csv',
    access: 'signed-in',
    input: z.strictObject({ campId: Id, ...groupsExport }).refine(hasCourse, COURSE_NEEDED),
    output: z.string(),
    media: 'text/csv',
    errors: ['forbidden', 'not_found'],
    summary: 'The groups of the camp as a CSV file for other systems, with e-mails and ids (staff)',
  }),
  mine: endpoint({
    method: 'GET',
    path: '/me/groups',
    access: 'signed-in',
    input: z.strictObject({}),
    output: z.object({
      items: z.array(z.object({ ...GroupSummary.shape, campName: z.string() })),
      seq: Sequence.describe('Of my own stream'),
    }),
    errors: [],
    summary: 'The groups I am in',
  }),
  get: endpoint({
    method: 'GET',
    path: '/groups/:groupId',
    access: 'signed-in',
    input: z.strictObject({ groupId: Id }),
    output: Group,
    errors: ['not_found'],
    summary: 'One group, and why it fits',
  }),
  rename: endpoint({
    method: 'PATCH',
    path: '/groups/:groupId',
    access: 'signed-in',
    input: z.strictObject({ groupId: Id, name: z.string().trim().min(1).max(80), version: Version }),
    output: Group,
    errors: ['forbidden', 'not_found', 'stale'],
    summary: 'Name the group (its members and staff)',
  }),
};
