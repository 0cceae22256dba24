import type { BlockResult, BlockTask } from '@tailcamp/matching';
import { and, asc, eq, gt, inArray, isNotNull, isNull, lt, or, sql } from 'drizzle-orm';
import { type Database, rowsOf, type Sql } from '../../database/index.js';
import { type FoundGrouping, foundIn, type Part, packed, resultsOf, type TaskOutline, unpacked } from './part.js';
import { sharedParts as parts, sharedSolves as solves } from './tables.js';

/** A solve whose process waits for what others find. */
export interface StandingSolve {
  id: string;
  runId: string | null;
  engine: string;
}
export interface ClaimedPart {
  number: number;
  tasks: BlockTask[];
}
export interface FinishedPart {
  number: number;
  /** The process that did it. */
  by: string | null;
  results: BlockResult[];
}

const inMs = (ms: number) => sql`now() + ${ms} * interval '1 millisecond'`;
/** Nobody has claimed it, or whoever did shows no sign of life. */
const toBeHad = and(isNull(parts.found), or(isNull(parts.claimedUntil), lt(parts.claimedUntil, sql`now()`)));

/** The SQL of shared solves. Times are the database's, so that processes agree on them. */
export class PartStore {
  constructor(private readonly database: Database) {}

  async open(tx: Sql, solve: StandingSolve, leaseMs: number): Promise<void> {
    await tx.insert(solves).values({ ...solve, until: inMs(leaseMs) });
  }

  /** @returns false when the solve is not to be had any more: somebody took its process for dead */
  async prolong(id: string, leaseMs: number): Promise<boolean> {
    const prolonged = await this.database.sql
      .update(solves)
      .set({ until: inMs(leaseMs) })
      .where(eq(solves.id, id))
      .returning({ id: solves.id });
    return prolonged.length > 0;
  }

  /** Null when its process waits no more. */
  async standing(id: string): Promise<StandingSolve | null> {
    const { runId, engine } = solves;
    const [solve] = await this.database.sql
      .select({ id: solves.id, runId, engine })
      .from(solves)
      .where(and(eq(solves.id, id), gt(solves.until, sql`now()`)));
    return solve ?? null;
  }

  async close(id: string): Promise<void> {
    await this.database.sql.delete(solves).where(eq(solves.id, id));
  }

  /** Removes the solves whose process is dead. */
  async forgetDead(): Promise<void> {
    await this.database.sql.delete(solves).where(lt(solves.until, sql`now()`));
  }

  async offer(id: string, offered: readonly Part[]): Promise<void> {
    const rows = offered.map(({ number, tasks }) => ({ solveId: id, number, ...packed(tasks) }));
    await this.database.sql.insert(parts).values(rows);
  }

  /** What others have finished; told once. */
  async collect(id: string): Promise<FinishedPart[]> {
    const done = await this.database.sql
      .delete(parts)
      .where(and(eq(parts.solveId, id), isNotNull(parts.found)))
      .returning({ number: parts.number, by: parts.claimedBy, found: parts.found });
    return done.map(({ number, by, found }) => ({ number, by, results: resultsOf(found ?? []) }));
  }

  /** What is offered and not collected, in order. */
  offered(id: string): Promise<{ number: number; claimed: boolean }[]> {
    return this.database.sql
      .select({ number: parts.number, claimed: sql<boolean>`${parts.claimedBy} is not null` })
      .from(parts)
      .where(eq(parts.solveId, id))
      .orderBy(asc(parts.number));
  }

  /** Takes back some that nobody works on, first of all those that somebody was to. @returns their numbers */
  async takeBack(id: string, limit: number): Promise<number[]> {
    const free = this.database.sql
      .select({ number: parts.number })
      .from(parts)
      .where(and(eq(parts.solveId, id), toBeHad))
      .orderBy(sql`${parts.claimedUntil} nulls last`, asc(parts.number))
      .limit(limit)
      .for('update', { skipLocked: true });
    const taken = await this.database.sql
      .delete(parts)
      .where(and(eq(parts.solveId, id), inArray(parts.number, free)))
      .returning({ number: parts.number });
    return taken.map(({ number }) => number);
  }

  /** Claims the first part that is to be had. @param by the process that claims it */
  async claim(id: string, by: string, leaseMs: number): Promise<ClaimedPart | null> {
    const [row] = await rowsOf<{ number: number; outlines: TaskOutline[]; vectors: Uint8Array }>(
      this.database.sql.execute(sql`
        update ${parts} set claimed_by = ${by}, claimed_until = ${inMs(leaseMs)}
        where solve_id = ${id} and number = (
          select number from ${parts} where ${and(eq(parts.solveId, id), toBeHad)}
          order by number limit 1 for update skip locked)
        returning number, outlines, vectors`),
    );
    return row === undefined ? null : { number: row.number, tasks: unpacked(row.outlines, row.vectors) };
  }

  /** Shows that a process lives and works on what it claimed. */
  async keep(id: string, by: string, leaseMs: number): Promise<void> {
    await this.database.sql
      .update(parts)
      .set({ claimedUntil: inMs(leaseMs) })
      .where(claimedBy(id, by));
  }

  /** Gives back what a process claimed and will not do. */
  async release(id: string, by: string): Promise<void> {
    await this.database.sql.update(parts).set({ claimedBy: null, claimedUntil: null }).where(claimedBy(id, by));
  }

  /**
   * Nothing, where the part was taken back or done by another meanwhile. Whoever else has claimed it would find the same,
   * so it counts, however late it comes.
   */
  async finish(id: string, number: number, by: string, results: readonly BlockResult[]): Promise<void> {
    const found: FoundGrouping[] = foundIn(results);
    await this.database.sql
      .update(parts)
      .set({ found, claimedBy: by })
      .where(and(eq(parts.solveId, id), eq(parts.number, number), isNull(parts.found)));
  }
}

const claimedBy = (id: string, by: string) => and(eq(parts.solveId, id), eq(parts.claimedBy, by), isNull(parts.found));
