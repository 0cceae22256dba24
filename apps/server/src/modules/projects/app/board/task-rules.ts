import { Injectable } from '@nestjs/common';
import type { TaskFields } from '@tailcamp/contracts';
import { AppError } from '../../../../kernel/app-error.js';
import { circleIn } from '../../domain/dependencies.js';
import { BoardStore } from '../../store/board/board-store.js';
import { type TaskRow, TaskStore } from '../../store/board/task-store.js';
import { MilestoneStore } from '../../store/course/milestone-store.js';
import type { Held } from '../workspaces.js';

type Ruled = Pick<TaskRow, 'id' | 'key' | 'columnId' | keyof TaskFields>;
interface Change {
  before?: Ruled;
  after: Ruled;
}

const refused = (field: string, message: string) => new AppError('invalid_input', { fields: [{ field, message }] });

/** What tasks may refer to. What they referred to before may be gone by now, and stays. */
@Injectable()
export class TaskRules {
  constructor(
    private readonly board: BoardStore,
    private readonly tasks: TaskStore,
    private readonly milestones: MilestoneStore,
  ) {}

  /** @throws AppError `invalid_input` naming the field; `conflict` naming the circle of dependencies */
  async check({ tx, workspace, standing }: Held, changes: readonly Change[]): Promise<void> {
    const { groupId, campId } = workspace;
    const members = new Set(standing.memberIds);
    const news = (field: 'assignees' | 'labels' | 'blockedBy') =>
      changes.flatMap(({ before, after }) => after[field].filter((id) => before?.[field].includes(id) !== true));
    if (news('assignees').some((id) => !members.has(id))) {
      throw refused('assignees', 'Tasks are for members of the group.');
    }
    const moved = changes.filter(({ before, after }) => before?.columnId !== after.columnId);
    if (moved.length > 0) {
      const columns = new Set((await this.board.columns(groupId, tx)).map(({ id }) => id));
      if (moved.some(({ after }) => !columns.has(after.columnId)))
        throw refused('columnId', 'There is no such column.');
    }
    const labelled = news('labels');
    if (labelled.length > 0) {
      const labels = new Set((await this.board.labels(groupId, tx)).map(({ id }) => id));
      if (labelled.some((id) => !labels.has(id))) throw refused('labels', 'There is no such label.');
    }
    const aimed = changes.filter(({ before, after }) => before?.milestoneId !== after.milestoneId);
    for (const { after } of aimed) {
      if (after.milestoneId === null) continue;
      const milestone = await this.milestones.find(after.milestoneId, tx);
      if (milestone?.campId !== campId) throw refused('milestoneId', 'There is no such milestone.');
    }
    if (news('blockedBy').length > 0) await this.noCircle(await this.tasks.all(tx, groupId), changes);
  }

  private async noCircle(all: readonly TaskRow[], changes: readonly Change[]): Promise<void> {
    const known = new Map<string, Ruled>(all.map((task) => [task.id, task]));
    for (const { after } of changes) {
      known.set(after.id, after);
      if (after.blockedBy.some((id) => !known.has(id))) throw refused('blockedBy', 'There is no such task.');
    }
    const circle = circleIn(new Map([...known].map(([id, { blockedBy }]) => [id, blockedBy])));
    if (circle === null) return;
    const keys = circle.map((id) => known.get(id)?.key ?? '');
    throw new AppError('conflict', { detail: `These would wait for each other: ${keys.join(' ← ')}.` });
  }
}
