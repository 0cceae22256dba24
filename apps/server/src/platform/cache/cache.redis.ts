import type { Redis } from 'ioredis';
import { connectRedis } from '../redis/index.js';
import type { Logger, Metrics } from '../telemetry/index.js';
import { Cache } from './index.js';

const PREFIX = 'tailcamp:cache:';
/** Longer than Redis ever needs; beyond it the value is as good as forgotten. */
const PATIENCE_MS = 500;

/**
 * In Redis, for all processes. While it is away everything is forgotten, and nothing fails: what is deleted meanwhile
 * is not given out by this process, and is deleted when Redis is back; until then another process may give it out, for
 * no longer than its time to live.
 */
export class RedisCache extends Cache {
  private readonly redis: Redis;
  private readonly undeleted = new Set<string>();

  constructor(
    url: string,
    private readonly log: Logger,
    private readonly metrics?: Metrics,
  ) {
    super();
    const failed = (error: Error) => log.warn({ err: error }, 'cache: Redis cannot be reached');
    this.redis = connectRedis(url, 'cache', failed, { commandTimeout: PATIENCE_MS });
    this.redis.on('ready', () => void this.deleteMissed());
  }

  async get<T>(key: string): Promise<T | undefined> {
    const json = this.undeleted.has(key) ? null : await this.ask(() => this.redis.get(PREFIX + key), null);
    this.metrics?.cache.inc({ outcome: json === null ? 'miss' : 'hit' });
    return json === null ? undefined : (JSON.parse(json) as T);
  }

  async set(key: string, value: unknown, ttlMs: number): Promise<void> {
    const json = JSON.stringify(value);
    if (ttlMs < 1) return this.delete(key);
    const kept = await this.ask(() => this.redis.set(PREFIX + key, json, 'PX', Math.ceil(ttlMs)), null);
    if (kept === 'OK') this.undeleted.delete(key);
    // What stood there before must not come back as if it were this.
    else this.undeleted.add(key);
  }

  async delete(key: string): Promise<void> {
    this.undeleted.add(key);
    if ((await this.ask(() => this.redis.del(PREFIX + key), -1)) >= 0) this.undeleted.delete(key);
  }

  async close(): Promise<void> {
    this.redis.disconnect();
  }

  private async deleteMissed(): Promise<void> {
    for (const key of [...this.undeleted]) await this.delete(key);
  }

  private async ask<T>(command: () => Promise<T>, otherwise: T): Promise<T> {
    try {
      return await command();
    } catch (error) {
      this.log.debug({ err: error }, 'cache: Redis did not answer');
      return otherwise;
    }
  }
}
