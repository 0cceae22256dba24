import { setTimeout as pause } from 'node:timers/promises';
import { Queue as Broker, Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import { Doorbell } from '../../kernel/doorbell.js';
import type { Database } from '../database/index.js';
import { connectRedis } from '../redis/index.js';
import type { Logger, Metrics } from '../telemetry/index.js';
import { RowQueue } from './row-queue.js';

/** Milliseconds: BullMQ's worker holds a command open for up to ten seconds. */
const LONGEST_WAIT = 15_000;
/** Milliseconds between sweeps, of all processes together. */
const SWEEP = 2_000;
/** How many jobs one sweep brings back at most; the next goes on. */
const SWEPT = 1_000;
/** Milliseconds after which a job of ours that is not to be seen was rolled back, or is the sweeper's. */
const UNSEEN = 30_000;
/** Milliseconds that closing waits for Redis. */
const FAREWELL = 2_000;

export interface BullQueueSetup {
  url: string;
  log: Logger;
  metrics?: Metrics;
  sweep?: number;
}

/**
 * BullMQ carries the ids of jobs to workers, at once and over machines; the row says whether there is anything to do.
 * Redis may forget everything: a sweeper, one at a time by a schedule's row, brings every due row again. A run has one
 * broker id, made of the job's id and its attempts, so what is brought twice is carried once. All processes that
 * `start` must do the same kinds of jobs.
 */
export class BullQueue extends RowQueue {
  private readonly url: string;
  private readonly redis: Redis;
  private readonly broker: Broker<{ id: string }>;
  private readonly sweepEvery: number;
  /** Jobs of this process and when they were added, until they are seen committed and have been handed on. */
  private readonly fresh = new Map<string, number>();
  private readonly bell = new Doorbell();
  private readonly dispatching: Promise<void>;
  /** What the worker waits on for the next job. */
  private waiting: Redis | null = null;
  private worker: Worker<{ id: string }> | null = null;
  private sweeping: Promise<void> | null = null;
  private sweepDue = false;
  private readonly stopping = new AbortController();

  constructor(database: Database, { url, log, metrics, sweep = SWEEP }: BullQueueSetup) {
    super(database, log, metrics);
    this.url = url;
    this.sweepEvery = sweep;
    this.redis = connectRedis(url, 'queue', (error) => this.redisFailed(error), { maxRetriesPerRequest: null });
    this.redis.on('ready', () => this.bell.ring());
    this.broker = new Broker('jobs', { connection: this.redis, prefix: 'tailcamp' });
    this.broker.on('error', (error) => this.redisFailed(error));
    this.schedules.add({
      name: 'queue.sweep',
      everyMs: sweep,
      act: async () => {
        this.sweepDue = true;
      },
    });
    // Begun here and not at the first `add`, which stands in a transaction.
    this.dispatching = this.dispatch();
  }

  async start(concurrency: number): Promise<void> {
    if (this.worker) throw new Error('The queue works already');
    await this.prepare();
    this.waiting = connectRedis(this.url, 'queue-worker', (error) => this.redisFailed(error), {
      maxRetriesPerRequest: null,
      commandTimeout: LONGEST_WAIT,
    });
    this.worker = new Worker('jobs', (carried) => this.carried(carried.data.id), {
      connection: this.waiting,
      prefix: 'tailcamp',
      concurrency,
      runRetryDelay: 500,
    });
    this.worker.on('error', (error) => this.redisFailed(error));
    this.sweeping = this.sweepOn();
  }

  async stop(graceMs: number): Promise<void> {
    this.stopping.abort();
    this.bell.ring();
    const closing = this.worker?.close();
    await Promise.all([this.runner.drain(graceMs), this.sweeping]);
    const farewell = Promise.all([closing, this.dispatching]).then(() => this.broker.close());
    const patience = this.redis.status === 'ready' ? FAREWELL : 0;
    await Promise.race([farewell, pause(patience, undefined, { ref: false })]).catch(() => {});
    this.redis.disconnect();
    this.waiting?.disconnect();
  }

  protected added(id: string): void {
    this.fresh.set(id, Date.now());
    this.bell.ring();
  }

  private async dispatch(): Promise<void> {
    for (let last = false; !last; ) {
      await this.bell.wait(this.fresh.size > 0 ? 1_000 : 60_000);
      last = this.stopping.signal.aborted;
      if (this.fresh.size > 0) await this.dispatchFresh().catch((error) => this.redisFailed(error));
    }
  }

  private async dispatchFresh(): Promise<void> {
    const ids = [...this.fresh.keys()];
    const committed = await this.store.waiting(ids, ids.length);
    for (const [id, at] of this.fresh) if (Date.now() - at > UNSEEN) this.fresh.delete(id);
    if (await this.carry(committed)) for (const { id } of committed) this.fresh.delete(id);
  }

  /** Hands ids to the broker, which leaves one that it has already as it is. @returns false while it is away */
  private async carry(waiting: { id: string; attempts: number; ms: number }[]): Promise<boolean> {
    if (this.redis.status !== 'ready') return false;
    await this.broker.addBulk(
      waiting.map(({ id, attempts, ms }) => ({
        name: 'job',
        data: { id },
        opts: { jobId: `${id}.${attempts}`, delay: Math.ceil(ms), removeOnComplete: true, removeOnFail: true },
      })),
    );
    return true;
  }

  private async carried(id: string): Promise<void> {
    if (this.stopping.signal.aborted) return;
    const taken = await this.store.takeOne(this.runner.kinds, id);
    if (!taken) return;
    if (this.stopping.signal.aborted) {
      await this.store.giveBack(taken);
      return;
    }
    await this.runner.run(taken);
    await this.carry(await this.store.waiting([id], 1));
  }

  private async sweepOn(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      try {
        const next = await this.schedules.turn();
        if (this.sweepDue) await this.sweep();
        await this.rest(Math.min(next ?? this.sweepEvery, this.sweepEvery));
      } catch (error) {
        this.log.error({ err: error }, 'the queue cannot be swept');
        await this.rest(this.sweepEvery);
      }
    }
  }

  private async sweep(): Promise<void> {
    this.sweepDue = false;
    await this.store.freeLost(this.runner.ids);
    await this.carry(await this.store.waiting('due', SWEPT));
  }

  private async rest(ms: number): Promise<void> {
    await pause(Math.ceil(ms) + 1, undefined, { signal: this.stopping.signal }).catch(() => {});
  }

  private redisFailed(error: unknown): void {
    if (!this.stopping.signal.aborted) this.log.warn({ err: error }, 'the broker of jobs fails');
  }
}
