import type { z } from 'zod';
import type { Database, Sql } from '../database/index.js';
import type { Logger, Metrics } from '../telemetry/index.js';
import { type AddOptions, type Job, type JobHandler, type JobState, type JobStatus, Queue } from './index.js';
import { JobRunner } from './job-runner.js';
import { JobStore } from './job-store.js';
import { Schedules } from './schedules.js';

const HOUR = 3_600_000;
/** How long what was done stays to be looked at. */
const KEEP_DONE = 7 * 24 * HOUR;

/** What both adapters share: jobs are rows. They differ only in how a worker learns that there is one. */
export abstract class RowQueue extends Queue {
  protected readonly store: JobStore;
  protected readonly runner: JobRunner;
  protected readonly schedules: Schedules;

  constructor(
    protected readonly database: Database,
    protected readonly log: Logger,
    metrics?: Metrics,
  ) {
    super();
    this.store = new JobStore(database);
    this.runner = new JobRunner(this.store, log, metrics);
    this.schedules = new Schedules(database);
    this.schedules.add({ name: 'queue.forget-done', everyMs: HOUR, act: (tx) => this.store.forgetDone(tx, KEEP_DONE) });
  }

  async add<P extends z.ZodType>(tx: Sql, job: Job<P>, payload: z.input<P>, options: AddOptions = {}): Promise<string> {
    job.payload.parse(payload);
    const id = await this.store.add(tx, job.name, payload, options);
    this.added(id);
    return id;
  }

  handle<P extends z.ZodType>(job: Job<P>, load: () => Promise<JobHandler<P>>): void {
    this.runner.handle(job, load as () => Promise<JobHandler<z.ZodType>>);
  }

  schedule<P extends z.ZodType>(job: Job<P>, everyMs: number, payload: z.input<P>): void {
    job.payload.parse(payload);
    const act = async (tx: Sql) => void (await this.add(tx, job, payload, { key: 'schedule' }));
    this.schedules.add({ name: `job.${job.name}`, everyMs, act });
  }

  find(id: string): Promise<JobStatus | null> {
    return this.store.find(id);
  }

  depth(): Promise<Record<JobState, number>> {
    return this.store.depth();
  }

  /** Before the first look: frees what a dead process ran, where it is certain that it is dead. */
  protected async prepare(): Promise<void> {
    // The directory's lock says that nobody else is alive in an embedded database.
    if (this.database.kind === 'embedded') await this.store.freeAll();
    await this.schedules.register();
  }

  /** A job was written in a transaction of this process that may be yet to commit. */
  protected abstract added(id: string): void;
}
