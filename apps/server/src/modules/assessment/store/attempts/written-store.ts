import { Injectable } from '@nestjs/common';
import type { Item } from '@tailcamp/contracts';
import { and, asc, count, eq, gt } from 'drizzle-orm';
import { Cipher } from '../../../../platform/cipher/index.js';
import { Database, type Sql } from '../../../../platform/database/index.js';
import { writtenAnswers } from './tables.js';

export type WrittenRow = Omit<typeof writtenAnswers.$inferSelect, 'comment'> & { comment: string };

export interface Grade {
  levels: number[];
  points: number;
  comment: string;
  gradedAt: Date;
  gradedBy: string | null;
  /** As it was proposed; somebody looks at it later. */
  released: boolean;
}

/** Which answers a list shows: those released as proposed are graded, and still to look at. */
export type Listed = WrittenRow['state'] | 'released';

/** Written answers and what somebody gave them. */
@Injectable()
export class WrittenStore {
  constructor(
    private readonly database: Database,
    private readonly cipher: Cipher,
  ) {}

  async add(
    tx: Sql,
    given: { id: string; campId: string; attemptId: string; position: number; item: Item; now: Date },
  ): Promise<void> {
    const { id, campId, attemptId, position, item, now } = given;
    const of = mostPoints(item);
    await tx
      .insert(writtenAnswers)
      .values({ id, campId, attemptId, position, state: 'pending', answeredAt: now, of, version: 1 });
  }

  async find(id: string, sql: Sql = this.database.sql): Promise<WrittenRow | null> {
    const [row] = await sql.select().from(writtenAnswers).where(eq(writtenAnswers.id, id));
    return row === undefined ? null : this.opened(row);
  }

  async ofAttempt(attemptId: string, sql: Sql = this.database.sql): Promise<WrittenRow[]> {
    const rows = await sql.select().from(writtenAnswers).where(eq(writtenAnswers.attemptId, attemptId));
    return rows.map((row) => this.opened(row));
  }

  /** The longest wait first. @param after the id of the last one before */
  async queue(campId: string, listed: Listed, after: string | null, limit: number): Promise<WrittenRow[]> {
    const rows = await this.database.sql
      .select()
      .from(writtenAnswers)
      .where(
        and(
          eq(writtenAnswers.campId, campId),
          ...listedAs(listed),
          after === null ? undefined : gt(writtenAnswers.id, after),
        ),
      )
      .orderBy(asc(writtenAnswers.id))
      .limit(limit);
    return rows.map((row) => this.opened(row));
  }

  /** How many nobody has graded. @param campId null for all camps */
  async waiting(campId: string | null, sql: Sql = this.database.sql): Promise<number> {
    const [row] = await sql
      .select({ waiting: count() })
      .from(writtenAnswers)
      .where(and(campId === null ? undefined : eq(writtenAnswers.campId, campId), eq(writtenAnswers.state, 'pending')));
    return row?.waiting ?? 0;
  }

  /** How many were released as proposed and nobody has looked at. */
  async released(campId: string): Promise<number> {
    const [row] = await this.database.sql
      .select({ released: count() })
      .from(writtenAnswers)
      .where(and(eq(writtenAnswers.campId, campId), ...listedAs('released')));
    return row?.released ?? 0;
  }

  /** @returns whether `version` was the one that stood */
  async grade(tx: Sql, id: string, version: number, { comment, ...grade }: Grade): Promise<boolean> {
    const sealed = this.cipher.seal({ column: 'written_answers.comment', row: id }, comment);
    const rows = await tx
      .update(writtenAnswers)
      .set({ ...grade, comment: sealed, state: 'graded', version: version + 1 })
      .where(and(eq(writtenAnswers.id, id), eq(writtenAnswers.version, version)))
      .returning({ id: writtenAnswers.id });
    return rows.length === 1;
  }

  private opened(row: typeof writtenAnswers.$inferSelect): WrittenRow {
    const { id, comment } = row;
    return {
      ...row,
      comment: comment === null ? '' : this.cipher.open({ column: 'written_answers.comment', row: id }, comment),
    };
  }
}

const listedAs = (listed: Listed) => [
  eq(writtenAnswers.state, listed === 'pending' ? 'pending' : 'graded'),
  eq(writtenAnswers.released, listed === 'released'),
];

/** The most that its rubric gives. */
const mostPoints = (item: Item): number =>
  'rubric' in item ? item.rubric.reduce((sum, { levels }) => sum + (levels.at(-1)?.points ?? 0), 0) : 0;
