import { Injectable } from '@nestjs/common';
import type { ParsedInputOf, TaskAnswer, tasks } from '@tailcamp/contracts';
import { byRank } from '@tailcamp/contracts';
import type { Actor } from '../../../../kernel/actor.js';
import { AppError, notFound } from '../../../../kernel/app-error.js';
import { rankBehind } from '../../domain/placing.js';
import { type TaskRow, TaskStore } from '../../store/board/task-store.js';
import { type Held, Workspaces } from '../workspaces.js';
import { SaveTasks } from './save-tasks.js';

/** Tasks that are there change: in their fields, their place, whether they are on the board at all. */
@Injectable()
export class ChangeTasks {
  constructor(
    private readonly workspaces: Workspaces,
    private readonly store: TaskStore,
    private readonly save: SaveTasks,
  ) {}

  async run(actor: Actor, { groupId, changes }: ParsedInputOf<typeof tasks.change>): Promise<TaskAnswer> {
    const place = await this.workspaces.require(actor, groupId, 'project.work');
    if (new Set(changes.map(({ taskId }) => taskId)).size < changes.length) {
      throw new AppError('invalid_input', { fields: [{ field: 'changes', message: 'Each task once' }] });
    }
    return this.workspaces.change(place, async (held) => {
      const ids = changes.map(({ taskId }) => taskId);
      const rows = new Map((await this.store.some(held.tx, groupId, ids)).map((row) => [row.id, row]));
      const edits = changes.map(({ taskId, version, set }) => {
        const task = rows.get(taskId);
        if (task === undefined) throw notFound('The task');
        return { task, version, set };
      });
      return this.save.run(held, edits);
    });
  }

  async move(
    actor: Actor,
    { groupId, taskId, columnId, after }: ParsedInputOf<typeof tasks.move>,
  ): Promise<TaskAnswer> {
    const place = await this.workspaces.require(actor, groupId, 'project.work');
    return this.workspaces.change(place, async (held) => {
      const task = await this.onBoard(held, taskId);
      const order = (await this.store.ofGroup(groupId, held.tx))
        .filter((one) => one.columnId === columnId)
        .sort(byRank);
      const at = order.findIndex(({ id }) => id === taskId);
      const isThere = at >= 0 && (order[at - 1]?.id ?? null) === after;
      const others = order.filter(({ id }) => id !== taskId);
      const rank = isThere ? task.rank : rankBehind(after, others);
      return this.save.run(held, [{ task, set: { columnId, rank } }]);
    });
  }

  async check(actor: Actor, { groupId, taskId, itemId, done }: ParsedInputOf<typeof tasks.check>): Promise<TaskAnswer> {
    const place = await this.workspaces.require(actor, groupId, 'project.work');
    return this.workspaces.change(place, async (held) => {
      const task = await this.onBoard(held, taskId);
      if (!task.checklist.some(({ id }) => id === itemId)) throw notFound('The item');
      const checklist = task.checklist.map((item) => (item.id === itemId ? { ...item, done } : item));
      return this.save.run(held, [{ task, set: { checklist } }]);
    });
  }

  private async onBoard({ tx, workspace }: Held, taskId: string): Promise<TaskRow> {
    const task = await this.store.find(workspace.groupId, taskId, tx);
    if (task === null || task.removedAt !== null) throw notFound('The task');
    return task;
  }
}
