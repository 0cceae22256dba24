import { Injectable } from '@nestjs/common';
import type { Answer } from '@tailcamp/contracts';
import { and, asc, count, desc, eq, inArray, lt } from 'drizzle-orm';
import { Cipher } from '../../../../platform/cipher/index.js';
import { Database, type Sql } from '../../../../platform/database/index.js';
import type { FrozenBank } from '../../domain/attempt/frozen-bank.js';
import { attemptAnswers, attempts, frozenBanks } from './tables.js';

export type AttemptRow = typeof attempts.$inferSelect;
export type AnswerRow = Omit<typeof attemptAnswers.$inferSelect, 'answer'> & { answer: Answer | null };
/** A question that is asked: what an answer is then given to. */
export type AskedRow = Omit<AnswerRow, 'answeredAt' | 'answer' | 'right'>;

/** Fewer than the 65,535 parameters that one statement of PostgreSQL takes. */
const ROWS_A_STATEMENT = 1000;

@Injectable()
export class AttemptStore {
  constructor(
    private readonly database: Database,
    private readonly cipher: Cipher,
  ) {}

  async find(id: string, sql: Sql = this.database.sql): Promise<AttemptRow | null> {
    const [row] = await sql.select().from(attempts).where(eq(attempts.id, id));
    return row ?? null;
  }

  /** Held until the end of the transaction, so that two answers to one attempt come one after the other. */
  async lock(tx: Sql, id: string): Promise<AttemptRow | null> {
    const [row] = await tx.select().from(attempts).where(eq(attempts.id, id)).for('update');
    return row ?? null;
  }

  /** Newest first. */
  async ofMember(memberId: string, track?: string, sql: Sql = this.database.sql): Promise<AttemptRow[]> {
    return sql
      .select()
      .from(attempts)
      .where(and(eq(attempts.memberId, memberId), track === undefined ? undefined : eq(attempts.track, track)))
      .orderBy(desc(attempts.startedAt), desc(attempts.id));
  }

  /** Newest first. */
  async ofTrack(campId: string, track: string, sql: Sql = this.database.sql): Promise<AttemptRow[]> {
    return sql
      .select()
      .from(attempts)
      .where(and(eq(attempts.campId, campId), eq(attempts.track, track)))
      .orderBy(desc(attempts.startedAt), desc(attempts.id));
  }

  /** Those of a camp that are over, newest first. */
  async over(campId: string, sql: Sql = this.database.sql): Promise<AttemptRow[]> {
    return sql
      .select()
      .from(attempts)
      .where(and(eq(attempts.campId, campId), eq(attempts.state, 'over')))
      .orderBy(desc(attempts.startedAt), desc(attempts.id));
  }

  /** In all camps. */
  async countOpen(): Promise<number> {
    const open = await this.database.sql.select({ open: count() }).from(attempts).where(eq(attempts.state, 'open'));
    return open[0]?.open ?? 0;
  }

  async pastTheirTime(now: Date): Promise<string[]> {
    const rows = await this.database.sql
      .select({ id: attempts.id })
      .from(attempts)
      .where(and(eq(attempts.state, 'open'), lt(attempts.endsAt, now)));
    return rows.map(({ id }) => id);
  }

  async insert(tx: Sql, attempt: AttemptRow): Promise<void> {
    await tx.insert(attempts).values(attempt);
  }

  /** Attempts with all their answers, as a camp that comes with some has them. */
  async insertAll(tx: Sql, made: readonly { attempt: AttemptRow; answers: readonly AnswerRow[] }[]): Promise<void> {
    const answers = made.flatMap((one) => one.answers);
    if (answers.length === 0) return;
    await tx.insert(attempts).values(made.map(({ attempt }) => attempt));
    for (let from = 0; from < answers.length; from += ROWS_A_STATEMENT) {
      const rows = answers.slice(from, from + ROWS_A_STATEMENT).map(({ answer, ...row }) => ({
        ...row,
        answer: answer && this.cipher.seal(placeOf(row.attemptId, row.position), JSON.stringify(answer)),
      }));
      await tx.insert(attemptAnswers).values(rows);
    }
  }

