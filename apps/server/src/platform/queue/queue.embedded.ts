import { Doorbell } from '../../kernel/doorbell.js';
import type { Database } from '../database/index.js';
import type { Logger, Metrics } from '../telemetry/index.js';
import { RowQueue } from './row-queue.js';

/** Milliseconds between looks where nobody rings: how long a job of another process may go unnoticed. */
const POLL = 1_000;

export interface EmbeddedQueueSetup {
  log: Logger;
  metrics?: Metrics;
  poll?: number;
}

/**
 * Takes jobs straight from the database, with nothing beside it. A transaction of this process wakes it at once; jobs
 * of other processes on the same PostgreSQL are found by looking.
 */
export class EmbeddedQueue extends RowQueue {
  private readonly bell: Doorbell;
  private readonly poll: number;
  private working: Promise<void> | null = null;
  private stopping = false;

  constructor(database: Database, { log, metrics, poll = POLL }: EmbeddedQueueSetup) {
    super(database, log, metrics);
    // PGlite runs one transaction after another, so a look waits for the commit of what rang.
    this.bell = database.kind === 'embedded' ? new Doorbell([]) : new Doorbell();
    this.poll = poll;
  }

  async start(concurrency: number): Promise<void> {
    if (this.working) throw new Error('The queue works already');
    await this.prepare();
    this.stopping = false;
    this.working = this.work(concurrency);
  }

  async stop(graceMs: number): Promise<void> {
    this.stopping = true;
    this.bell.ring();
    await this.working;
    await this.runner.drain(graceMs);
    this.working = null;
  }

  protected added(): void {
    this.bell.ring();
  }

  private async work(concurrency: number): Promise<void> {
    while (!this.stopping) await this.bell.wait(await this.look(concurrency));
  }

  /** @returns milliseconds until it is worth looking again */
  private async look(concurrency: number): Promise<number> {
    try {
      const nextTurn = await this.schedules.turn();
      const running = this.runner.ids;
      const free = concurrency - running.length;
      const taken = this.stopping ? [] : await this.store.take(this.runner.kinds, free, running);
      for (const job of taken) this.runner.run(job).finally(() => this.bell.ring());
      // With every hand full, the next look is when one is free: that rings.
      const nextJob = taken.length < free ? await this.store.untilDue(this.runner.kinds) : null;
      return Math.ceil(Math.min(this.poll, nextTurn ?? this.poll, nextJob ?? this.poll));
    } catch (error) {
      this.log.error({ err: error }, 'the queue cannot be read');
      return this.poll;
    }
  }
}
