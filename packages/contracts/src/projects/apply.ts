import { dataOf, type StreamEvent } from '../streams.js';
import type { Board } from './board.js';
import type { Meeting } from './meeting.js';
import type { Milestone, Submission } from './milestone.js';
import { byRank } from './rank.js';
import type { BoardColumn, Label, Task, TaskComment } from './task.js';

/*
 * How what is told changes what was read. Each gives the same state back where the event does not concern it, or is in it
 * already: a snapshot may be a little newer than the sequence it is true for.
 */

type Heard = Pick<StreamEvent, 'stream' | 'kind' | 'data'>;

/** A board after an event of its group's stream. */
export function applyToBoard(board: Board, event: Heard): Board {
  if (event.stream !== `group:${board.groupId}`) return board;
  const workspace = dataOf('workspace.changed', event);
  if (workspace !== null) return workspace.version > board.version ? { ...board, ...workspace } : board;
  const tasks = dataOf('tasks.changed', event);
  if (tasks !== null) return withTasks(board, tasks);
  const column = dataOf('column.changed', event)?.column;
  if (column !== undefined) return withColumn(board, column);
  const goneColumn = dataOf('column.removed', event)?.columnId;
  if (goneColumn !== undefined) return withoutColumn(board, goneColumn);
  const label = dataOf('label.changed', event)?.label;
  if (label !== undefined) return withLabel(board, label);
  const goneLabel = dataOf('label.removed', event)?.labelId;
  if (goneLabel !== undefined) return withoutLabel(board, goneLabel);
  const said = dataOf('comment.changed', event);
  return said === null ? board : withComments(board, said.comment.taskId, said.count);
}

function withTasks(board: Board, { tasks, removed }: { tasks: Task[]; removed: string[] }): Board {
  const off = new Set(removed.filter((id) => board.tasks.some((task) => task.id === id)));
  const known = new Map(board.tasks.map((task) => [task.id, task]));
  const newer = tasks.filter((task) => task.version > (known.get(task.id)?.version ?? 0));
  if (newer.length === 0 && off.size === 0) return board;
  for (const task of newer) known.set(task.id, task);
  for (const id of off) known.delete(id);
  return { ...board, tasks: inOrder([...known.values()], board.columns) };
}

/** By column, then by rank: the same wherever it is read. */
export function inOrder(tasks: readonly Task[], columns: readonly BoardColumn[]): Task[] {
  const place = new Map(columns.map(({ id }, at) => [id, at]));
  const of = ({ columnId }: Task) => place.get(columnId) ?? columns.length;
  return [...tasks].sort((a, b) => of(a) - of(b) || byRank(a, b));
}

function withColumn(board: Board, column: BoardColumn): Board {
  const known = board.columns.find(({ id }) => id === column.id);
  if ((known?.version ?? 0) >= column.version) return board;
  const columns = [...board.columns.filter(({ id }) => id !== column.id), column].sort(byRank);
  return { ...board, columns, tasks: inOrder(board.tasks, columns) };
}

function withoutColumn(board: Board, columnId: string): Board {
  const columns = board.columns.filter(({ id }) => id !== columnId);
  return columns.length === board.columns.length ? board : { ...board, columns };
}

const byName = (a: Label, b: Label): number => {
  const [one, other] = [a.name.toLowerCase(), b.name.toLowerCase()];
  return one < other ? -1 : Number(one > other) || (a.id < b.id ? -1 : 1);
};
export const labelsInOrder = (labels: readonly Label[]): Label[] => [...labels].sort(byName);

function withLabel(board: Board, label: Label): Board {
  const known = board.labels.find(({ id }) => id === label.id);
  if ((known?.version ?? 0) >= label.version) return board;
  return { ...board, labels: labelsInOrder([...board.labels.filter(({ id }) => id !== label.id), label]) };
}

