import { Injectable } from '@nestjs/common';
import type { RunPoint } from '@tailcamp/contracts';
import { Clock } from '../../../kernel/clock.js';
import { Database } from '../../../platform/database/index.js';
import type { JobRun } from '../../../platform/queue/index.js';
import { type Solved, type SolveProgress, Solver, SolverRefusal } from '../../../platform/solver/index.js';
import { Streams } from '../../../platform/streams/index.js';
import { Log, Metrics } from '../../../platform/telemetry/index.js';
import { extendCurve } from '../domain/curve.js';
import { figuresOf } from '../domain/run-result.js';
import { type Execution, RunStore, type Snapshot } from '../store/run-store.js';
import { ProgressWriter } from './progress-writer.js';

/** How often the state is looked at besides with each progress: a cancelled run ends within a second. */
const LOOK_MS = 400;

/** Somebody cancelled the run, or another worker has begun it anew. */
class Superseded extends Error {}
class EngineBroke extends Error {}

/**
 * Does one run. Begun again after its worker was lost, it starts anew from the same snapshot and seed, and comes to the
 * same answer; only the execution begun last can write.
 */
@Injectable()
export class PerformRun {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly streams: Streams,
    private readonly solver: Solver,
    private readonly runs: RunStore,
    private readonly metrics: Metrics,
    private readonly log: Log,
  ) {}

  async run({ runId }: { runId: string }, { signal }: Pick<JobRun, 'signal'>): Promise<void> {
    const execution = await this.database.transaction((tx) => this.runs.begin(tx, runId, this.clock.now()));
    if (execution === null) return;
    const snapshot = await this.runs.snapshot(runId);
    try {
      await this.finish(execution, snapshot, await this.solve(execution, snapshot, signal));
    } catch (error) {
      if (error instanceof Superseded) return;
      if (error instanceof SolverRefusal) return this.fail(execution, `The policy does not fit: ${error.message}.`);
      if (!(error instanceof EngineBroke)) throw error;
      this.log.error({ err: error.cause, runId }, 'the engine broke down');
      await this.fail(execution, 'The engine broke down on this run; the log of the server says why.');
    }
  }

  private async solve(execution: Execution, { cohort, rest }: Snapshot, stop: AbortSignal): Promise<Solved> {
    const { id: runId, policy, seed } = execution;
    const superseded = new AbortController();
    const supersede = () => superseded.abort(new Superseded());
    let curve: RunPoint[] = [];
    const writer = new ProgressWriter<SolveProgress>(async (progress) => {
      if (progress.moves > 0) curve = extendCurve(curve, pointOf(progress));
      if (!(await this.tell(execution, progress, curve))) supersede();
    });
    const look = setInterval(() => {
      this.runs.stands(execution).then(
        (stands) => stands || supersede(),
        () => {},
      );
    }, LOOK_MS);
    const signal = AbortSignal.any([stop, superseded.signal]);
    try {
      const onProgress = (progress: SolveProgress) => writer.tell(progress);
      return await this.solver.solve({ policy, cohort, seed, ...(rest && { rest }) }, { onProgress, signal, runId });
    } catch (error) {
      if (signal.aborted || error instanceof SolverRefusal) throw error;
      throw new EngineBroke('The engine broke down', { cause: error });
    } finally {
      clearInterval(look);
      await writer.settled();
    }
  }

  private tell(execution: Execution, progress: SolveProgress, curve: RunPoint[]): Promise<boolean> {
    const { id: runId, campId } = execution;
    return this.database.transaction(async (tx) => {
      if (!(await this.runs.progress(tx, execution, progress, curve))) return false;
      await this.streams.append(tx, `camp:${campId}`, 'run.progress', { runId, ...progress });
      return true;
    });
  }

  private async finish(
    execution: Execution,
    { names }: Snapshot,
    { report, pairs, free, solver }: Solved,
  ): Promise<void> {
    const { id: runId, campId } = execution;
    const finished = await this.database.transaction(async (tx) => {
      const figures = { ...figuresOf(report), solver };
      if (!(await this.runs.finish(tx, execution, { report, names, pairs, free }, figures, this.clock.now())))
        return false;
      await this.streams.append(tx, `camp:${campId}`, 'run.finished', { runId, state: 'done' });
      return true;
    });
    if (finished) this.metrics.matchObjective.observe(report.objective);
  }

  private async fail({ id: runId, campId }: Execution, problem: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      if (!(await this.runs.end(tx, runId, 'failed', problem, this.clock.now()))) return;
      await this.streams.append(tx, `camp:${campId}`, 'run.finished', { runId, state: 'failed' });
    });
  }
}

const pointOf = ({ seconds, moves, best, hardViolations }: SolveProgress): RunPoint => ({
  seconds,
  moves,
  best,
  hardViolations,
});
