import type { EndpointName, NamedInput, NamedOutput } from './api.js';
import { applyToAttempt, applyToCalibration, applyToCalibrations } from './assessment/apply.js';
import { applyToChannels, applyToHistory, applyToPins, applyToThread } from './chat/apply.js';
import { applyToRun } from './matching/apply.js';
import { applyToBoard, applyToComments, applyToMilestones, applyToSubmissions } from './projects/apply.js';
import type { EventKind, StreamEvent } from './streams.js';

/**
 * What an event changes of what was read before. The web keeps its answers fresh by this table alone, and the state law
 * holds the server to it: answers kept at sequence s, changed by the events after s, are the answers that are read anew.
 */
type Apply = (answer: never, event: StreamEvent) => object | null;
interface Change {
  read: EndpointName;
  /** The fields of its input that the event names, in its data or by its stream; none: whatever it was asked with. */
  by: readonly string[];
  /** The answer after the event; null, as where there is no such function: it is stale and is to be read again. */
  apply?: Apply;
}

const stale = <N extends EndpointName>(read: N, ...by: (keyof NamedInput<N> & string)[]): Change => ({ read, by });

/** @param apply gives the same answer back where the event does not concern it, or is in it already */
const applied = <N extends EndpointName>(
  apply: (answer: NamedOutput<N>, event: StreamEvent) => (NamedOutput<N> & object) | null,
  read: N,
  ...by: (keyof NamedInput<N> & string)[]
): Change => ({ read, by, apply });

const roster = [
  stale('camps.get', 'campId'),
  stale('camps.list'),
  stale('camps.members', 'campId'),
  stale('matching.getPolicy', 'campId'),
  stale('queue.get', 'campId'),
  stale('groups.list', 'campId'),
  stale('groups.get'),
  stale('groups.mine'),
  stale('chat.people', 'campId'),
  stale('chat.list', 'campId'),
  stale('projects.board'),
];
const run = [stale('matching.get', 'campId', 'runId'), stale('matching.list', 'campId')];
const scenario = [stale('scenarios.get', 'campId', 'scenarioId'), stale('scenarios.list', 'campId')];
/** What the groups of the camp are made from: any run or scenario may be it, or was it until now. */
const published = [
  stale('matching.get', 'campId'),
  stale('matching.list', 'campId'),
  stale('scenarios.get', 'campId'),
  stale('scenarios.list', 'campId'),
];
const group = [
  stale('groups.closed', 'campId'),
  stale('groups.list', 'campId'),
  // Each shows where it stands among all of the camp.
  stale('groups.get'),
  stale('groups.mine'),
  stale('queue.get', 'campId'),
  stale('queue.mine', 'campId'),
  stale('chat.list', 'campId'),
  stale('projects.board', 'groupId'),
];
const waiting = [stale('queue.get', 'campId'), stale('queue.mine', 'campId')];
const calibration = [stale('calibrations.get', 'campId', 'calibrationId'), stale('calibrations.list', 'campId')];
const attempt = [
  applied(applyToAttempt, 'assessment.get', 'attemptId'),
  stale('assessment.overview', 'campId'),
  stale('assessment.result', 'attemptId'),
  stale('assessment.review', 'attemptId'),
  stale('skillProfiles.mine', 'campId'),
];

const listed = [applied(applyToChannels, 'chat.list')];
const said = [...listed, applied(applyToHistory, 'messages.history'), applied(applyToThread, 'messages.thread')];
const saidOtherwise = [
  ...said,
  applied(applyToPins, 'messages.pins'),
  stale('messages.edits'),
  stale('chatSearch.find'),
];
const board = [applied(applyToBoard, 'projects.board', 'groupId'), stale('activity.list', 'groupId')];
const tasks = [...board, stale('tasks.removed', 'groupId'), stale('tasks.find', 'groupId')];

