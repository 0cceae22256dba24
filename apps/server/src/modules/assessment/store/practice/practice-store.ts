import { Injectable } from '@nestjs/common';
import type { Answer } from '@tailcamp/contracts';
import { and, asc, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import { groupedBy } from '../../../../kernel/grouped.js';
import { Cipher } from '../../../../platform/cipher/index.js';
import { Database, type Sql } from '../../../../platform/database/index.js';
import type { Practised } from '../../domain/practice/standing.js';
import { items } from '../library/tables.js';
import { practiceQuestions } from './tables.js';

export type PracticeRow = Omit<typeof practiceQuestions.$inferSelect, 'answer'> & { answer: Answer | null };
/** A question that is asked: what an answer is then given to. */
export type AskedPractice = Omit<PracticeRow, 'answeredAt' | 'answer' | 'right'>;
/** A question of which a member has been told the key. */
export type Told = Pick<PracticeRow, 'itemId' | 'version' | 'skill' | 'track'>;

/** Questions that were asked in practice, and what was answered. */
@Injectable()
export class PracticeStore {
  constructor(
    private readonly database: Database,
    private readonly cipher: Cipher,
  ) {}

  /** The one that waits for an answer. */
  async waiting(memberId: string, sql: Sql = this.database.sql): Promise<PracticeRow | null> {
    const [row] = await sql
      .select()
      .from(practiceQuestions)
      .where(and(eq(practiceQuestions.memberId, memberId), isNull(practiceQuestions.answeredAt)));
    return row === undefined ? null : this.opened(row);
  }

  /** Held until the end of the transaction. */
  async lock(tx: Sql, id: string): Promise<PracticeRow | null> {
    const [row] = await tx.select().from(practiceQuestions).where(eq(practiceQuestions.id, id)).for('update');
    return row === undefined ? null : this.opened(row);
  }

  async find(id: string): Promise<PracticeRow | null> {
    const [row] = await this.database.sql.select().from(practiceQuestions).where(eq(practiceQuestions.id, id));
    return row === undefined ? null : this.opened(row);
  }

  async ask(tx: Sql, asked: AskedPractice): Promise<void> {
    await tx.insert(practiceQuestions).values(asked);
  }

  /** Takes back a question that waits. */
  async withdraw(tx: Sql, id: string): Promise<void> {
    await tx.delete(practiceQuestions).where(and(eq(practiceQuestions.id, id), isNull(practiceQuestions.answeredAt)));
  }

  async answer(tx: Sql, id: string, given: { answer: Answer; right: boolean; answeredAt: Date }): Promise<void> {
    const { answer, right, answeredAt } = given;
    await tx
      .update(practiceQuestions)
      .set({ right, answeredAt, answer: this.cipher.seal(placeOf(id), JSON.stringify(answer)) })
      .where(eq(practiceQuestions.id, id));
  }

  /** What a member has answered, in order. */
  ofMember(memberId: string, sql: Sql = this.database.sql): Promise<Practised[]> {
    return this.practised(sql, eq(practiceQuestions.memberId, memberId));
  }

  /** The questions that closed lessons, whose keys a member has been told then; as they were asked. */
  toldByChecks(memberId: string, sql: Sql = this.database.sql): Promise<Told[]> {
    const { itemId, version, skill, track, check, answeredAt } = practiceQuestions;
    return sql
      .selectDistinct({ itemId, version, skill, track })
      .from(practiceQuestions)
      .where(and(eq(practiceQuestions.memberId, memberId), eq(check, true), isNotNull(answeredAt)));
  }

  /** By name. */
  async namesTold(sql: Sql, memberId: string, track: string): Promise<string[]> {
    const { check, answeredAt } = practiceQuestions;
    const rows = await sql
      .selectDistinct({ name: items.slug })
      .from(practiceQuestions)
      .innerJoin(items, eq(items.id, practiceQuestions.itemId))
      .where(
        and(
          eq(practiceQuestions.memberId, memberId),
          eq(practiceQuestions.track, track),
          eq(check, true),
          isNotNull(answeredAt),
        ),
      );
    return rows.map(({ name }) => name);
  }

  /** Member → what they have answered, in order. */
  async ofCamp(campId: string): Promise<Map<string, Practised[]>> {
    const all = await this.practised(this.database.sql, eq(practiceQuestions.campId, campId));
    return groupedBy(all, ({ memberId }) => memberId);
  }

  /** Of these questions, those that are asked today, with the version in which they are. */
  async asked(itemIds: readonly string[]): Promise<Map<string, number>> {
    if (itemIds.length === 0) return new Map();
    const rows = await this.database.sql
      .select({ id: items.id, version: items.version })
      .from(items)
      .where(and(inArray(items.id, [...itemIds]), eq(items.state, 'active')));
    return new Map(rows.map(({ id, version }) => [id, version]));
  }

  async removeCamp(tx: Sql, campId: string): Promise<void> {
    await tx.delete(practiceQuestions).where(eq(practiceQuestions.campId, campId));
  }

  async removeMember(tx: Sql, memberId: string): Promise<void> {
    await tx.delete(practiceQuestions).where(eq(practiceQuestions.memberId, memberId));
  }

  private async practised(sql: Sql, of: ReturnType<typeof eq>): Promise<(Practised & { memberId: string })[]> {
    const { memberId, skill, itemId, right, answeredAt: at, id } = practiceQuestions;
    const rows = await sql
      .select({ memberId, skill, itemId, right, at })
      .from(practiceQuestions)
      .where(and(of, isNotNull(at)))
      .orderBy(asc(at), asc(id));
    return rows.flatMap((row) => (row.at === null ? [] : [{ ...row, at: row.at, right: row.right === true }]));
  }

  private opened(row: typeof practiceQuestions.$inferSelect): PracticeRow {
    const opened = row.answer === null ? null : this.cipher.open(placeOf(row.id), row.answer);
    return { ...row, answer: opened === null ? null : (JSON.parse(opened) as Answer) };
  }
}

const placeOf = (id: string) => ({ column: 'practice_questions.answer', row: id });
