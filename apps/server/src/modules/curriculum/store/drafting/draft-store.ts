import { Injectable } from '@nestjs/common';
import type { AnsweredBy, DraftedQuestion, DraftedText, DraftSource, DraftStep } from '@tailcamp/contracts';
import { and, desc, eq, inArray, sql as raw } from 'drizzle-orm';
import { Database, type Sql } from '../../../../platform/database/index.js';
import { contentDrafts } from './tables.js';

export type DraftRow = typeof contentDrafts.$inferSelect;

/** What came of a draft. */
export interface DraftResult {
  by: AnsweredBy;
  sources: DraftSource[];
  text: DraftedText | null;
  questions: DraftedQuestion[] | null;
}

@Injectable()
export class DraftStore {
  constructor(private readonly database: Database) {}

  /** @returns false where this person has begun one with this client id already */
  async insert(
    tx: Sql,
    row: Pick<DraftRow, 'id' | 'campId' | 'userId' | 'clientId' | 'wish' | 'at'>,
  ): Promise<boolean> {
    const fresh = { ...row, state: 'waiting' as const, step: null, sources: [], taken: [] };
    const inserted = await tx
      .insert(contentDrafts)
      .values(fresh)
      .onConflictDoNothing()
      .returning({ id: contentDrafts.id });
    return inserted.length > 0;
  }

  async ofClient(userId: string, clientId: string): Promise<DraftRow | null> {
    const of = and(eq(contentDrafts.userId, userId), eq(contentDrafts.clientId, clientId));
    const [row] = await this.database.sql.select().from(contentDrafts).where(of);
    return row ?? null;
  }

  async find(campId: string, id: string, sql: Sql = this.database.sql): Promise<DraftRow | null> {
    const of = and(eq(contentDrafts.id, id), eq(contentDrafts.campId, campId));
    const [row] = await sql.select().from(contentDrafts).where(of);
    return row ?? null;
  }

  /** The newest first. */
  async list(campId: string, limit: number): Promise<DraftRow[]> {
    const of = eq(contentDrafts.campId, campId);
    return this.database.sql.select().from(contentDrafts).where(of).orderBy(desc(contentDrafts.at)).limit(limit);
  }

  /** @returns null where it is over or was given up: then nothing may come of it any more */
  async step(tx: Sql, id: string, step: DraftStep): Promise<DraftRow | null> {
    const [row] = await tx.update(contentDrafts).set({ state: 'working', step }).where(isGoing(id)).returning();
    return row ?? null;
  }

  async isGoing(id: string): Promise<boolean> {
    return (await this.database.sql.select({ id: contentDrafts.id }).from(contentDrafts).where(isGoing(id))).length > 0;
  }

  /** @returns false where it is over or was given up meanwhile */
  async finish(tx: Sql, id: string, result: DraftResult): Promise<boolean> {
    const set = { ...result, state: 'done' as const, step: null };
    return (await tx.update(contentDrafts).set(set).where(isGoing(id)).returning({ id: contentDrafts.id })).length > 0;
  }

  async end(tx: Sql, id: string, state: 'failed' | 'cancelled'): Promise<boolean> {
    const set = { state, step: null };
    return (await tx.update(contentDrafts).set(set).where(isGoing(id)).returning({ id: contentDrafts.id })).length > 0;
  }

  async addTaken(tx: Sql, id: string, slug: string): Promise<void> {
    await tx
      .update(contentDrafts)
      .set({ taken: raw`${contentDrafts.taken} || to_jsonb(${slug}::text)` })
      .where(eq(contentDrafts.id, id));
  }

  async markFiled(tx: Sql, id: string, at: number): Promise<void> {
    await tx
      .update(contentDrafts)
      .set({ questions: raw`jsonb_set(${contentDrafts.questions}, ARRAY[${String(at)}::text, 'filed'], 'true')` })
      .where(eq(contentDrafts.id, id));
  }

  async removeCamp(tx: Sql, campId: string): Promise<void> {
    await tx.delete(contentDrafts).where(eq(contentDrafts.campId, campId));
  }
}

const isGoing = (id: string) => and(eq(contentDrafts.id, id), inArray(contentDrafts.state, ['waiting', 'working']));
