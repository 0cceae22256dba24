import { Injectable } from '@nestjs/common';
import type { Policy } from '@tailcamp/contracts';
import { AppError } from '../../../kernel/app-error.js';
import { Clock } from '../../../kernel/clock.js';
import { newId } from '../../../kernel/id.js';
import { Database, type Sql } from '../../../platform/database/index.js';
import { Queue } from '../../../platform/queue/index.js';
import { Solver } from '../../../platform/solver/index.js';
import { Streams } from '../../../platform/streams/index.js';
import { RunStore, type Snapshot } from '../store/run-store.js';
import { PERFORM_RUN } from './jobs.js';

interface RunToBegin {
  campId: string;
  policy: Policy;
  seed: number;
  snapshot: Snapshot;
}

/** How a run begins, whoever asks for it: its row and its job in one transaction, told to the camp. */
@Injectable()
export class BeginRun {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly queue: Queue,
    private readonly streams: Streams,
    private readonly solver: Solver,
    private readonly runs: RunStore,
  ) {}

  /**
   * @param also done in the same transaction, with the id of the run
   * @returns the id of the run
   * @throws AppError `conflict` while another run of the camp is going
   */
  async run(run: RunToBegin, also: (tx: Sql, id: string) => Promise<void> = async () => {}): Promise<string> {
    const id = newId();
    await this.database.transaction(async (tx) => {
      const jobId = await this.queue.add(tx, PERFORM_RUN, { runId: id }, { key: id });
      const row = { ...run, id, jobId, engine: this.solver.engine, createdAt: this.clock.now() };
      if (!(await this.runs.insert(tx, row))) throw alreadyGoing();
      await also(tx, id);
      await this.streams.append(tx, `camp:${run.campId}`, 'run.started', { runId: id });
    });
    return id;
  }
}

const alreadyGoing = () =>
  new AppError('conflict', { detail: 'A run of this camp is going already; wait for it, or cancel it.' });
