import { Injectable } from '@nestjs/common';
import type { Task } from '@tailcamp/contracts';
import { and, desc, eq, exists, ilike, inArray, isNotNull, isNull, or, sql as raw } from 'drizzle-orm';
import { Database, type Sql } from '../../../../platform/database/index.js';
import { taskComments, tasks } from './tables.js';

export type TaskRow = typeof tasks.$inferSelect;
export type NewTask = typeof tasks.$inferInsert;

/** In one statement: PostgreSQL takes 65,535 parameters. */
const CHUNK = 500;
const MOST_REMOVED = 200;

export function taskOf(row: TaskRow): Task {
  const { groupId: _, removedAt: __, templateKey: ___, madeBy: ____, clientId: _____, touched: ______, ...task } = row;
  return {
    ...task,
    createdAt: row.createdAt.toISOString(),
    changedAt: row.changedAt.toISOString(),
    doneAt: row.doneAt?.toISOString() ?? null,
  };
}

@Injectable()
export class TaskStore {
  constructor(private readonly database: Database) {}

  /** Those that were not taken off. */
  ofGroup(groupId: string, sql: Sql = this.database.sql): Promise<TaskRow[]> {
    return sql
      .select()
      .from(tasks)
      .where(and(eq(tasks.groupId, groupId), isNull(tasks.removedAt)));
  }

  all(tx: Sql, groupId: string): Promise<TaskRow[]> {
    return tx.select().from(tasks).where(eq(tasks.groupId, groupId));
  }

  removed(groupId: string): Promise<TaskRow[]> {
    return this.database.sql
      .select()
      .from(tasks)
      .where(and(eq(tasks.groupId, groupId), isNotNull(tasks.removedAt)))
      .orderBy(desc(tasks.removedAt), desc(tasks.id))
      .limit(MOST_REMOVED);
  }

  async find(groupId: string, id: string, sql: Sql = this.database.sql): Promise<TaskRow | null> {
    const [row] = await sql
      .select()
      .from(tasks)
      .where(and(eq(tasks.groupId, groupId), eq(tasks.id, id)));
    return row ?? null;
  }

  some(tx: Sql, groupId: string, ids: readonly string[]): Promise<TaskRow[]> {
    return tx
      .select()
      .from(tasks)
      .where(and(eq(tasks.groupId, groupId), inArray(tasks.id, [...ids])));
  }

  async made(tx: Sql, madeBy: string, clientId: string): Promise<TaskRow | null> {
    const twin = and(eq(tasks.madeBy, madeBy), eq(tasks.clientId, clientId));
    return (await tx.select().from(tasks).where(twin))[0] ?? null;
  }

  async add(tx: Sql, rows: readonly NewTask[]): Promise<TaskRow[]> {
    const added: TaskRow[] = [];
    for (let from = 0; from < rows.length; from += CHUNK) {
      added.push(
        ...(await tx
          .insert(tasks)
          .values(rows.slice(from, from + CHUNK))
          .returning()),
      );
    }
    return added;
  }

  async save(tx: Sql, { id, ...to }: TaskRow): Promise<void> {
    await tx.update(tasks).set(to).where(eq(tasks.id, id));
  }

  /** A label is gone: no task has it any more. Versions stay, for it goes from every copy of a board in the same way. */
  async dropLabel(tx: Sql, groupId: string, labelId: string): Promise<void> {
    await tx
      .update(tasks)
      .set({ labels: raw`${tasks.labels} - ${labelId}::text` })
      .where(and(eq(tasks.groupId, groupId), raw`jsonb_exists(${tasks.labels}, ${labelId}::text)`));
  }

  /** @param words of title, description or comments; or a key */
  find50(groupId: string, words: string): Promise<TaskRow[]> {
    const like = `%${words.replaceAll(/[\\%_]/g, '\\$&')}%`;
    const said = this.database.sql
      .select({ id: taskComments.id })
      .from(taskComments)
      .where(and(eq(taskComments.taskId, tasks.id), ilike(taskComments.text, like)));
    const exact = raw<boolean>`upper(${words}) = upper(${tasks.key})`;
    const found = or(
      exact,
      ilike(tasks.key, `${like.slice(1)}`),
      ilike(tasks.title, like),
      ilike(tasks.description, like),
      exists(said),
    );
    return this.database.sql
      .select()
      .from(tasks)
      .where(and(eq(tasks.groupId, groupId), isNull(tasks.removedAt), found))
      .orderBy(desc(exact), desc(tasks.changedAt), desc(tasks.id))
      .limit(50);
  }
}