function withoutLabel(board: Board, labelId: string): Board {
  const labels = board.labels.filter(({ id }) => id !== labelId);
  if (labels.length === board.labels.length && !board.tasks.some((task) => task.labels.includes(labelId))) return board;
  const tasks = board.tasks.map((task) =>
    task.labels.includes(labelId) ? { ...task, labels: task.labels.filter((id) => id !== labelId) } : task,
  );
  return { ...board, labels, tasks };
}

function withComments(board: Board, taskId: string, comments: number): Board {
  const at = board.tasks.findIndex(({ id }) => id === taskId);
  const task = board.tasks[at];
  if (task === undefined || task.comments === comments) return board;
  return { ...board, tasks: board.tasks.with(at, { ...task, comments }) };
}

/** What was said on a task after an event of its group's stream. */
export function applyToComments<C extends { taskId: string; comments: TaskComment[] }>(said: C, event: Heard): C {
  const comment = dataOf('comment.changed', event)?.comment;
  if (comment === undefined || comment.taskId !== said.taskId) return said;
  const known = said.comments.find(({ id }) => id === comment.id);
  if ((known?.version ?? 0) >= comment.version) return said;
  const others = said.comments.filter(({ id }) => id !== comment.id);
  return { ...said, comments: [...others, comment].sort((a, b) => (a.id < b.id ? -1 : 1)) };
}

/** The meetings of a group after an event of its stream. */
export function applyToMeetings<M extends { groupId: string; meetings: Meeting[] }>(all: M, event: Heard): M {
  const heard = dataOf('meetings.changed', event)?.meetings ?? [];
  const known = new Map(all.meetings.map((meeting) => [meeting.id, meeting]));
  const newer = heard.filter(
    ({ id, groupId, version }) => groupId === all.groupId && version > (known.get(id)?.version ?? 0),
  );
  if (newer.length === 0) return all;
  for (const meeting of newer) known.set(meeting.id, meeting);
  return { ...all, meetings: meetingsInOrder([...known.values()]) };
}

export const meetingsInOrder = (meetings: readonly Meeting[]): Meeting[] =>
  [...meetings].sort((a, b) => a.startsAt.localeCompare(b.startsAt) || (a.id < b.id ? -1 : 1));

/** The milestones of a camp after an event of its stream. */
export function applyToMilestones<M extends { campId: string; milestones: Milestone[] }>(all: M, event: Heard): M {
  const gone = dataOf('milestone.removed', event)?.milestoneId;
  if (gone !== undefined && all.milestones.some(({ id }) => id === gone)) {
    return { ...all, milestones: all.milestones.filter(({ id }) => id !== gone) };
  }
  const changed = dataOf('milestone.changed', event)?.milestone;
  if (changed === undefined || changed.campId !== all.campId) return all;
  const known = all.milestones.find(({ id }) => id === changed.id);
  if ((known?.version ?? 0) >= changed.version) return all;
  return { ...all, milestones: milestonesInOrder([...all.milestones.filter(({ id }) => id !== changed.id), changed]) };
}

export const milestonesInOrder = (milestones: readonly Milestone[]): Milestone[] =>
  [...milestones].sort((a, b) => a.dueAt.localeCompare(b.dueAt) || (a.id < b.id ? -1 : 1));

/** What a group has handed in after an event of its stream. */
export function applyToSubmissions<S extends { groupId: string; submissions: Submission[] }>(all: S, event: Heard): S {
  const sent = dataOf('submission.changed', event)?.submission;
  if (sent === undefined || sent.groupId !== all.groupId) return all;
  const known = all.submissions.find(({ milestoneId }) => milestoneId === sent.milestoneId);
  if ((known?.number ?? 0) >= sent.number) return all;
  const others = all.submissions.filter(({ milestoneId }) => milestoneId !== sent.milestoneId);
  return { ...all, submissions: submissionsInOrder([...others, sent]) };
}

export const submissionsInOrder = (submissions: readonly Submission[]): Submission[] =>
  [...submissions].sort((a, b) => (a.milestoneId < b.milestoneId ? -1 : 1));
