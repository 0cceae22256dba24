import { Injectable } from '@nestjs/common';
import type { Policy, RunPoint, RunSolver, RunState } from '@tailcamp/contracts';
import { and, desc, eq, getTableColumns, inArray, lt, max, sql as raw } from 'drizzle-orm';
import { Cipher, type Sealed } from '../../../platform/cipher/index.js';
import { Database, type Sql } from '../../../platform/database/index.js';
import type { Cohort, RestToSolve, SolveProgress } from '../../../platform/solver/index.js';
import type { RunResult } from '../domain/run-result.js';
import { runs } from './tables.js';

type Row = typeof runs.$inferSelect;
export type RunRow = Omit<Row, 'snapshot' | 'result'>;

/** The students of a run as they were when it was started. */
export interface Snapshot {
  cohort: Cohort;
  /** Member id → name. */
  names: Record<string, string>;
  /** Where the rest of a scenario is solved: the groups to start from, and who stays in theirs. */
  rest?: RestToSolve;
}

export interface NewRun {
  id: string;
  campId: string;
  jobId: string;
  policy: Policy;
  seed: number;
  engine: string;
  snapshot: Snapshot;
  createdAt: Date;
}

/** One execution of a run by a worker; what an earlier one still writes is refused. */
export interface Execution {
  id: string;
  campId: string;
  execution: number;
  policy: Policy;
  seed: number;
}

export interface Figures {
  groups: number;
  objective: number;
  worst: number;
  hardViolations: number;
  solver: RunSolver;
}

const OPEN: RunState[] = ['queued', 'running'];
const RESULTS: RunState[] = ['done', 'accepted'];
const { snapshot: _snapshot, result: _result, ...columns } = getTableColumns(runs);

@Injectable()
export class RunStore {
  constructor(
    private readonly database: Database,
    private readonly cipher: Cipher,
  ) {}

  /** @returns false when the camp has an open run already, or another was started in this moment */
  async insert(tx: Sql, { snapshot, ...run }: NewRun): Promise<boolean> {
    const [newest] = await tx
      .select({ number: max(runs.number) })
      .from(runs)
      .where(eq(runs.campId, run.campId));
    const inserted = await tx
      .insert(runs)
      .values({
        ...run,
        number: (newest?.number ?? 0) + 1,
        state: 'queued',
        students: snapshot.cohort.rows.length,
        snapshot: this.seal(run.id, 'snapshot', snapshot),
      })
      .onConflictDoNothing()
      .returning({ id: runs.id });
    return inserted.length > 0;
  }

  async find(id: string, sql: Sql = this.database.sql): Promise<RunRow | null> {
    const [row] = await sql.select(columns).from(runs).where(eq(runs.id, id));
    return row ?? null;
  }

  /** A run of a camp; the camp's results are held until the end of the transaction, so that one is accepted at a time. */
  async lock(tx: Sql, campId: string, id: string): Promise<RunRow | null> {
    await tx
      .select({ id: runs.id })
      .from(runs)
      .where(and(eq(runs.campId, campId), inArray(runs.state, RESULTS)))
      .orderBy(runs.number)
      .for('update');
    const row = await this.find(id, tx);
    return row?.campId === campId ? row : null;
  }

  /** Newest first. */
  page(campId: string, before: number, limit: number): Promise<RunRow[]> {
    return this.database.sql
      .select(columns)
      .from(runs)
      .where(and(eq(runs.campId, campId), lt(runs.number, before)))
      .orderBy(desc(runs.number))
      .limit(limit);
  }

  /** The newest run before this one that came to a result. */
  async previous({ campId, number }: RunRow): Promise<RunRow | null> {
    const [row] = await this.database.sql
      .select(columns)
      .from(runs)
      .where(and(eq(runs.campId, campId), lt(runs.number, number), inArray(runs.state, RESULTS)))
      .orderBy(desc(runs.number))
      .limit(1);
    return row ?? null;
  }

  async open(): Promise<RunRow[]> {
    return this.database.sql.select(columns).from(runs).where(inArray(runs.state, OPEN));
  }

