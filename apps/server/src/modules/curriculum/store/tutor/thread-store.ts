import { Injectable } from '@nestjs/common';
import { and, desc, eq, lt, sql as raw, type SQL } from 'drizzle-orm';
import { Cipher, type Place } from '../../../../platform/cipher/index.js';
import { Database, type Sql } from '../../../../platform/database/index.js';
import { tutorThreads } from './tables.js';

type Row = typeof tutorThreads.$inferSelect;
export type ThreadRow = Omit<Row, 'title' | 'summary'> & { title: string; summary: string | null; asked: number };

/** Conversations with the tutor: the learner's own, and, where a camp says so, open to its staff. */
@Injectable()
export class ThreadStore {
  constructor(
    private readonly database: Database,
    private readonly cipher: Cipher,
  ) {}

  async begin(tx: Sql, thread: Omit<ThreadRow, 'asked' | 'summary' | 'summarised'>): Promise<void> {
    const title = this.cipher.seal(placeOf('title', thread.id), thread.title);
    await tx.insert(tutorThreads).values({ ...thread, title });
  }

  async find(id: string, sql: Sql = this.database.sql): Promise<ThreadRow | null> {
    const [row] = await sql.select(WITH_COUNT).from(tutorThreads).where(eq(tutorThreads.id, id));
    return row === undefined ? null : this.opened(row);
  }

  /** Held until the end of the transaction, so that turns get their numbers one by one. */
  async lock(tx: Sql, id: string): Promise<ThreadRow | null> {
    await tx.select({ id: tutorThreads.id }).from(tutorThreads).where(eq(tutorThreads.id, id)).for('update');
    return this.find(id, tx);
  }

  /** The newest first. @param before the id of the last one of the page before */
  ofMember(memberId: string, limit: number, before?: string): Promise<ThreadRow[]> {
    return this.list(eq(tutorThreads.memberId, memberId), limit, before);
  }

  openToStaff(campId: string, limit: number, before?: string): Promise<ThreadRow[]> {
    return this.list(and(eq(tutorThreads.campId, campId), eq(tutorThreads.openToStaff, true)), limit, before);
  }

  async rename(tx: Sql, id: string, title: string): Promise<void> {
    await tx
      .update(tutorThreads)
      .set({ title: this.cipher.seal(placeOf('title', id), title) })
      .where(eq(tutorThreads.id, id));
  }

  async touch(tx: Sql, id: string, updatedAt: Date): Promise<void> {
    await tx.update(tutorThreads).set({ updatedAt }).where(eq(tutorThreads.id, id));
  }

  /** Remembers what the turns up to one have said, unless somebody was quicker. */
  async summarise(id: string, summary: string, from: number, to: number): Promise<void> {
    await this.database.sql
      .update(tutorThreads)
      .set({ summary: this.cipher.seal(placeOf('summary', id), summary), summarised: to })
      .where(and(eq(tutorThreads.id, id), eq(tutorThreads.summarised, from)));
  }

  async remove(tx: Sql, id: string): Promise<void> {
    await tx.delete(tutorThreads).where(eq(tutorThreads.id, id));
  }

  async removeMember(tx: Sql, memberId: string): Promise<void> {
    await tx.delete(tutorThreads).where(eq(tutorThreads.memberId, memberId));
  }

  async removeCamp(tx: Sql, campId: string): Promise<void> {
    await tx.delete(tutorThreads).where(eq(tutorThreads.campId, campId));
  }

  private async list(which: SQL | undefined, limit: number, before?: string): Promise<ThreadRow[]> {
    const rows = await this.database.sql
      .select(WITH_COUNT)
      .from(tutorThreads)
      .where(and(which, before === undefined ? undefined : lt(tutorThreads.id, before)))
      .orderBy(desc(tutorThreads.id))
      .limit(limit);
    return rows.map((row) => this.opened(row));
  }

  private opened(row: Row & { asked: number }): ThreadRow {
    const { id, title, summary } = row;
    return {
      ...row,
      title: this.cipher.open(placeOf('title', id), title),
      summary: summary === null ? null : this.cipher.open(placeOf('summary', id), summary),
    };
  }
}

const WITH_COUNT = {
  id: tutorThreads.id,
  campId: tutorThreads.campId,
  memberId: tutorThreads.memberId,
  userId: tutorThreads.userId,
  title: tutorThreads.title,
  summary: tutorThreads.summary,
  summarised: tutorThreads.summarised,
  openToStaff: tutorThreads.openToStaff,
  createdAt: tutorThreads.createdAt,
  updatedAt: tutorThreads.updatedAt,
  asked: raw<number>`(SELECT count(*)::int FROM tutor_turns WHERE tutor_turns.thread_id = tutor_threads.id)`,
};

const placeOf = (column: 'title' | 'summary', row: string): Place => ({ column: `tutor_threads.${column}`, row });