const CHANGES: Record<EventKind, readonly Change[]> = {
  'camp.changed': [stale('camps.get', 'campId'), stale('camps.list')],
  'camp.deleted': [stale('camps.get', 'campId'), stale('camps.list')],
  'camp.joined': [stale('camps.list')],
  'member.joined': roster,
  'member.changed': roster,
  'member.left': roster,
  'import.progress': [],
  'import.finished': [...roster, stale('camps.getImport', 'campId', 'importId')],

  'policy.changed': [
    stale('matching.getPolicy', 'campId'),
    stale('queue.get', 'campId'),
    stale('queue.mine', 'campId'),
  ],
  'run.started': run,
  'run.progress': [applied(applyToRun, 'matching.get', 'campId', 'runId')],
  'run.finished': run,
  'run.accepted': published,
  'scenario.changed': scenario,
  'scenario.removed': scenario,
  'scenario.published': published,
  'queue.changed': waiting,
  'queue.settings': waiting,
  'ticket.changed': waiting,
  'ticket.widened': waiting,
  'proposal.changed': waiting,

  'group.formed': group,
  'group.changed': group,
  'group.dissolved': group,

  'assessment.settings': [stale('assessmentSettings.get', 'campId'), stale('assessment.overview', 'campId')],
  'assessment.results': [
    stale('classResults.get', 'campId', 'track'),
    stale('classPaths.get', 'campId'),
    stale('skillProfiles.mine', 'campId'),
    stale('skillProfiles.of', 'campId'),
    stale('itemBank.statistics', 'campId'),
    stale('calibrations.list', 'campId'),
  ],
  'attempt.changed': attempt,
  'attempt.graded': attempt,
  'grading.changed': [
    stale('grading.queue', 'campId'),
    stale('grading.get', 'campId'),
    stale('grading.agreement', 'campId'),
    stale('classResults.get', 'campId'),
  ],
  'grading.proposed': [stale('grading.queue', 'campId'), stale('grading.get', 'campId', 'answerId')],
  'items.changed': [
    stale('skillGraph.track', 'campId'),
    stale('itemBank.search', 'campId'),
    stale('itemBank.get', 'campId'),
    stale('itemBank.statistics', 'campId'),
    stale('assessmentSettings.get', 'campId'),
  ],
  'calibration.progress': [
    applied(applyToCalibration, 'calibrations.get', 'campId', 'calibrationId'),
    applied(applyToCalibrations, 'calibrations.list', 'campId'),
  ],
  'calibration.changed': calibration,

  'lessons.changed': [
    stale('studio.overview', 'campId'),
    stale('studio.list', 'campId'),
    stale('studio.get', 'campId'),
    stale('curriculum.step', 'campId'),
  ],
  'draft.changed': [stale('drafting.get', 'campId', 'draftId'), stale('drafting.list', 'campId')],
  'path.changed': [stale('curriculum.path', 'campId'), stale('curriculum.step', 'campId')],
  'paths.changed': [stale('classPaths.get', 'campId'), stale('classPaths.of', 'campId')],
  'tutor.changed': [stale('tutor.threads', 'campId'), stale('tutor.thread', 'campId', 'threadId')],

  'channel.opened': listed,
  'channel.changed': listed,
  'channel.read': listed,
  'channel.seen': [applied(applyToHistory, 'messages.history', 'channelId'), stale('messages.seen')],
  'message.sent': said,
  'message.changed': saidOtherwise,
  'message.deleted': saidOtherwise,
  'message.reacted': [...said, applied(applyToPins, 'messages.pins')],
  'chat.muted': listed,
  'chat.blocked': listed,
  'chat.reports': [...listed, stale('chatModeration.reports', 'campId')],

  'workspace.changed': board,
  'tasks.changed': tasks,
  'column.changed': board,
  'column.removed': board,
  'label.changed': board,
  'label.removed': board,
  'comment.changed': [
    applied(applyToBoard, 'projects.board', 'groupId'),
    applied(applyToComments, 'tasks.comments', 'groupId'),
    stale('activity.list', 'groupId'),
  ],
  'submission.changed': [
    applied(applyToSubmissions, 'milestones.ofGroup', 'groupId'),
    stale('activity.list', 'groupId'),
  ],
  'meetings.changed': [],
  'milestone.changed': [
    applied(applyToMilestones, 'milestones.list', 'campId'),
    stale('milestones.ofGroup'),
    stale('gradebook.get', 'campId'),
  ],
  'milestone.removed': [applied(applyToMilestones, 'milestones.list', 'campId'), stale('gradebook.get', 'campId')],
  'template.changed': [stale('templates.get', 'campId')],
  'grades.changed': [stale('gradebook.get', 'campId'), stale('gradebook.audit', 'campId'), stale('milestones.ofGroup')],
};

/** The answers to `read` that were asked with `input`, whatever else they were asked with. */
export interface ChangedAnswers {
  read: EndpointName;
  input: Readonly<Record<string, unknown>>;
  apply: Apply | null;
}

/** What this event changes; nothing where its kind is not known here. */
export function changesBy(event: StreamEvent): ChangedAnswers[] {
  const [kind, id] = event.stream.split(':');
  const known: Record<string, unknown> = { [`${kind}Id`]: id, ...event.data };
  const changes: readonly Change[] = (CHANGES as Record<string, readonly Change[]>)[event.kind] ?? [];
  return changes.map(({ read, by, apply = null }) => {
    const named = by.flatMap((field) => (known[field] === undefined ? [] : [[field, known[field]]]));
    return { read, input: Object.fromEntries(named), apply };
  });
}
