import { z } from 'zod';
import { GradingProposed } from './assessment/proposals.js';
import { CHAT_EVENTS } from './chat/events.js';
import { DraftState, DraftStep } from './curriculum/drafts.js';
import { endpoint, Id, Instant } from './endpoint.js';
import { Problem } from './errors.js';
import { PROJECT_EVENTS } from './projects/events.js';

/**
 * The real-time protocol. Every change that others see is an event of an append-only stream with a gapless sequence
 * from 1, written in the transaction of the change. A snapshot says which sequence it is true for; a client subscribes
 * `after` it, gets what came since from the database, then goes live.
 */
export const StreamName = z.templateLiteral([z.enum(['camp', 'group', 'user']), ':', z.uuid()], {
  error: 'A stream is camp:, group: or user: and an id',
});
export type StreamName = z.infer<typeof StreamName>;

export const Sequence = z.number().int().min(0).describe('0: before the first event');

export const StreamEvent = z.object({
  stream: z.string(),
  seq: Sequence,
  kind: z.string(),
  data: z.record(z.string(), z.unknown()),
  at: Instant,
});
export type StreamEvent = z.infer<typeof StreamEvent>;

const member = { memberId: Id };
const run = { runId: Id };
const scenario = { scenarioId: Id };

/** Every kind of event and what it carries: ids, numbers and what members write, never a person's name or address. */
export const EVENTS = {
  'camp.changed': z.object({ campId: Id, version: z.number().int() }),
  'camp.deleted': z.object({ campId: Id }),
  'member.joined': z.object(member),
  'member.changed': z.object(member),
  'member.left': z.object(member),
  'import.progress': z.object({ importId: Id, done: z.number().int(), of: z.number().int() }),
  'import.finished': z.object({ importId: Id, state: z.enum(['applied', 'failed']) }),
  'policy.changed': z.object({ version: z.number().int() }),
  'run.started': z.object(run),
  'run.progress': z.object({
    ...run,
    phase: z.enum(['preparing', 'constructing', 'repairing', 'improving', 'proving']),
    moves: z.number().int(),
    of: z.number().int(),
    seconds: z.number(),
    best: z.number(),
    hardViolations: z.number().int(),
  }),
  'run.finished': z.object({ ...run, state: z.enum(['done', 'failed', 'cancelled']) }),
  'run.accepted': z.object({ ...run, groups: z.number().int() }),
  'scenario.changed': z.object({ ...scenario, version: z.number().int() }),
  'scenario.removed': z.object(scenario),
  'scenario.published': z.object({ ...scenario, groups: z.number().int() }),
  'group.formed': z.object({ groupId: Id, campId: Id }),
  'group.changed': z.object({ groupId: Id, version: z.number().int() }),
  'group.dissolved': z.object({ groupId: Id, campId: Id }),
  'camp.joined': z.object({ campId: Id }),
  'queue.changed': z.object({ campId: Id, waiting: z.number().int(), proposed: z.number().int() }),
  'queue.settings': z.object({ campId: Id, version: z.number().int() }),
  'ticket.changed': z.object({
    campId: Id,
    ticketId: Id,
    state: z.enum(['waiting', 'proposed', 'grouped', 'left', 'expired', 'unplaced']),
  }),
  'ticket.widened': z.object({ campId: Id, ticketId: Id }),
  'assessment.settings': z.object({ campId: Id, version: z.number().int() }),
  'assessment.results': z.object({ campId: Id, track: z.string() }),
  'attempt.changed': z.object({
    campId: Id,
    attemptId: Id,
    state: z.enum(['open', 'over']),
    answered: z.number().int(),
  }),
  'attempt.graded': z.object({ campId: Id, attemptId: Id, pending: z.number().int() }),
  'grading.changed': z.object({ campId: Id, pending: z.number().int() }),
  'grading.proposed': GradingProposed,
  'items.changed': z.object({ campId: Id }),
  'lessons.changed': z.object({ campId: Id }),
  'draft.changed': z.object({ campId: Id, draftId: Id, state: DraftState, step: DraftStep.nullable() }),
  'calibration.progress': z.object({ calibrationId: Id, iteration: z.number().int(), of: z.number().int() }),
  'calibration.changed': z.object({
    calibrationId: Id,
    state: z.enum(['queued', 'running', 'proposed', 'applied', 'cancelled', 'failed']),
  }),
  'path.changed': z.object({ campId: Id, version: z.number().int() }),
  'paths.changed': z.object({ campId: Id }),
  'tutor.changed': z.object({ campId: Id, threadId: Id }),
  'proposal.changed': z.object({ campId: Id, proposalId: Id, accepted: z.number().int() }),
  ...CHAT_EVENTS,
  ...PROJECT_EVENTS,
} as const;
export type EventKind = keyof typeof EVENTS;
export type EventData<K extends EventKind> = z.infer<(typeof EVENTS)[K]>;

