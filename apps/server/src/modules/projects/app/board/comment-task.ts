import { Injectable } from '@nestjs/common';
import type { OutputOf, ParsedInputOf, tasks } from '@tailcamp/contracts';
import type { Actor } from '../../../../kernel/actor.js';
import { AppError, notFound, stale } from '../../../../kernel/app-error.js';
import { newId } from '../../../../kernel/id.js';
import { Outbox } from '../../../../platform/outbox/index.js';
import { Streams } from '../../../../platform/streams/index.js';
import { mentionedIn } from '../../domain/mentions.js';
import { type CommentRow, CommentStore, commentOf } from '../../store/board/comment-store.js';
import { TaskStore } from '../../store/board/task-store.js';
import { Notes } from '../notes.js';
import { TASK_COMMENTED } from '../topics.js';
import { type Held, Workspaces } from '../workspaces.js';

type Said = OutputOf<typeof tasks.comment>;

/** What is said on a task. */
@Injectable()
export class CommentTask {
  constructor(
    private readonly streams: Streams,
    private readonly outbox: Outbox,
    private readonly workspaces: Workspaces,
    private readonly notes: Notes,
    private readonly tasks: TaskStore,
    private readonly store: CommentStore,
  ) {}

  async run(actor: Actor, input: ParsedInputOf<typeof tasks.comment>): Promise<Said> {
    const { groupId, taskId, clientId, text } = input;
    const place = await this.workspaces.require(actor, groupId, 'project.work');
    return this.workspaces.change(place, async (held) => {
      const { tx, now, by, userId, standing } = held;
      const twin = userId === null ? null : await this.store.made(tx, userId, clientId);
      if (twin !== null) return again(twin, taskId);
      const task = await this.tasks.find(groupId, taskId, tx);
      if (task === null || task.removedAt !== null) throw notFound('The task');
      const row: CommentRow = {
        id: newId(now.getTime()),
        taskId,
        authorId: by,
        text,
        mentions: mentionedIn(text).filter((id) => standing.memberIds.includes(id)),
        createdAt: now,
        editedAt: null,
        deletedAt: null,
        madeBy: userId,
        clientId,
        version: 1,
      };
      await this.store.add(tx, row);
      const { campId } = held.workspace;
      const about = { campId, groupId, taskId, commentId: row.id, mentions: row.mentions, by: userId };
      await this.outbox.put(tx, TASK_COMMENTED, about);
      const note = await this.notes.add(held, { what: 'comment.added', taskId, key: task.key });
      return this.tell(held, row, note);
    });
  }

  async edit(actor: Actor, input: ParsedInputOf<typeof tasks.editComment>): Promise<Said> {
    const place = await this.workspaces.require(actor, input.groupId, 'project.work');
    return this.workspaces.change(place, async (held) => {
      const row = await this.mine(held, input);
      if (row.text === input.text) return { comment: commentOf(row), seq: 0 };
      if (row.version !== input.version) throw stale(commentOf(row));
      const edited = { ...row, text: input.text, editedAt: held.now, version: row.version + 1 };
      await this.store.save(held.tx, edited);
      return this.tell(held, edited, null);
    });
  }

  async remove(actor: Actor, input: ParsedInputOf<typeof tasks.removeComment>): Promise<Said> {
    const place = await this.workspaces.require(actor, input.groupId, 'project.work');
    return this.workspaces.change(place, async (held) => {
      const row = await this.known(held, input);
      if (row.madeBy !== held.userId && !held.standing.staff) throw new AppError('forbidden');
      return this.erase(held, row);
    });
  }

  /** Its place stays; its text goes. Done twice it changes nothing. */
  async erase(held: Held, row: CommentRow): Promise<Said> {
    if (row.deletedAt !== null) return { comment: commentOf(row), seq: 0 };
    const erased = { ...row, text: '', mentions: [], deletedAt: held.now, version: row.version + 1 };
    await this.store.save(held.tx, erased);
    await this.streams.redact(held.tx, [row.id], 'comment', { text: '', mentions: [] });
    return this.tell(held, erased, null);
  }

  async known(
    { tx, workspace }: Held,
    { taskId, commentId }: { taskId: string; commentId: string },
  ): Promise<CommentRow> {
    const task = await this.tasks.find(workspace.groupId, taskId, tx);
    const row = task === null ? null : await this.store.find(taskId, commentId, tx);
    if (row === null) throw notFound('The comment');
    return row;
  }

  private async mine(held: Held, which: { taskId: string; commentId: string }): Promise<CommentRow> {
    const row = await this.known(held, which);
    if (row.madeBy !== held.userId)
      throw new AppError('forbidden', { detail: 'Comments are edited by who wrote them.' });
    if (row.deletedAt !== null) throw new AppError('conflict', { detail: 'This comment was deleted.' });
    return row;
  }

  private async tell(
    { tx, workspace }: Held,
    row: CommentRow,
    activity: Awaited<ReturnType<Notes['add']>> | null,
  ): Promise<Said> {
    const comment = commentOf(row);
    const data = { comment, count: await this.store.count(tx, row.taskId), activity };
    return {
      comment,
      seq: await this.streams.append(tx, `group:${workspace.groupId}`, 'comment.changed', data, row.id),
    };
  }
}

function again(twin: CommentRow, taskId: string): Said {
  if (twin.taskId === taskId) return { comment: commentOf(twin), seq: 0 };
  throw new AppError('conflict', { detail: 'This clientId was used for a comment of another task; make a new one.' });
}
