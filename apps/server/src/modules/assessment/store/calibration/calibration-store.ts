import { Injectable } from '@nestjs/common';
import type { CalibrationProblem } from '@tailcamp/contracts';
import { and, desc, eq, getTableColumns, inArray, sql as raw } from 'drizzle-orm';
import { Database, type Sql } from '../../../../platform/database/index.js';
import { calibrations, type Proposed } from './tables.js';

export type CalibrationRow = Omit<typeof calibrations.$inferSelect, 'proposal'>;
export type { Proposed };

/** One execution of a calibration by a worker; what an earlier one still writes is refused. */
export type Execution = Pick<CalibrationRow, 'id' | 'campId' | 'execution'>;

/** What a calibration goes by. */
export interface Volume {
  learners: number;
  answers: number;
}

type NewCalibration = Pick<CalibrationRow, 'id' | 'campId' | 'track' | 'jobId' | 'createdAt'> & Volume;

const OPEN = ['queued', 'running'] as const;
const WITH_PROPOSAL = ['proposed', 'applied'] as const;
const { proposal: _, ...columns } = getTableColumns(calibrations);

/** Calibrations as rows, which are the truth of how far each is. */
@Injectable()
export class CalibrationStore {
  constructor(private readonly database: Database) {}

  /** @returns false when one of this track is going already, or another was started in this moment */
  insert(tx: Sql, calibration: NewCalibration): Promise<boolean> {
    return changed(
      tx
        .insert(calibrations)
        .values({ ...calibration, state: 'queued' })
        .onConflictDoNothing()
        .returning({ id: calibrations.id }),
    );
  }

  async find(id: string): Promise<CalibrationRow | null> {
    const [row] = await this.database.sql.select(columns).from(calibrations).where(eq(calibrations.id, id));
    return row ?? null;
  }

  /** Newest first. */
  list(campId: string, limit: number): Promise<CalibrationRow[]> {
    return this.database.sql
      .select(columns)
      .from(calibrations)
      .where(eq(calibrations.campId, campId))
      .orderBy(desc(calibrations.createdAt), desc(calibrations.id))
      .limit(limit);
  }

  async open(): Promise<CalibrationRow[]> {
    return this.database.sql
      .select(columns)
      .from(calibrations)
      .where(inArray(calibrations.state, [...OPEN]));
  }

  /** Nothing while it has not come to one. */
  async proposal(id: string, sql: Sql = this.database.sql): Promise<readonly Proposed[]> {
    const [row] = await sql
      .select({ proposal: calibrations.proposal })
      .from(calibrations)
      .where(eq(calibrations.id, id));
    return row?.proposal ?? [];
  }

  /** Starts an open one, or starts it anew after its worker was lost. @returns null when it is not open any more */
  async begin(tx: Sql, id: string, volume: Volume): Promise<Execution | null> {
    const [begun] = await tx
      .update(calibrations)
      .set({ state: 'running', execution: raw`${calibrations.execution} + 1`, iteration: 0, ...volume })
      .where(and(eq(calibrations.id, id), inArray(calibrations.state, [...OPEN])))
      .returning({ id: calibrations.id, campId: calibrations.campId, execution: calibrations.execution });
    return begun ?? null;
  }

  /** @returns false when the execution does not count any more */
  progress(tx: Sql, execution: Execution, iteration: number): Promise<boolean> {
    return changed(
      tx.update(calibrations).set({ iteration }).where(isCurrent(execution)).returning({ id: calibrations.id }),
    );
  }

  /** @returns false when the execution does not count any more */
  propose(tx: Sql, execution: Execution, proposal: readonly Proposed[], finishedAt: Date): Promise<boolean> {
    return changed(
      tx
        .update(calibrations)
        .set({ state: 'proposed', proposal, finishedAt })
        .where(isCurrent(execution))
        .returning({ id: calibrations.id }),
    );
  }

  /** Ends an open one without a proposal. @returns false when it is not open any more */
  end(
    tx: Sql,
    id: string,
    state: 'failed' | 'cancelled',
    problem: CalibrationProblem | null,
    finishedAt: Date,
  ): Promise<boolean> {
    return changed(
      tx
        .update(calibrations)
        .set({ state, problem, finishedAt })
        .where(and(eq(calibrations.id, id), inArray(calibrations.state, [...OPEN])))
        .returning({ id: calibrations.id }),
    );
  }

  /** One that has come to a proposal, held until the end of the transaction; null for any other. */
  async lockProposed(tx: Sql, id: string): Promise<CalibrationRow | null> {
    const [row] = await tx
      .select(columns)
      .from(calibrations)
      .where(and(eq(calibrations.id, id), inArray(calibrations.state, [...WITH_PROPOSAL])))
      .for('update');
    return row ?? null;
  }

  async apply(tx: Sql, id: string, applied: readonly string[]): Promise<void> {
    await tx.update(calibrations).set({ state: 'applied', applied }).where(eq(calibrations.id, id));
  }

  async removeCamp(tx: Sql, campId: string): Promise<void> {
    await tx.delete(calibrations).where(eq(calibrations.campId, campId));
  }
}

const isCurrent = ({ id, execution }: Execution) =>
  and(eq(calibrations.id, id), eq(calibrations.state, 'running'), eq(calibrations.execution, execution));
const changed = async (rows: PromiseLike<unknown[]>): Promise<boolean> => (await rows).length > 0;