  async snapshot(id: string): Promise<Snapshot> {
    const [row] = await this.database.sql.select({ snapshot: runs.snapshot }).from(runs).where(eq(runs.id, id));
    if (row === undefined) throw new Error(`The run ${id} is gone`);
    return JSON.parse(this.cipher.open(place('snapshot', id), row.snapshot)) as Snapshot;
  }

  /** Null for a run that has no result. */
  async result(id: string, sql: Sql = this.database.sql): Promise<RunResult | null> {
    const [row] = await sql.select({ result: runs.result }).from(runs).where(eq(runs.id, id));
    if (!row?.result) return null;
    return JSON.parse(this.cipher.open(place('result', id), row.result)) as RunResult;
  }

  /** Starts an open run, or starts it anew after its worker was lost. @returns null when it is not open any more */
  async begin(tx: Sql, id: string, startedAt: Date): Promise<Execution | null> {
    const [begun] = await tx
      .update(runs)
      .set({
        state: 'running',
        execution: raw`${runs.execution} + 1`,
        startedAt,
        phase: 'preparing',
        moves: 0,
        of: 0,
        curve: [],
      })
      .where(and(eq(runs.id, id), inArray(runs.state, OPEN)))
      .returning({
        id: runs.id,
        campId: runs.campId,
        execution: runs.execution,
        policy: runs.policy,
        seed: runs.seed,
      });
    return begun ?? null;
  }

  /** Whether this execution still is the one that counts. */
  async stands(execution: Execution): Promise<boolean> {
    const [row] = await this.database.sql.select({ id: runs.id }).from(runs).where(isCurrent(execution));
    return row !== undefined;
  }

  /** @returns false when the execution does not count any more */
  progress(
    tx: Sql,
    execution: Execution,
    { phase, moves, of }: Pick<SolveProgress, 'phase' | 'moves' | 'of'>,
    curve: RunPoint[],
  ): Promise<boolean> {
    return changed(
      tx.update(runs).set({ phase, moves, of, curve }).where(isCurrent(execution)).returning({ id: runs.id }),
    );
  }

  /** @returns false when the execution does not count any more */
  finish(tx: Sql, execution: Execution, result: RunResult, figures: Figures, finishedAt: Date): Promise<boolean> {
    const sealed = this.seal(execution.id, 'result', result);
    return changed(
      tx
        .update(runs)
        .set({ state: 'done', ...figures, moves: result.report.moves, result: sealed, finishedAt })
        .where(isCurrent(execution))
        .returning({ id: runs.id }),
    );
  }

  /** Ends an open run without a result. @returns false when it is not open any more */
  end(tx: Sql, id: string, state: 'failed' | 'cancelled', problem: string | null, finishedAt: Date): Promise<boolean> {
    return changed(
      tx
        .update(runs)
        .set({ state, problem, finishedAt })
        .where(and(eq(runs.id, id), inArray(runs.state, OPEN)))
        .returning({ id: runs.id }),
    );
  }

  /** Makes a run the accepted one of its camp; the one before is merely done again. */
  async accept(tx: Sql, { id, campId }: RunRow): Promise<void> {
    await this.unaccept(tx, campId);
    await tx.update(runs).set({ state: 'accepted' }).where(eq(runs.id, id));
  }

  /** The groups of the camp are those of no run any more. */
  async unaccept(tx: Sql, campId: string): Promise<void> {
    await tx
      .update(runs)
      .set({ state: 'done' })
      .where(and(eq(runs.campId, campId), eq(runs.state, 'accepted')));
  }

  async removeCamp(tx: Sql, campId: string): Promise<void> {
    await tx.delete(runs).where(eq(runs.campId, campId));
  }

  private seal(row: string, column: 'snapshot' | 'result', value: Snapshot | RunResult): Sealed {
    return this.cipher.seal(place(column, row), JSON.stringify(value));
  }
}

const place = (column: 'snapshot' | 'result', row: string) => ({ column: `runs.${column}`, row });
const isCurrent = ({ id, execution }: Execution) =>
  and(eq(runs.id, id), eq(runs.state, 'running'), eq(runs.execution, execution));
const changed = async (rows: PromiseLike<unknown[]>): Promise<boolean> => (await rows).length > 0;
