import { Injectable } from '@nestjs/common';
import type { TaskComment } from '@tailcamp/contracts';
import { and, asc, eq, isNotNull, isNull, sql as raw } from 'drizzle-orm';
import { Database, type Sql } from '../../../../platform/database/index.js';
import { taskComments, tasks } from './tables.js';

export type CommentRow = typeof taskComments.$inferSelect;

export const commentOf = (row: CommentRow): TaskComment => ({
  id: row.id,
  taskId: row.taskId,
  authorId: row.authorId,
  text: row.text,
  mentions: row.mentions,
  createdAt: row.createdAt.toISOString(),
  editedAt: row.editedAt?.toISOString() ?? null,
  deletedAt: row.deletedAt?.toISOString() ?? null,
  version: row.version,
});

@Injectable()
export class CommentStore {
  constructor(private readonly database: Database) {}

  ofTask(taskId: string): Promise<CommentRow[]> {
    return this.database.sql
      .select()
      .from(taskComments)
      .where(eq(taskComments.taskId, taskId))
      .orderBy(asc(taskComments.id));
  }

  async find(taskId: string, id: string, tx: Sql): Promise<CommentRow | null> {
    const [row] = await tx
      .select()
      .from(taskComments)
      .where(and(eq(taskComments.taskId, taskId), eq(taskComments.id, id)));
    return row ?? null;
  }

  async made(tx: Sql, madeBy: string, clientId: string): Promise<CommentRow | null> {
    const twin = and(eq(taskComments.madeBy, madeBy), eq(taskComments.clientId, clientId));
    return (await tx.select().from(taskComments).where(twin))[0] ?? null;
  }

  async add(tx: Sql, row: CommentRow): Promise<void> {
    await tx.insert(taskComments).values(row);
  }

  async save(tx: Sql, { id, ...to }: CommentRow): Promise<void> {
    await tx.update(taskComments).set(to).where(eq(taskComments.id, id));
  }

  /** Of a task, without those that were deleted; written into the task too. */
  async count(tx: Sql, taskId: string): Promise<number> {
    const live = and(eq(taskComments.taskId, taskId), isNull(taskComments.deletedAt));
    const [row] = await tx.select({ all: raw<number>`count(*)::int` }).from(taskComments).where(live);
    const comments = row?.all ?? 0;
    await tx.update(tasks).set({ comments }).where(eq(tasks.id, taskId));
    return comments;
  }

  /** Who has said something on the tasks of a group. */
  async authors(groupId: string): Promise<string[]> {
    const rows = await this.database.sql
      .selectDistinct({ id: taskComments.authorId })
      .from(taskComments)
      .innerJoin(tasks, eq(tasks.id, taskComments.taskId))
      .where(and(eq(tasks.groupId, groupId), isNotNull(taskComments.authorId)));
    return rows.flatMap(({ id }) => id ?? []);
  }

  /** What an account has said and not deleted. */
  async ofAccount(userId: string, limit: number): Promise<{ groupId: string; taskId: string; id: string }[]> {
    return this.database.sql
      .select({ groupId: tasks.groupId, taskId: taskComments.taskId, id: taskComments.id })
      .from(taskComments)
      .innerJoin(tasks, eq(tasks.id, taskComments.taskId))
      .where(and(eq(taskComments.madeBy, userId), isNull(taskComments.deletedAt)))
      .limit(limit);
  }
}
