import type { Logger, Metrics } from '../telemetry/index.js';
import type { Job, JobHandler } from './index.js';
import type { JobStore, TakenJob } from './job-store.js';

/** How often a job may take its worker down with it before it is a dead letter. */
const LOSSES = 30;

/** Why the signal of a run is aborted. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
}
export class Stopping extends Error {
  override readonly name = 'Stopping';
}

type Outcome = 'done' | 'retried' | 'dead' | 'lost' | 'returned';
interface Handled {
  job: Job;
  load: () => Promise<JobHandler<Job['payload']>>;
}

/** Runs jobs that have been taken: keeps their lease, calls the handler, and writes what became of them. */
export class JobRunner {
  private readonly handled = new Map<string, Handled>();
  private readonly active = new Map<AbortController, { id: string; over: Promise<void> }>();

  constructor(
    private readonly store: JobStore,
    private readonly log: Logger,
    private readonly metrics?: Metrics,
  ) {}

  handle(job: Job, load: Handled['load']): void {
    if (this.handled.has(job.name)) throw new Error(`Somebody does ${job.name} already`);
    this.handled.set(job.name, { job, load });
  }

  get kinds(): Job[] {
    return [...this.handled.values()].map(({ job }) => job);
  }

  /** The ids of what runs. */
  get ids(): string[] {
    return [...this.active.values()].map(({ id }) => id);
  }

  /** Resolves, never rejects, when the run is over and written down. */
  run(taken: TakenJob): Promise<void> {
    const abort = new AbortController();
    const began = performance.now();
    const running = this.attempt(taken, abort)
      .then((outcome) => {
        const seconds = (performance.now() - began) / 1000;
        this.metrics?.jobs.observe({ job: taken.name, outcome }, seconds);
        this.log.debug({ job: taken.name, id: taken.id, attempt: taken.attempts, outcome, seconds }, 'a job ran');
      })
      .catch((error) => this.log.error({ err: error, job: taken.name, id: taken.id }, 'a job cannot be written down'))
      .finally(() => this.active.delete(abort));
    this.active.set(abort, { id: taken.id, over: running });
    return running;
  }

  /** Waits for what runs, after `graceMs` tells it to give up, and waits on. */
  async drain(graceMs: number): Promise<void> {
    const all = () => Promise.all([...this.active.values()].map(({ over }) => over));
    let timer: NodeJS.Timeout | undefined;
    const grace = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, graceMs);
    });
    await Promise.race([all(), grace]);
    clearTimeout(timer);
    for (const abort of this.active.keys()) abort.abort(new Stopping('The process stops'));
    await all();
  }

  private async attempt(taken: TakenJob, abort: AbortController): Promise<Outcome> {
    const handled = this.handled.get(taken.name);
    if (!handled) throw new Error(`Nobody here does ${taken.name}`);
    const { job, load } = handled;
    const losses = taken.attempts - 1 - taken.failures;
    if (losses >= LOSSES) return this.bury(taken, new Error(`Its worker was lost ${losses} times`));
    const payload = job.payload.safeParse(taken.payload);
    if (!payload.success) return this.bury(taken, payload.error);
    const stopHeartbeat = this.keepAlive(taken, job.lease, abort);
    try {
      const handler = await load();
      const keep = (kept: boolean) => kept || abort.abort(new LeaseLost('Another worker has the job'));
      await handler(payload.data, {
        id: taken.id,
        attempt: taken.attempts,
        signal: abort.signal,
        progress: async (value) => void keep(await this.store.progress(taken, value)),
      });
      stopHeartbeat();
      return (await this.store.finish(taken)) ? 'done' : 'lost';
    } catch (error) {
      stopHeartbeat();
      return await this.failed(taken, job, error, abort.signal);
    }
  }

  private async failed(taken: TakenJob, job: Job, error: unknown, signal: AbortSignal): Promise<Outcome> {
    if (signal.reason instanceof LeaseLost) return 'lost';
    if (signal.reason instanceof Stopping) return (await this.store.giveBack(taken)) ? 'returned' : 'lost';
    const failures = taken.failures + 1;
    if (failures >= job.attempts) return this.bury(taken, error);
    const pause = job.backoff * 2 ** (failures - 1);
    this.log.warn(
      { err: error, job: taken.name, id: taken.id, attempt: taken.attempts },
      'a job failed; it runs again',
    );
    return (await this.store.retry(taken, messageOf(error), pause)) ? 'retried' : 'lost';
  }

  private async bury(taken: TakenJob, error: unknown): Promise<Outcome> {
    this.log.error({ err: error, job: taken.name, id: taken.id, attempt: taken.attempts }, 'a job is a dead letter');
    return (await this.store.bury(taken, messageOf(error))) ? 'dead' : 'lost';
  }

  /** Extends the lease three times in its length; aborts when it is lost, or could not be extended for its length. */
  private keepAlive(taken: TakenJob, lease: number, abort: AbortController): () => void {
    let until = performance.now() + lease;
    const beat = async () => {
      const asked = performance.now();
      try {
        if (await this.store.extend(taken, lease)) until = asked + lease;
        else until = 0;
      } catch (error) {
        this.log.warn({ err: error, job: taken.name, id: taken.id }, 'the lease of a job cannot be extended');
      }
      if (performance.now() > until) abort.abort(new LeaseLost('The lease ended'));
    };
    const timer = setInterval(beat, lease / 3);
    return () => clearInterval(timer);
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error)).slice(0, 2_000);
