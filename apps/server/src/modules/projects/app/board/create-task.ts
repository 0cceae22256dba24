import { Injectable } from '@nestjs/common';
import type { ParsedInputOf, TaskAnswer, TaskFields, tasks } from '@tailcamp/contracts';
import type { Actor } from '../../../../kernel/actor.js';
import { AppError } from '../../../../kernel/app-error.js';
import { newId } from '../../../../kernel/id.js';
import { rankBehind } from '../../domain/placing.js';
import { BoardStore } from '../../store/board/board-store.js';
import { type NewTask, type TaskRow, TaskStore, taskOf } from '../../store/board/task-store.js';
import { WorkspaceStore } from '../../store/board/workspace-store.js';
import { type Held, Workspaces } from '../workspaces.js';
import { SaveTasks } from './save-tasks.js';
import { TaskRules } from './task-rules.js';

export const PLAIN: Omit<TaskFields, 'title'> = {
  description: '',
  assignees: [],
  labels: [],
  dueOn: null,
  estimate: null,
  priority: 'none',
  checklist: [],
  blockedBy: [],
  milestoneId: null,
  messages: [],
};

/** Makes a task, once however often it is asked for. */
@Injectable()
export class CreateTask {
  constructor(
    private readonly workspaces: Workspaces,
    private readonly workspaceStore: WorkspaceStore,
    private readonly board: BoardStore,
    private readonly store: TaskStore,
    private readonly rules: TaskRules,
    private readonly save: SaveTasks,
  ) {}

  async run(actor: Actor, input: ParsedInputOf<typeof tasks.create>): Promise<TaskAnswer> {
    const place = await this.workspaces.require(actor, input.groupId, 'project.work');
    return this.workspaces.change(place, async (held) => {
      const { userId } = held;
      const twin = userId === null ? null : await this.store.made(held.tx, userId, input.clientId);
      return twin === null ? this.make(held, input) : again(twin, input.groupId);
    });
  }

  private async make(held: Held, input: ParsedInputOf<typeof tasks.create>): Promise<TaskAnswer> {
    const { groupId, clientId, after, columnId: asked, ...given } = input;
    const columns = await this.board.columns(groupId, held.tx);
    const column = asked === undefined ? columns[0] : columns.find(({ id }) => id === asked);
    if (column === undefined) {
      throw new AppError('invalid_input', { fields: [{ field: 'columnId', message: 'There is no such column.' }] });
    }
    const others = (await this.store.ofGroup(groupId, held.tx)).filter(({ columnId }) => columnId === column.id);
    const { nextNumber, prefix } = held.workspace;
    const fields = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
    const row = {
      ...PLAIN,
      title: input.title,
      ...fields,
      id: newId(held.now.getTime()),
      groupId,
      key: `${prefix}-${nextNumber}`,
      columnId: column.id,
      rank: rankBehind(after === undefined ? AT_THE_END : after, others),
      createdBy: held.by,
      createdAt: held.now,
      changedAt: held.now,
      doneAt: column.category === 'done' ? held.now : null,
      madeBy: held.userId,
      clientId,
    } satisfies NewTask;
    await this.rules.check(held, [{ after: row }]);
    await this.workspaceStore.change(held.tx, groupId, { nextNumber: nextNumber + 1 });
    return this.save.added(held, await this.store.add(held.tx, [row]), 'task.created');
  }
}

/** No task has it, so that it stands for the end. */
const AT_THE_END = '';

function again(twin: TaskRow, groupId: string): TaskAnswer {
  if (twin.groupId !== groupId) {
    throw new AppError('conflict', { detail: 'This clientId was used for a task of another group; make a new one.' });
  }
  const undo = [{ taskId: twin.id, version: twin.version, set: { removed: true } }];
  return { tasks: [taskOf(twin)], undo, seq: 0 };
}
