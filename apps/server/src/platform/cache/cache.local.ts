import type { Metrics } from '../telemetry/index.js';
import { Cache } from './index.js';

/** More than a camp's worth of sessions; the least recently used go first. */
const MOST = 20_000;

/** In this process; kept as JSON, so that nobody shares an object with it. */
export class LocalCache extends Cache {
  /** In the order of use, as a Map keeps that of insertion. */
  readonly #entries = new Map<string, { json: string; until: number }>();

  constructor(
    private readonly metrics?: Metrics,
    private readonly most = MOST,
  ) {
    super();
  }

  async get<T>(key: string): Promise<T | undefined> {
    const entry = this.#entries.get(key);
    this.#entries.delete(key);
    const alive = entry !== undefined && entry.until > performance.now();
    this.metrics?.cache.inc({ outcome: alive ? 'hit' : 'miss' });
    if (!alive) return undefined;
    this.#entries.set(key, entry);
    return JSON.parse(entry.json) as T;
  }

  async set(key: string, value: unknown, ttlMs: number): Promise<void> {
    this.#entries.delete(key);
    this.#entries.set(key, { json: JSON.stringify(value), until: performance.now() + ttlMs });
    const [oldest] = this.#entries.keys();
    if (this.#entries.size > this.most && oldest !== undefined) this.#entries.delete(oldest);
  }

  async delete(key: string): Promise<void> {
    this.#entries.delete(key);
  }

  async close(): Promise<void> {
    this.#entries.clear();
  }
}
