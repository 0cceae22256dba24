import { z } from 'zod';
import { endpoint, Id, Instant } from '../endpoint.js';
import { Sequence } from '../streams.js';
import { CriterionScore } from './report.js';

/**
 * The waiting queue. A camp matches in rounds (an instructor presses Match) or continuously: students join, and what
 * each of them accepts widens with their own waiting time.
 */

const minutes = z.number().int().min(0);
const at = { criterion: z.number().int().min(0).max(99).describe('Which criterion of the policy, from 0') };

/** How one hard rule gives way: its bound is lowered, or it is dropped. */
export const Ease = z.union([
  z.strictObject({ ...at, minBlocks: z.number().int().min(0).max(336).describe('overlap: common free blocks') }),
  z.strictObject({ ...at, atLeast: z.number().min(0).max(1).describe('similar, diverse') }),
  z.strictObject({ ...at, tolerance: z.number().positive().max(10).describe('balance: distance in σ') }),
  z.strictObject({ ...at, drop: z.literal(true) }),
]);
export type Ease = z.infer<typeof Ease>;

const size = z.number().int().min(1).max(1000);

export const QueueStep = z.strictObject({
  afterMinutes: minutes.min(1).max(43_200),
  groupSize: z.strictObject({ min: size, max: size }).optional(),
  ease: z.array(Ease).max(100),
});
export type QueueStep = z.infer<typeof QueueStep>;

export const QueueMode = z.enum(['rounds', 'continuous']);
export type QueueMode = z.infer<typeof QueueMode>;

export const QueueSettings = z.strictObject({
  mode: QueueMode,
  gatherMinutes: minutes.max(1440).describe('A group forms once one of its members has waited so long; 0: at once'),
  steps: z.array(QueueStep).max(8).describe('In the order of their times; each adds to those before it'),
  acceptMinutes: minutes.min(1).max(10_080).nullable().describe('Time to answer a proposal; null: groups form unasked'),
  expireMinutes: minutes.min(1).max(43_200).describe('Nobody waits longer: the ticket ends with a reason'),
});
export type QueueSettings = z.infer<typeof QueueSettings>;

/** A ticket ends in a group, in a named reason, or by the student's own leave. */
export const TicketState = z.enum(['waiting', 'proposed', 'grouped', 'left', 'expired', 'unplaced']);
export type TicketState = z.infer<typeof TicketState>;

export const TicketReason = z.enum([
  'declined',
  'left_camp',
  'no_answer',
  'queue_closed',
  'too_few_waiting',
  'nobody_fits',
]);
export type TicketReason = z.infer<typeof TicketReason>;

/** One hard rule as somebody accepts it; what is private is in none that a student is shown. */
export const AcceptedRule = z.object({
  kind: z.string(),
  column: z.string(),
  asked: z.number().nullable().describe('What the policy asks; null where the rule has no bound'),
  accepted: z.number().nullable().describe('What is enough by now'),
  dropped: z.boolean(),
});
export type AcceptedRule = z.infer<typeof AcceptedRule>;

export const Rung = z.object({
  afterMinutes: z.number().int(),
  size: z.object({ min: z.number().int(), max: z.number().int() }),
  rules: z.array(AcceptedRule),
});
export type Rung = z.infer<typeof Rung>;

const proposalFields = {
  id: Id,
  score: z.number(),
  criteria: z.array(CriterionScore).describe('For students without what is private'),
  expiresAt: Instant,
};