  async change(tx: Sql, id: string, values: Partial<AttemptRow>): Promise<void> {
    await tx.update(attempts).set(values).where(eq(attempts.id, id));
  }

  async freeze(tx: Sql, hash: string, bank: FrozenBank): Promise<void> {
    await tx.insert(frozenBanks).values({ hash, bank }).onConflictDoNothing();
  }

  async frozen(hash: string, sql: Sql = this.database.sql): Promise<FrozenBank> {
    const [row] = await sql.select().from(frozenBanks).where(eq(frozenBanks.hash, hash));
    if (row === undefined) throw new Error(`The bank ${hash} of an attempt is gone`);
    return row.bank;
  }

  /** In their order. */
  async answers(attemptId: string, sql: Sql = this.database.sql): Promise<AnswerRow[]> {
    const rows = await sql
      .select()
      .from(attemptAnswers)
      .where(eq(attemptAnswers.attemptId, attemptId))
      .orderBy(asc(attemptAnswers.position));
    return rows.map((row) => this.opened(row));
  }

  /** Attempt → its answers in their order. */
  async answersOf(attemptIds: readonly string[], sql: Sql = this.database.sql): Promise<Map<string, AnswerRow[]>> {
    const all = new Map<string, AnswerRow[]>(attemptIds.map((id) => [id, []]));
    if (attemptIds.length === 0) return all;
    const rows = await sql
      .select()
      .from(attemptAnswers)
      .where(inArray(attemptAnswers.attemptId, [...attemptIds]))
      .orderBy(asc(attemptAnswers.position));
    for (const row of rows) all.get(row.attemptId)?.push(this.opened(row));
    return all;
  }

  /** The names of all that a member was asked in a track and that was marked by itself. */
  async namesAsked(sql: Sql, memberId: string, track: string): Promise<string[]> {
    const rows = await sql
      .selectDistinct({ name: attemptAnswers.name })
      .from(attemptAnswers)
      .innerJoin(attempts, eq(attempts.id, attemptAnswers.attemptId))
      .where(and(eq(attempts.memberId, memberId), eq(attempts.track, track), eq(attemptAnswers.written, false)));
    return rows.map(({ name }) => name);
  }

  async ask(tx: Sql, asked: AskedRow): Promise<void> {
    await tx.insert(attemptAnswers).values(asked);
  }

  async answer(
    tx: Sql,
    { attemptId, position }: AskedRow,
    given: { answer: Answer; right: boolean | null; answeredAt: Date },
  ): Promise<void> {
    const { answer, right, answeredAt } = given;
    await tx
      .update(attemptAnswers)
      .set({ right, answeredAt, answer: this.cipher.seal(placeOf(attemptId, position), JSON.stringify(answer)) })
      .where(and(eq(attemptAnswers.attemptId, attemptId), eq(attemptAnswers.position, position)));
  }

  async removeCamp(tx: Sql, campId: string): Promise<void> {
    await tx.delete(attempts).where(eq(attempts.campId, campId));
  }

  async removeMember(tx: Sql, memberId: string): Promise<void> {
    await tx.delete(attempts).where(eq(attempts.memberId, memberId));
  }

  private opened(row: typeof attemptAnswers.$inferSelect): AnswerRow {
    const { answer, attemptId, position } = row;
    const opened = answer === null ? null : this.cipher.open(placeOf(attemptId, position), answer);
    return { ...row, answer: opened === null ? null : (JSON.parse(opened) as Answer) };
  }
}

/** By which an answer is sealed. */
export const placeOf = (attemptId: string, position: number) => ({
  column: 'assessment_answers.answer',
  row: `${attemptId}:${position}`,
});
