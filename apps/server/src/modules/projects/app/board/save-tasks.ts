import { Injectable } from '@nestjs/common';
import type { Activity, Task, TaskAnswer, TaskChange, TaskSet } from '@tailcamp/contracts';
import { stale } from '../../../../kernel/app-error.js';
import { Outbox } from '../../../../platform/outbox/index.js';
import { Streams } from '../../../../platform/streams/index.js';
import { conflicts, differing, touchedBy } from '../../domain/merging.js';
import { BoardStore } from '../../store/board/board-store.js';
import { type TaskRow, TaskStore, taskOf } from '../../store/board/task-store.js';
import { Notes } from '../notes.js';
import { TASK_ASSIGNED } from '../topics.js';
import type { Held } from '../workspaces.js';
import { TaskRules } from './task-rules.js';

const NOTHING_TOLD = 0;

export interface TaskEdit {
  task: TaskRow;
  set: TaskSet;
  /** Without it, it is done whatever was changed meanwhile. */
  version?: number;
}
export interface Saved {
  before: TaskRow;
  after: TaskRow;
  fields: (keyof TaskSet)[];
}

/** How tasks change, whatever changes them: all or none, told as they are then, with the way back. */
@Injectable()
export class SaveTasks {
  constructor(
    private readonly streams: Streams,
    private readonly outbox: Outbox,
    private readonly notes: Notes,
    private readonly board: BoardStore,
    private readonly store: TaskStore,
    private readonly rules: TaskRules,
  ) {}

  /** @throws AppError `stale` with the tasks as they are, where somebody has changed one of the same fields */
  async run(held: Held, edits: readonly TaskEdit[]): Promise<TaskAnswer> {
    const late = edits.filter(({ task, set, version }) => {
      return version !== undefined && conflicts(task.touched, version, Object.keys(differing(stateOf(task), set)));
    });
    if (late.length > 0) throw stale({ tasks: late.map(({ task }) => taskOf(task)) });
    const done = new Map(
      (await this.board.columns(held.workspace.groupId, held.tx)).map((one) => [one.id, one.category]),
    );
    const saved = edits.flatMap(({ task, set }): Saved[] => {
      const changed = differing<TaskState>(stateOf(task), set);
      const fields = Object.keys(changed) as (keyof TaskSet)[];
      if (fields.length === 0) return [];
      const { removed, ...to } = changed;
      const version = task.version + 1;
      const after: TaskRow = {
        ...task,
        ...to,
        removedAt: removed === undefined ? task.removedAt : removed ? held.now : null,
        changedAt: held.now,
        touched: touchedBy(task.touched, version, fields),
        version,
      };
      const isDone = done.get(after.columnId) === 'done';
      return [{ before: task, after: { ...after, doneAt: isDone ? (task.doneAt ?? held.now) : null }, fields }];
    });
    await this.rules.check(held, saved);
    for (const { after } of saved) await this.store.save(held.tx, after);
    const asked = new Map(edits.map(({ task }) => [task.id, task]));
    for (const { after } of saved) asked.set(after.id, after);
    return { ...(await this.tell(held, saved)), tasks: [...asked.values()].map(taskOf) };
  }

  /** Their column has come to be for what is done, or is not any more. */
  async finish(held: Held, tasks: readonly TaskRow[], done: boolean): Promise<void> {
    const after = tasks.map((task) => ({ ...task, doneAt: done ? held.now : null, version: task.version + 1 }));
    for (const task of after) await this.store.save(held.tx, task);
    if (after.length > 0) await this.append(held, after.map(taskOf), [], []);
  }

  /** What `tell` says of tasks that are new; the way back is to take them off. */
  async added(held: Held, rows: readonly TaskRow[], what: Activity['what']): Promise<TaskAnswer> {
    const [one] = rows;
    const only = rows.length === 1 && one !== undefined ? { taskId: one.id, key: one.key, columnId: one.columnId } : {};
    const entry = await this.notes.add(held, { what, ...only, many: rows.length === 1 ? null : rows.length });
    const tasks = rows.map(taskOf);
    const seq = await this.append(held, tasks, [], [entry]);
    for (const row of rows) await this.assigned(held, row, row.assignees);
    const undo = rows.map(({ id, version }): TaskChange => ({ taskId: id, version, set: { removed: true } }));
    return { tasks, undo, seq };
  }

  private async tell(held: Held, saved: readonly Saved[]): Promise<Omit<TaskAnswer, 'tasks'>> {
    if (saved.length === 0) return { undo: [], seq: NOTHING_TOLD };
    const entry = await this.notes.add(held, noteOf(saved));
    const on = saved.filter(({ after }) => after.removedAt === null);
    const off = saved.filter(({ after }) => after.removedAt !== null);
    const seq = await this.append(
      held,
      on.map(({ after }) => taskOf(after)),
      off.map(({ after }) => after.id),
      [entry],
    );
    for (const { before, after } of on) {
      await this.assigned(
        held,
        after,
        after.assignees.filter((id) => !before.assignees.includes(id)),
      );
    }
    return { undo: saved.map(wayBack), seq };
  }

  private append(held: Held, tasks: Task[], removed: string[], activity: Activity[]): Promise<number> {
    const data = { tasks, removed, activity };
    return this.streams.append(held.tx, `group:${held.workspace.groupId}`, 'tasks.changed', data);
  }

  private async assigned({ tx, workspace, userId }: Held, { id: taskId }: TaskRow, memberIds: string[]): Promise<void> {
    if (memberIds.length === 0) return;
    const { groupId, campId } = workspace;
    await this.outbox.put(tx, TASK_ASSIGNED, { campId, groupId, taskId, memberIds, by: userId });
  }
}

/** A task as changes see it. */
type TaskState = { [F in keyof TaskSet]-?: Exclude<TaskSet[F], undefined> };
const stateOf = (row: TaskRow): TaskState => ({ ...row, removed: row.removedAt !== null });

function wayBack({ before, after, fields }: Saved): TaskChange {
  const was = stateOf(before);
  return {
    taskId: after.id,
    version: after.version,
    set: Object.fromEntries(fields.map((field) => [field, was[field]])),
  };
}

function noteOf(saved: readonly Saved[]): Pick<Activity, 'what'> & Partial<Activity> {
  const fields = [...new Set(saved.flatMap((one) => one.fields))];
  const [one] = saved;
  if (one === undefined || saved.length > 1) return { what: 'task.changed', fields, many: saved.length };
  const { id: taskId, key, columnId, removedAt, archived } = one.after;
  const about = { taskId, key, fields };
  if (fields.includes('removed')) return { what: removedAt === null ? 'task.restored' : 'task.removed', ...about };
  if (fields.includes('archived')) return { what: archived ? 'task.archived' : 'task.restored', ...about };
  if (fields.every((field) => field === 'columnId' || field === 'rank'))
    return { what: 'task.moved', ...about, columnId };
  return { what: 'task.changed', ...about };
}