export const MyQueue = z.object({
  campId: Id,
  mode: QueueMode,
  gatherMinutes: z.number().int(),
  rungs: z.array(Rung).describe('What one accepts from the start, and from each widening that one would notice'),
  ticket: z
    .object({
      id: Id,
      state: TicketState,
      joinedAt: Instant,
      position: z.number().int().nullable().describe('By waiting time, from 1, while waiting'),
      waiting: z.number().int().describe('How many wait in all'),
      rung: z.number().int().describe('Which of the rungs one stands on'),
      expiresAt: Instant,
    })
    .nullable()
    .describe('While one waits or has a proposal'),
  last: z
    .object({ state: TicketState, reason: TicketReason.nullable(), endedAt: Instant })
    .nullable()
    .describe('How the ticket before ended, while one is in no group'),
  proposal: z
    .object({
      ...proposalFields,
      members: z.array(z.object({ name: z.string(), isMe: z.boolean() })),
      accepted: z.number().int().describe('How many have accepted'),
      answer: z.literal('accepted').nullable().describe('Mine'),
    })
    .nullable(),
  group: z.object({ id: Id, name: z.string() }).nullable(),
  choices: z
    .object({
      size: z.number().int(),
      least: z.number().int(),
      groups: z.array(z.object({ groupId: Id, name: z.string(), members: z.number().int() })),
      queue: z.boolean(),
    })
    .nullable()
    .describe('When my group has lost somebody and is too small: stay, one of these groups, or the queue'),
  seq: Sequence.describe('Of my own stream'),
});
export type MyQueue = z.infer<typeof MyQueue>;

export const QueueTicket = z.object({
  id: Id,
  memberId: Id,
  name: z.string(),
  state: TicketState,
  joinedAt: Instant,
  level: z.number().int().describe('How many steps it has widened by'),
  widensAt: Instant.nullable(),
  expiresAt: Instant,
});
export type QueueTicket = z.infer<typeof QueueTicket>;

export const EndedTicket = z.object({
  id: Id,
  memberId: Id,
  name: z.string(),
  state: TicketState,
  reason: TicketReason.nullable(),
  waitedMinutes: z.number(),
  endedAt: Instant,
});
export type EndedTicket = z.infer<typeof EndedTicket>;

export const QueueProposal = z.object({
  ...proposalFields,
  level: z.number().int().describe('The widening of its least widened member: what the group keeps to'),
  members: z.array(z.object({ memberId: Id, name: z.string(), accepted: z.boolean() })),
});
export type QueueProposal = z.infer<typeof QueueProposal>;

export const QueueCriterion = z.object({
  kind: z.string(),
  column: z.string(),
  hard: z.boolean(),
  private: z.boolean(),
  bound: z.number().nullable().describe('minBlocks, atLeast or tolerance, where the kind has one'),
});
export type QueueCriterion = z.infer<typeof QueueCriterion>;

export const Queue = z.object({
  settings: QueueSettings,
  version: z.number().int().min(0).describe('0: nobody has saved any; these are proposed'),
  groupSize: z.object({ min: z.number().int(), max: z.number().int() }).describe('As the policy has it'),
  criteria: z.array(QueueCriterion).describe('Of the policy, in its order'),
  problem: z.string().nullable().describe('Why the queue forms no groups at present'),
  tickets: z.array(QueueTicket).describe('Who waits or has a proposal, longest wait first'),
  proposals: z.array(QueueProposal),
  ended: z.array(EndedTicket).describe('The last 20 that ended'),
  history: z.array(z.object({ at: Instant, waiting: z.number().int() })).describe('The last 24 hours, each half hour'),
  day: z.object({
    joined: z.number().int(),
    grouped: z.number().int(),
    ended: z.number().int().describe('With a reason or by their own leave'),
    medianMinutes: z.number().nullable().describe('Until a group'),
  }),
  late: z.array(z.object({ memberId: Id, name: z.string() })).describe('Students in no group and not in the queue'),
  short: z
    .array(z.object({ groupId: Id, name: z.string(), size: z.number().int() }))
    .describe('Groups that are smaller than the policy allows'),
  seq: Sequence,
});
export type Queue = z.infer<typeof Queue>;

/** What it would do to a group to take somebody in. */
export const Placement = z.object({
  before: z.number(),
  after: z.number(),
  breaks: z.array(z.string()).describe('Hard rules that the group keeps now and would not then; empty: it may be done'),
});
const PlacementInto = z.object({
  groupId: Id,
  name: z.string(),
  size: z.number().int(),
  ...Placement.shape,
});
const PlacementOf = z.object({ memberId: Id, name: z.string(), waiting: z.boolean(), ...Placement.shape });

