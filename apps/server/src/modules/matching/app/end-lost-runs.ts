import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.js';
import { Database } from '../../../platform/database/index.js';
import { Queue } from '../../../platform/queue/index.js';
import { Streams } from '../../../platform/streams/index.js';
import { RunStore } from '../store/run-store.js';

/** A run whose job is a dead letter will never finish; ended, it no longer stands in the way of the next one. */
@Injectable()
export class EndLostRuns {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly queue: Queue,
    private readonly streams: Streams,
    private readonly runs: RunStore,
  ) {}

  async run(): Promise<void> {
    for (const { id, campId, jobId } of await this.runs.open()) {
      const job = await this.queue.find(jobId);
      if (job?.state === 'waiting' || job?.state === 'running') continue;
      const problem = 'The server was stopped in the middle of this run too often; start it again.';
      await this.database.transaction(async (tx) => {
        if (!(await this.runs.end(tx, id, 'failed', problem, this.clock.now()))) return;
        await this.streams.append(tx, `camp:${campId}`, 'run.finished', { runId: id, state: 'failed' });
      });
    }
  }
}
