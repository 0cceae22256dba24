import { setImmediate } from 'node:timers/promises';
import type { z } from 'zod';
import { Doorbell } from '../../kernel/doorbell.js';
import { newId } from '../../kernel/id.js';
import type { Database, Sql } from '../database/index.js';
import type { Logger } from '../telemetry/index.js';
import { Outbox, type Topic } from './index.js';
import { OutboxStore } from './outbox-store.js';

const BATCH = 100;

type Listener = (payload: unknown) => Promise<void>;

export interface OutboxTiming {
  /** Milliseconds between looks where nobody rings. */
  poll: number;
  /** Milliseconds after which a topic held by a dead process is taken by another. */
  lease: number;
  /** Milliseconds before the second try, doubling up to the longest. */
  backoff: number;
  longestBackoff: number;
}

const TIMING: OutboxTiming = { poll: 1_000, lease: 5_000, backoff: 100, longestBackoff: 5_000 };

/**
 * The outbox on PostgreSQL, embedded or real. Rows are deleted when every listener of this process has had them, so all
 * processes that `start` must listen to the same topics. A row is only taken once it is committed, and none is skipped
 * for a number that a slower transaction still holds; of two where one was committed before the other was written, the
 * earlier is brought first.
 */
export class DatabaseOutbox extends Outbox {
  private readonly topics = new Map<string, { topic: Topic; listeners: Listener[] }>();
  private readonly relaying = new Map<string, Promise<void>>();
  private readonly bell: Doorbell;
  private readonly timing: OutboxTiming;
  private readonly store: OutboxStore;
  private running: Promise<void> | null = null;
  private stopping = false;

  constructor(
    database: Database,
    private readonly log: Logger,
    timing: Partial<OutboxTiming> = {},
  ) {
    super();
    // PGlite runs one transaction after another, so a look waits for the commit of what rang.
    this.bell = database.kind === 'embedded' ? new Doorbell([]) : new Doorbell();
    this.timing = { ...TIMING, ...timing };
    this.store = new OutboxStore(database, newId(), this.timing.lease);
  }

  async put<P extends z.ZodType>(tx: Sql, topic: Topic<P>, payload: z.input<P>): Promise<void> {
    topic.payload.parse(payload);
    await this.store.put(tx, topic.name, payload);
    this.bell.ring();
  }

  on<P extends z.ZodType>(topic: Topic<P>, listener: (payload: z.output<P>) => Promise<void>): void {
    if (this.running) throw new Error(`Listen to ${topic.name} before the outbox starts`);
    const known = this.topics.get(topic.name) ?? { topic, listeners: [] };
    known.listeners.push((payload) => listener(topic.payload.parse(payload)));
    this.topics.set(topic.name, known);
  }

  nudge(): void {
    this.bell.ring();
  }

  async start(): Promise<void> {
    if (this.running) throw new Error('The outbox runs already');
    await this.store.register([...this.topics.keys()]);
    this.stopping = false;
    this.running = this.look();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.bell.ring();
    await this.running;
    await Promise.all(this.relaying.values());
    this.running = null;
  }

  private async look(): Promise<void> {
    while (!this.stopping) {
      try {
        const idle = [...this.topics.keys()].filter((topic) => !this.relaying.has(topic));
        for (const topic of await this.store.hold(idle)) this.relay(topic);
      } catch (error) {
        this.log.error({ err: error }, 'the outbox cannot be read');
      }
      await this.bell.wait(this.timing.poll);
    }
  }

  private relay(topic: string): void {
    const relaying = this.relayHeld(topic)
      .catch((error) => this.log.error({ err: error, topic }, 'the outbox cannot be relayed'))
      .finally(() => {
        this.relaying.delete(topic);
        if (!this.stopping) this.bell.ring();
      });
    this.relaying.set(topic, relaying);
  }

  private async relayHeld(topic: string): Promise<void> {
    const hold = { lost: false };
    const heartbeat = setInterval(() => {
      this.store.extend(topic).then(
        (kept) => {
          hold.lost ||= !kept;
        },
        (error) => this.log.warn({ err: error, topic }, 'the hold on a topic cannot be extended'),
      );
    }, this.timing.lease / 3);
    try {
      for (;;) {
        const rows = await this.store.next(topic, BATCH);
        if (rows.length === 0) return await this.store.release(topic);
        const delivered: number[] = [];
        for (const row of rows) {
          if (hold.lost) return;
          if (this.stopping) break;
          const error = await this.deliver(topic, row.payload);
          if (error) {
            await this.store.delivered(delivered);
            return await this.postpone(topic, row.id, error);
          }
          delivered.push(row.id);
        }
        await this.store.delivered(delivered);
        if (this.stopping) return await this.store.release(topic);
        // PGlite answers in microtasks; a long backlog must not keep timers and sockets waiting.
        await setImmediate();
      }
    } finally {
      clearInterval(heartbeat);
    }
  }

  /** @returns why it failed */
  private async deliver(topic: string, payload: unknown): Promise<Error | null> {
    try {
      for (const listener of this.topics.get(topic)?.listeners ?? []) await listener(payload);
      return null;
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  }

  private async postpone(topic: string, id: number, error: Error): Promise<void> {
    const failures = (await this.store.failures(topic)) + 1;
    const pause = Math.min(this.timing.longestBackoff, this.timing.backoff * 2 ** (failures - 1));
    this.log.warn({ err: error, topic, id, failures }, 'a listener failed; it gets this again');
    await this.store.postpone(topic, id, error.message, failures, pause);
    setTimeout(() => this.bell.ring(), pause + 1).unref();
  }
}