/** What an event of this kind carries; null for one of another kind, or of a shape that is not known here. */
export function dataOf<K extends EventKind>(
  kind: K,
  event: Pick<StreamEvent, 'kind' | 'data'>,
): z.output<(typeof EVENTS)[K]> | null {
  if (event.kind !== kind) return null;
  const parsed = EVENTS[kind].safeParse(event.data);
  return parsed.success ? (parsed.data as z.output<(typeof EVENTS)[K]>) : null;
}

/** After these somebody may no longer be allowed to hear the stream; they are the last that such a one hears. */
export const ACCESS_CHANGING: ReadonlySet<string> = new Set<EventKind>([
  'camp.deleted',
  'member.changed',
  'member.left',
  'group.changed',
  'group.dissolved',
]);

/**
 * What the stream of a camp tells its staff alone. Others hear where it stands in the sequence and nothing else, so that
 * nobody has a gap. The streams of groups and users are heard whole by whoever may hear them.
 */
export const FOR_STAFF: ReadonlySet<string> = new Set<EventKind>([
  'import.progress',
  'run.started',
  'run.progress',
  'run.finished',
  'run.accepted',
  'scenario.changed',
  'scenario.removed',
  'scenario.published',
  'proposal.changed',
  'assessment.results',
  'grading.changed',
  'calibration.progress',
  'calibration.changed',
  'paths.changed',
  'draft.changed',
]);
/** An event that is not for the one who hears the stream. */
export const Withheld = z.strictObject({ stream: z.string(), seq: Sequence });
export type Withheld = z.infer<typeof Withheld>;

/** What a client sends and hears on the socket at `/socket.io`. Answers come as acknowledgements. */
export const SOCKET = {
  subscribe: z.strictObject({ stream: StreamName, after: Sequence }),
  unsubscribe: z.strictObject({ stream: StreamName }),
  presence: z.strictObject({ stream: StreamName, here: z.boolean().describe('Whether I am to be seen there') }),
  typing: z.strictObject({
    stream: StreamName,
    topic: Id.describe('What is written in, such as a channel or a task'),
    on: z.boolean(),
  }),
} as const;
/** What `stale_sequence` carries as `current`: take a snapshot and go on from here. */
export const NewestSequence = z.object({ seq: Sequence });
/** What `subscribe` and `unsubscribe` answer; `seq` is how far the replay came before the stream went live. */
export const SocketAnswer = z.union([
  z.object({ ok: z.literal(true), seq: Sequence }),
  z.object({ ok: z.literal(false), problem: Problem }),
]);
export type SocketAnswer = z.infer<typeof SocketAnswer>;
/** What `presence` and `typing` answer: whose pages are open on the stream; nobody after one has gone. */
export const PresenceAnswer = z.union([
  z.object({ ok: z.literal(true), users: z.array(Id) }),
  z.object({ ok: z.literal(false), problem: Problem }),
]);
export type PresenceAnswer = z.infer<typeof PresenceAnswer>;

/** Brings an event of the stream, or what stands in its place where it is withheld. */
export const SOCKET_EVENT = 'event';
/**
 * Who comes and who goes, and who is typing what, on streams where one is seen oneself. Told at most once and kept nowhere;
 * after a reconnect one asks anew.
 */
export const SOCKET_PRESENCE = 'presence';
export const PresenceChange = z.object({ stream: z.string(), userId: Id, here: z.boolean() });
export type PresenceChange = z.infer<typeof PresenceChange>;
export const SOCKET_TYPING = 'typing';
export const Typing = z.object({ stream: z.string(), topic: Id, userId: Id, on: z.boolean() });
export type Typing = z.infer<typeof Typing>;
/** The server says it, with `{ stream }`, when one may no longer hear a stream. */
export const SOCKET_DROPPED = 'dropped';
/** The server says it before it closes a socket whose session has ended. */
export const SOCKET_ENDED = 'session_ended';

export const streams = {
  read: endpoint({
    method: 'GET',
    path: '/streams/:stream',
    access: 'signed-in',
    input: z.strictObject({
      stream: StreamName,
      after: z.coerce.number().int().min(0).default(0),
      limit: z.coerce.number().int().min(1).max(500).default(200),
    }),
    output: z.object({ events: z.array(StreamEvent.or(Withheld)), seq: Sequence.describe('The newest of the stream') }),
    errors: ['not_found', 'stale_sequence'],
    summary: 'The events of a stream after a sequence',
  }),
};
