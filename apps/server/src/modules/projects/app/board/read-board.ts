import { Injectable } from '@nestjs/common';
import {
  type Board,
  type BoardPerson,
  inOrder,
  type OutputOf,
  type ParsedInputOf,
  type projects,
} from '@tailcamp/contracts';
import type { Actor } from '../../../../kernel/actor.js';
import { notFound, stale } from '../../../../kernel/app-error.js';
import { Streams } from '../../../../platform/streams/index.js';
import { Roster } from '../../../camps/index.js';
import { BoardStore, columnOf, labelOf } from '../../store/board/board-store.js';
import { CommentStore } from '../../store/board/comment-store.js';
import { TaskStore, taskOf } from '../../store/board/task-store.js';
import { WorkspaceStore } from '../../store/board/workspace-store.js';
import { Workspaces } from '../workspaces.js';

/** A board as it is, all of it; and what its keys begin with. */
@Injectable()
export class ReadBoard {
  constructor(
    private readonly streams: Streams,
    private readonly roster: Roster,
    private readonly workspaces: Workspaces,
    private readonly store: WorkspaceStore,
    private readonly board: BoardStore,
    private readonly tasks: TaskStore,
    private readonly comments: CommentStore,
  ) {}

  async run(actor: Actor, { groupId }: ParsedInputOf<typeof projects.board>): Promise<Board> {
    const { standing } = await this.workspaces.require(actor, groupId, 'group.see');
    const seq = await this.streams.sequence(`group:${groupId}`);
    const workspace = await this.store.find(groupId);
    if (workspace === null) throw notFound('The group');
    const columns = (await this.board.columns(groupId)).map(columnOf);
    const tasks = inOrder((await this.tasks.ofGroup(groupId)).map(taskOf), columns);
    const named = tasks.flatMap(({ assignees, createdBy }) =>
      createdBy === null ? assignees : [...assignees, createdBy],
    );
    return {
      groupId,
      campId: workspace.campId,
      prefix: workspace.prefix,
      version: workspace.version,
      groupName: standing.group.name,
      timeZone: standing.camp.timeZone,
      closedAt: standing.group.closedAt?.toISOString() ?? null,
      me: standing.me,
      staff: standing.staff,
      people: await this.people(standing.memberIds, [...named, ...(await this.comments.authors(groupId))], standing.me),
      columns,
      labels: (await this.board.labels(groupId)).map(labelOf),
      tasks,
      seq,
    };
  }

  async change(
    actor: Actor,
    { groupId, version, prefix }: ParsedInputOf<typeof projects.change>,
  ): Promise<OutputOf<typeof projects.change>> {
    const place = await this.workspaces.require(actor, groupId, 'project.work');
    return this.workspaces.change(place, async ({ tx, workspace }) => {
      const { campId } = workspace;
      if (workspace.version !== version) {
        throw stale({ groupId, campId, prefix: workspace.prefix, version: workspace.version });
      }
      const changed = { groupId, prefix, version: version + 1 };
      await this.store.change(tx, groupId, { prefix, version: version + 1 });
      const seq = await this.streams.append(tx, `group:${groupId}`, 'workspace.changed', changed);
      return { ...changed, campId, seq };
    });
  }

  private async people(
    members: readonly string[],
    others: readonly string[],
    me: string | null,
  ): Promise<BoardPerson[]> {
    const ids = [...new Set([...members, ...others, ...(me === null ? [] : [me])])];
    const names = await this.roster.names(ids);
    const users = await this.roster.userIds(ids);
    const inGroup = new Set(members);
    return ids
      .filter((id) => names.has(id))
      .sort()
      .map((memberId) => ({
        memberId,
        name: names.get(memberId) ?? '',
        userId: users.get(memberId) ?? null,
        inGroup: inGroup.has(memberId),
      }));
  }
}
