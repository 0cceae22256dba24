import { Injectable } from '@nestjs/common';
import type { AnsweredBy, TutorOutcome, TutorSource, TutorTurn } from '@tailcamp/contracts';
import { and, asc, eq, isNull, lt, or, sql as raw } from 'drizzle-orm';
import { Cipher, type Place } from '../../../../platform/cipher/index.js';
import { Database, type Sql } from '../../../../platform/database/index.js';
import { tutorTurns } from './tables.js';

type Row = typeof tutorTurns.$inferSelect;
export type TurnRow = Omit<Row, 'question' | 'reply'> & { question: string; reply: string };

/** What is known of an answer. */
export interface Answered {
  state: Exclude<TutorTurn['state'], 'answering'>;
  outcome: TutorOutcome | null;
  reply: string;
  sources: TutorSource[];
  by: AnsweredBy | null;
}

/** The one that works on an answer. What it writes counts only while nobody has stopped it or taken its place. */
export interface Execution {
  turnId: string;
  execution: string;
}

/** Questions to the tutor and what becomes of them. */
@Injectable()
export class TurnStore {
  constructor(
    private readonly database: Database,
    private readonly cipher: Cipher,
  ) {}

  async ask(
    tx: Sql,
    turn: Pick<TurnRow, 'id' | 'threadId' | 'memberId' | 'number' | 'clientId' | 'question' | 'skill' | 'askedAt'>,
  ): Promise<void> {
    const { id, threadId, memberId, number, clientId, skill, askedAt } = turn;
    const question = this.cipher.seal(placeOf('question', id), turn.question);
    await tx
      .insert(tutorTurns)
      .values({ id, threadId, memberId, number, clientId, skill, askedAt, question, state: 'answering' });
  }

  async find(id: string, sql: Sql = this.database.sql): Promise<TurnRow | null> {
    const [row] = await sql.select().from(tutorTurns).where(eq(tutorTurns.id, id));
    return row === undefined ? null : this.opened(row);
  }

  /** What a member has asked under this name. */
  async byClient(memberId: string, clientId: string, sql: Sql = this.database.sql): Promise<TurnRow | null> {
    const which = and(eq(tutorTurns.memberId, memberId), eq(tutorTurns.clientId, clientId));
    const [row] = await sql.select().from(tutorTurns).where(which);
    return row === undefined ? null : this.opened(row);
  }

  /** In their order. */
  async ofThread(threadId: string, sql: Sql = this.database.sql): Promise<TurnRow[]> {
    const rows = await sql
      .select()
      .from(tutorTurns)
      .where(eq(tutorTurns.threadId, threadId))
      .orderBy(asc(tutorTurns.number));
    return rows.map((row) => this.opened(row));
  }

  /** Takes an answer in hand that nobody works on any more. @returns null where somebody does, or it is over */
  async claim({ turnId, execution }: Execution, now: Date, aliveUntil: Date): Promise<TurnRow | null> {
    const [row] = await this.database.sql
      .update(tutorTurns)
      .set({ execution, aliveUntil, attempts: raw`${tutorTurns.attempts} + 1` })
      .where(
        and(
          eq(tutorTurns.id, turnId),
          eq(tutorTurns.state, 'answering'),
          or(isNull(tutorTurns.aliveUntil), lt(tutorTurns.aliveUntil, now)),
        ),
      )
      .returning();
    return row === undefined ? null : this.opened(row);
  }

  /** Stores what there is of an answer, and that it is still worked on. @returns whether it is */
  async grow(by: Execution, reply: string | null, aliveUntil: Date): Promise<boolean> {
    const sealed = reply === null ? {} : { reply: this.cipher.seal(placeOf('reply', by.turnId), reply) };
    const rows = await this.database.sql
      .update(tutorTurns)
      .set({ aliveUntil, ...sealed })
      .where(workedOn(by))
      .returning({ id: tutorTurns.id });
    return rows.length === 1;
  }

  async setSources(by: Execution, sources: TutorSource[]): Promise<void> {
    await this.database.sql.update(tutorTurns).set({ sources }).where(workedOn(by));
  }

  /** @returns whether it was still worked on by this one */
  async finish(tx: Sql, by: Execution, { reply, ...answered }: Answered): Promise<boolean> {
    const sealed = this.cipher.seal(placeOf('reply', by.turnId), reply);
    const rows = await tx
      .update(tutorTurns)
      .set({ ...answered, reply: sealed, aliveUntil: null })
      .where(workedOn(by))
      .returning({ id: tutorTurns.id });
    return rows.length === 1;
  }

  /** Lets another one begin at once. */
  async release(by: Execution): Promise<void> {
    await this.database.sql.update(tutorTurns).set({ aliveUntil: null }).where(workedOn(by));
  }

  /** Ends an answer that is worked on, whoever does. */
  async end(tx: Sql, id: string, state: 'stopped' | 'failed'): Promise<boolean> {
    const rows = await tx
      .update(tutorTurns)
      .set({ state, execution: null, aliveUntil: null })
      .where(and(eq(tutorTurns.id, id), eq(tutorTurns.state, 'answering')))
      .returning({ id: tutorTurns.id });
    return rows.length === 1;
  }

  /** Has it answered anew. */
  async again(tx: Sql, id: string): Promise<void> {
    await tx
      .update(tutorTurns)
      .set({
        state: 'answering',
        outcome: null,
        reply: null,
        sources: [],
        by: null,
        helpful: null,
        attempts: 0,
        aliveUntil: null,
      })
      .where(eq(tutorTurns.id, id));
  }

  async rate(tx: Sql, id: string, helpful: boolean | null): Promise<void> {
    await tx.update(tutorTurns).set({ helpful }).where(eq(tutorTurns.id, id));
  }

  private opened({ question, reply, ...row }: Row): TurnRow {
    return {
      ...row,
      question: this.cipher.open(placeOf('question', row.id), question),
      reply: reply === null ? '' : this.cipher.open(placeOf('reply', row.id), reply),
    };
  }
}

const workedOn = ({ turnId, execution }: Execution) =>
  and(eq(tutorTurns.id, turnId), eq(tutorTurns.execution, execution), eq(tutorTurns.state, 'answering'));

const placeOf = (column: 'question' | 'reply', row: string): Place => ({ column: `tutor_turns.${column}`, row });