const inCamp = { campId: Id };

export const queue = {
  get: endpoint({
    method: 'GET',
    path: '/camps/:campId/queue',
    access: 'signed-in',
    input: z.strictObject({ ...inCamp }),
    output: Queue,
    errors: ['forbidden', 'not_found'],
    summary: 'The waiting queue of the camp, for staff',
  }),
  save: endpoint({
    method: 'PUT',
    path: '/camps/:campId/queue/settings',
    access: 'signed-in',
    input: z.strictObject({ ...inCamp, settings: QueueSettings, version: z.number().int().min(0) }),
    output: Queue,
    errors: ['forbidden', 'not_found', 'stale', 'invalid_input'],
    summary: 'Open, close or change the queue; a step that does not ease what stood before it is refused',
  }),
  mine: endpoint({
    method: 'GET',
    path: '/camps/:campId/queue/mine',
    access: 'signed-in',
    input: z.strictObject({ ...inCamp }),
    output: MyQueue,
    errors: ['forbidden', 'not_found'],
    summary: 'Where I stand: my place in the queue, what I accept by now, a proposal, my group',
  }),
  join: endpoint({
    method: 'POST',
    path: '/camps/:campId/queue/tickets',
    access: 'signed-in',
    status: 201,
    input: z.strictObject({ ...inCamp }),
    output: MyQueue,
    errors: ['forbidden', 'not_found', 'conflict'],
    summary: 'Join the queue; joined already, it changes nothing',
  }),
  leave: endpoint({
    method: 'POST',
    path: '/camps/:campId/queue/leave',
    access: 'signed-in',
    input: z.strictObject({ ...inCamp }),
    output: MyQueue,
    errors: ['forbidden', 'not_found'],
    summary: 'Leave the queue',
  }),
  answer: endpoint({
    method: 'POST',
    path: '/camps/:campId/queue/proposals/:proposalId/answer',
    access: 'signed-in',
    input: z.strictObject({ ...inCamp, proposalId: Id, answer: z.enum(['accept', 'decline']) }),
    output: MyQueue,
    errors: ['forbidden', 'not_found', 'conflict'],
    summary: 'Accept or decline a proposal; who declines leaves the queue, the others keep their waiting time',
  }),
  move: endpoint({
    method: 'POST',
    path: '/camps/:campId/queue/move',
    access: 'signed-in',
    input: z.strictObject({ ...inCamp, to: Id.or(z.literal('queue')).describe('One of the choices offered') }),
    output: MyQueue,
    errors: ['forbidden', 'not_found', 'conflict'],
    summary: 'Leave a group that has become too small, for another one or for the queue',
  }),
  placesFor: endpoint({
    method: 'GET',
    path: '/camps/:campId/queue/places',
    access: 'signed-in',
    input: z.strictObject({ ...inCamp, memberId: Id }),
    output: z.object({ memberId: Id, name: z.string(), groups: z.array(PlacementInto).describe('The best first') }),
    errors: ['forbidden', 'not_found', 'conflict'],
    summary: 'What it would do to each group to take this student in, for staff',
  }),
  fitsFor: endpoint({
    method: 'GET',
    path: '/camps/:campId/queue/fits',
    access: 'signed-in',
    input: z.strictObject({ ...inCamp, groupId: Id }),
    output: z.object({ groupId: Id, name: z.string(), students: z.array(PlacementOf).describe('The best first') }),
    errors: ['forbidden', 'not_found', 'conflict'],
    summary: 'What it would do to this group to take in each student who is in none, for staff',
  }),
  place: endpoint({
    method: 'POST',
    path: '/camps/:campId/queue/places',
    access: 'signed-in',
    input: z.strictObject({ ...inCamp, memberId: Id, to: Id.or(z.literal('queue')).describe('A group, or the queue') }),
    output: Queue,
    errors: ['forbidden', 'not_found', 'conflict'],
    summary: 'Place a student who is in no group; a place that would break a hard rule is refused',
  }),
};
