import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { AppError } from '../../../kernel/app-error.js';
import { groupedBy } from '../../../kernel/grouped.js';
import { Database } from '../../../platform/database/index.js';
import type { GROUPS_ARRANGED } from '../../groups/index.js';
import { CommentStore } from '../store/board/comment-store.js';
import { TaskStore } from '../store/board/task-store.js';
import { WorkspaceStore } from '../store/board/workspace-store.js';
import { MilestoneStore } from '../store/course/milestone-store.js';
import { TemplateStore } from '../store/course/template-store.js';
import { CommentTask } from './board/comment-task.js';
import { SaveTasks } from './board/save-tasks.js';
import { type InWorkspace, Workspaces } from './workspaces.js';

/** Comments that are erased in one transaction. */
const AT_ONCE = 100;

/** Keeps projects in step with camps, groups and accounts. Told at least once, so done twice it changes nothing. */
@Injectable()
export class Follow {
  constructor(
    private readonly database: Database,
    private readonly workspaces: Workspaces,
    private readonly save: SaveTasks,
    private readonly commentTask: CommentTask,
    private readonly store: WorkspaceStore,
    private readonly tasks: TaskStore,
    private readonly comments: CommentStore,
    private readonly milestones: MilestoneStore,
    private readonly templates: TemplateStore,
  ) {}

  async groupsArranged({ opened, left }: z.output<typeof GROUPS_ARRANGED.payload>): Promise<void> {
    for (const groupId of opened) await this.place(groupId);
    for (const [groupId, all] of groupedBy(left, (one) => one.groupId)) {
      const memberIds = new Set(all.map(({ memberId }) => memberId));
      await this.unassign(groupId, memberIds);
    }
  }

  /** Who has left does nothing more here, unless they have come back meanwhile. */
  private async unassign(groupId: string, gone: ReadonlySet<string>): Promise<void> {
    const place = await this.place(groupId);
    if (place === null) return;
    const away = (id: string) => gone.has(id) && !place.standing.memberIds.includes(id);
    await this.workspaces.change(place, async (held) => {
      const theirs = (await this.tasks.ofGroup(groupId, held.tx)).filter(({ assignees }) => assignees.some(away));
      const edits = theirs.map((task) => ({ task, set: { assignees: task.assignees.filter((id) => !away(id)) } }));
      if (edits.length > 0) await this.save.run(held, edits);
    });
  }

  async campCopied(from: string, to: string, now: Date): Promise<void> {
    const template = await this.templates.find(from);
    const milestones = await this.milestones.rowsOf(from);
    await this.database.transaction(async (tx) => {
      await this.milestones.copy(tx, milestones, to, now);
      const copies = await this.milestones.copies(to, tx);
      if (template === null) return;
      const tasks = template.template.tasks.map((task) => {
        return { ...task, milestoneId: task.milestoneId === null ? null : (copies.get(task.milestoneId) ?? null) };
      });
      await this.templates.save(tx, to, { template: { ...template.template, tasks }, version: 1 });
    });
  }

  async campRemoved(campId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      await this.store.removeCamp(tx, campId);
      await this.milestones.removeCamp(tx, campId);
      await this.templates.removeCamp(tx, campId);
    });
  }

  /** An account is no more: what it said goes too, the places stay. */
  async userRemoved(userId: string): Promise<void> {
    const some = () => this.comments.ofAccount(userId, AT_ONCE);
    for (let all = await some(); all.length > 0; all = await some()) {
      for (const [groupId, ofGroup] of groupedBy(all, (one) => one.groupId)) {
        const place = await this.place(groupId);
        if (place === null) return;
        await this.workspaces.change(place, async (held) => {
          for (const { taskId, id: commentId } of ofGroup) {
            await this.commentTask.erase(held, await this.commentTask.known(held, { taskId, commentId }));
          }
        });
      }
    }
  }

  /** null where the group is gone with its camp. */
  private async place(groupId: string): Promise<InWorkspace | null> {
    try {
      return await this.workspaces.ofSystem(groupId);
    } catch (error) {
      if (error instanceof AppError && error.code === 'not_found') return null;
      throw error;
    }
  }
}
