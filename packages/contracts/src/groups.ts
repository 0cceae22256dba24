import { z } from 'zod';
import { endpoint, Id, Instant, Nothing, page, paged, Version } from './endpoint.js';
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

/** How a group is shown where there is no room for its name. */
export const GroupAvatar = z.object({
  emoji: z
    .string()
    .max(32)
    .regex(/\p{Extended_Pictographic}|\p{Regional_Indicator}/u, 'One emoji')
    .refine((text) => [...new Intl.Segmenter().segment(text)].length === 1, 'One emoji'),
  colour: z.number().int().min(1).max(8).describe('One of the eight colours for who'),
});
export type GroupAvatar = z.infer<typeof GroupAvatar>;

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
  avatar: GroupAvatar.nullable(),
  leaderId: Id.nullable().describe('A member of the group'),
  closedAt: Instant.nullable().describe('Since when the group stands no more: it can be read, not changed'),
  mergedInto: Id.nullable().describe('The group that took its members in'),
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
  avatar: true,
  leaderId: true,
  closedAt: true,
  version: true,
});
export type GroupSummary = z.infer<typeof GroupSummary>;

/** Where students go: into a group, or out of theirs. */
export const GroupMoves = z
  .array(z.strictObject({ memberId: Id, groupId: Id.nullable().describe('null: into no group') }))
  .min(1)
  .max(100);
export type GroupMoves = z.infer<typeof GroupMoves>;

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
  change: endpoint({
    method: 'PATCH',
    path: '/groups/:groupId',
    access: 'signed-in',
    input: z.strictObject({
      groupId: Id,
      version: Version,
      name: z.string().trim().min(1).max(80).optional(),
      avatar: GroupAvatar.nullable().optional(),
      leaderId: Id.nullable().optional().describe('A member of the group'),
    }),
    output: Group,
    errors: ['forbidden', 'not_found', 'invalid_input', 'stale', 'conflict'],
    summary: 'Name the group, give it a face, say who leads it (its members and staff)',
  }),
  leave: endpoint({
    method: 'POST',
    path: '/groups/:groupId/leave',
    access: 'signed-in',
    input: z.strictObject({ groupId: Id }),
    output: Nothing,
    errors: ['forbidden', 'not_found', 'conflict'],
    summary: 'Leave my group; staff find me a place again',
  }),
  arrange: endpoint({
    method: 'POST',
    path: '/camps/:campId/groups/moves',
    access: 'signed-in',
    input: z.strictObject({ campId: Id, moves: GroupMoves }),
    output: z.object({ undo: GroupMoves.describe('The moves that take these back'), seq: Sequence }),
    errors: ['forbidden', 'not_found', 'invalid_input', 'conflict'],
    summary: 'Move students between groups, all at once or not at all (staff): two moves exchange two students',
  }),
  merge: endpoint({
    method: 'POST',
    path: '/groups/:groupId/merge',
    access: 'signed-in',
    input: z.strictObject({ groupId: Id, into: Id }),
    output: Group,
    errors: ['forbidden', 'not_found', 'conflict'],
    summary: 'Take the members of a group into another, and close it (staff); reopening it takes them back',
  }),
  close: endpoint({
    method: 'POST',
    path: '/groups/:groupId/close',
    access: 'signed-in',
    input: z.strictObject({ groupId: Id }),
    output: Group,
    errors: ['forbidden', 'not_found', 'conflict'],
    summary: 'Archive a group (staff): its members read what it made, and can be placed elsewhere',
  }),
  reopen: endpoint({
    method: 'POST',
    path: '/groups/:groupId/reopen',
    access: 'signed-in',
    input: z.strictObject({ groupId: Id }),
    output: Group,
    errors: ['forbidden', 'not_found', 'conflict'],
    summary: 'Let a closed group stand again, with those of its members who are in no other (staff)',
  }),
  closed: endpoint({
    method: 'GET',
    path: '/camps/:campId/groups/closed',
    access: 'signed-in',
    input: z.strictObject({ campId: Id }),
    output: z.object({ items: z.array(GroupSummary), seq: Sequence }),
    errors: ['not_found'],
    summary: 'Groups that were closed, the last first: all for staff, for students those they were in to the end',
  }),
};
