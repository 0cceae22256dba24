import { z } from 'zod';
import { endpoint, Id, Nothing, Version } from '../endpoint.js';
import { Sequence } from '../streams.js';
import {
  Feedback,
  Levels,
  Milestone,
  MyResult,
  milestoneFields,
  Points,
  Submission,
  SubmissionLink,
} from './milestone.js';
import { MadeBy } from './task.js';

const milestone = { campId: Id, milestoneId: Id };
const handedIn = { groupId: Id, milestoneId: Id };
const milestoneAnswer = z.object({ milestone: Milestone, seq: Sequence });

export const milestones = {
  list: endpoint({
    method: 'GET',
    path: '/camps/:campId/milestones',
    access: 'signed-in',
    input: z.strictObject({ campId: Id }),
    output: z.object({ campId: Id, milestones: z.array(Milestone).describe('By due moment'), seq: Sequence }),
    errors: ['not_found'],
    summary: 'The milestones of a camp, for everybody in it',
  }),
  create: endpoint({
    method: 'POST',
    path: '/camps/:campId/milestones',
    access: 'signed-in',
    status: 201,
    input: z.strictObject({ campId: Id, clientId: MadeBy, ...milestoneFields }),
    output: milestoneAnswer,
    errors: ['forbidden', 'not_found', 'invalid_input'],
    summary: 'Set a milestone for every group (staff)',
  }),
  change: endpoint({
    method: 'PATCH',
    path: '/camps/:campId/milestones/:milestoneId',
    access: 'signed-in',
    input: z.strictObject({ ...milestone, version: Version, ...z.object(milestoneFields).partial().shape }),
    output: milestoneAnswer,
    errors: ['forbidden', 'not_found', 'invalid_input', 'stale'],
    summary: 'Change a milestone (staff); what was graded keeps its points',
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/camps/:campId/milestones/:milestoneId',
    access: 'signed-in',
    input: z.strictObject(milestone),
    output: Nothing,
    errors: ['forbidden', 'not_found', 'conflict'],
    summary: 'Take back a milestone that nothing was handed in for (staff)',
  }),
  ofGroup: endpoint({
    method: 'GET',
    path: '/groups/:groupId/submissions',
    access: 'signed-in',
    input: z.strictObject({ groupId: Id }),
    output: z.object({
      groupId: Id,
      submissions: z.array(Submission),
      results: z.array(MyResult).describe('Mine, where they are published'),
      feedback: z.array(Feedback).describe('For staff; empty for members'),
      seq: Sequence,
    }),
    errors: ['not_found'],
    summary: 'What a group has handed in, and what came of it',
  }),
  submit: endpoint({
    method: 'PUT',
    path: '/groups/:groupId/submissions/:milestoneId',
    access: 'signed-in',
    input: z.strictObject({
      ...handedIn,
      text: z.string().max(20_000),
      links: z.array(SubmissionLink).max(20),
      taskIds: z.array(Id).max(200),
    }),
    output: z.object({ submission: Submission, seq: Sequence }),
    errors: ['forbidden', 'not_found', 'invalid_input', 'conflict'],
    summary: 'Hand in, or hand in again, as long as the milestone takes it (members)',
  }),
  grade: endpoint({
    method: 'PUT',
    path: '/groups/:groupId/submissions/:milestoneId/feedback',
    access: 'signed-in',
    input: z.strictObject({
      ...handedIn,
      version: z.number().int().min(0),
      levels: Levels,
      points: Points.nullable().describe('null: the sum of the levels, where all are chosen'),
      text: z.string().max(20_000),
      members: z
        .array(z.strictObject({ memberId: Id, points: Points.nullable(), text: z.string().max(20_000) }))
        .max(50),
    }),
    output: Feedback,
    errors: ['forbidden', 'not_found', 'invalid_input', 'stale'],
    summary: 'Write feedback and points (staff); students see them when they are published',
  }),
  publish: endpoint({
    method: 'POST',
    path: '/camps/:campId/milestones/:milestoneId/publish',
    access: 'signed-in',
    input: z.strictObject({
      ...milestone,
      groupIds: z.array(Id).min(1).max(500).optional().describe('Without it, every group with points'),
    }),
    output: z.object({ groups: z.number().int(), members: z.number().int() }),
    errors: ['forbidden', 'not_found'],
    summary: 'Let students see their points and feedback (staff)',
  }),
};
