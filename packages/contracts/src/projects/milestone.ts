import { z } from 'zod';
import { Id, Instant, Version } from '../endpoint.js';

export const Points = z.number().min(0).max(10_000);
const Title = z.string().trim().min(1).max(200);
const Markdown = z.string().max(20_000);

/** A criterion is met at one of its levels, each worth so many points. */
export const RubricCriterion = z.strictObject({
  id: Id,
  title: Title,
  levels: z
    .array(z.strictObject({ id: Id, title: Title, points: Points }))
    .min(2)
    .max(10),
});
export type RubricCriterion = z.infer<typeof RubricCriterion>;

/** What happens to what comes after the due moment. */
export const LatePolicy = z.strictObject({
  accept: z.boolean().describe('false: nothing is taken any more after the grace'),
  graceMinutes: z.number().int().min(0).max(10_080).describe('So late still counts as in time'),
  percentPerDay: z.number().min(0).max(100).describe('Of the points that were given, for each day begun'),
  most: z.number().min(0).max(100).describe('Percent that are lost at most'),
});
export type LatePolicy = z.infer<typeof LatePolicy>;

export const milestoneFields = {
  title: Title,
  description: Markdown,
  dueAt: Instant,
  points: Points.describe('What can be reached; with a rubric, the sum of the best levels'),
  rubric: z.array(RubricCriterion).max(20),
  late: LatePolicy,
};
export const Milestone = z.object({ id: Id, campId: Id, ...milestoneFields, createdAt: Instant, version: Version });
export type Milestone = z.infer<typeof Milestone>;

export const SubmissionLink = z.strictObject({
  title: z.string().trim().max(200),
  url: z.url({ protocol: /^https?$/, error: 'A link begins with http:// or https://' }).max(2_000),
});

/** What a group hands in; sent again it takes the place of the one before, whose place in the count it keeps. */
export const Submission = z.object({
  milestoneId: Id,
  groupId: Id,
  text: z.string(),
  links: z.array(SubmissionLink),
  taskIds: z.array(Id).describe('Tasks that were done for it'),
  by: Id.nullable().describe('A member, who may have left; null: an admin from outside'),
  at: Instant,
  late: z.boolean(),
  number: z.number().int().min(1).describe('So many times it was sent'),
});
export type Submission = z.infer<typeof Submission>;

/** Criterion id → level id. */
export const Levels = z.record(Id, Id);

/** What staff write of a submission, until they publish it, and after. */
export const Feedback = z.object({
  milestoneId: Id,
  groupId: Id,
  levels: Levels,
  points: Points.nullable().describe('Of the group; null: not given yet'),
  text: z.string().describe('To the whole group'),
  members: z
    .array(
      z.object({
        memberId: Id,
        points: Points.nullable().describe('Instead of those of the group'),
        text: z.string().describe('To this member alone'),
      }),
    )
    .describe('Where somebody is told something else than the group'),
  penalty: z.number().describe('Percent that are lost for being late'),
  publishedAt: Instant.nullable().describe('Since when students see it, as it was then'),
  changed: z.boolean().describe('It was changed since it was published'),
  version: z.number().int().min(0).describe('0: nothing written yet'),
});
export type Feedback = z.infer<typeof Feedback>;

/** A published result as the student it is about reads it. */
export const MyResult = z.object({
  milestoneId: Id,
  points: z.number().nullable(),
  of: z.number(),
  penalty: z.number(),
  levels: Levels,
  groupText: z.string(),
  myText: z.string(),
  publishedAt: Instant,
});
export type MyResult = z.infer<typeof MyResult>;
