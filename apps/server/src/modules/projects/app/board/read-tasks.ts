import { Injectable } from '@nestjs/common';
import type { activity, OutputOf, ParsedInputOf, tasks } from '@tailcamp/contracts';
import type { Actor } from '../../../../kernel/actor.js';
import { notFound } from '../../../../kernel/app-error.js';
import { decodeIdCursor, pageOf } from '../../../../kernel/page.js';
import { Streams } from '../../../../platform/streams/index.js';
import { ActivityStore } from '../../store/board/activity-store.js';
import { CommentStore, commentOf } from '../../store/board/comment-store.js';
import { TaskStore, taskOf } from '../../store/board/task-store.js';
import { Workspaces } from '../workspaces.js';

/** What is read of tasks beside the board. */
@Injectable()
export class ReadTasks {
  constructor(
    private readonly streams: Streams,
    private readonly workspaces: Workspaces,
    private readonly store: TaskStore,
    private readonly said: CommentStore,
    private readonly done: ActivityStore,
  ) {}

  async find(actor: Actor, { groupId, q }: ParsedInputOf<typeof tasks.find>): Promise<OutputOf<typeof tasks.find>> {
    await this.workspaces.require(actor, groupId, 'group.see');
    return { items: (await this.store.find50(groupId, q)).map(taskOf) };
  }

  async removed(
    actor: Actor,
    { groupId }: ParsedInputOf<typeof tasks.removed>,
  ): Promise<OutputOf<typeof tasks.removed>> {
    await this.workspaces.require(actor, groupId, 'group.see');
    const seq = await this.streams.sequence(`group:${groupId}`);
    return { items: (await this.store.removed(groupId)).map(taskOf), seq };
  }

  async comments(
    actor: Actor,
    { groupId, taskId }: ParsedInputOf<typeof tasks.comments>,
  ): Promise<OutputOf<typeof tasks.comments>> {
    await this.workspaces.require(actor, groupId, 'group.see');
    const seq = await this.streams.sequence(`group:${groupId}`);
    if ((await this.store.find(groupId, taskId)) === null) throw notFound('The task');
    return { taskId, comments: (await this.said.ofTask(taskId)).map(commentOf), seq };
  }

  async activity(
    actor: Actor,
    { groupId, cursor, limit }: ParsedInputOf<typeof activity.list>,
  ): Promise<OutputOf<typeof activity.list>> {
    await this.workspaces.require(actor, groupId, 'group.see');
    const seq = await this.streams.sequence(`group:${groupId}`);
    const before = cursor === undefined ? null : decodeIdCursor(cursor);
    return { ...pageOf(await this.done.list(groupId, before, limit + 1), limit, ({ id }) => [id]), groupId, seq };
  }
}
