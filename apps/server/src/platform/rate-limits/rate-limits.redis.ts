import type { Redis } from 'ioredis';
import { RateLimiterRedis } from 'rate-limiter-flexible';
import { connectRedis } from '../redis/index.js';
import { RateLimits, type RateVerdict } from './index.js';
import { UNBOUNDED, verdictOf } from './verdict.js';

/** Longer than Redis ever needs; beyond it a request is let through rather than kept waiting. */
const PATIENCE_MS = 500;

/** Counted in Redis, for all processes together. */
export class RedisRateLimits extends RateLimits {
  readonly #redis: Redis;
  readonly #counter: RateLimiterRedis;

  /** @param onError hears of a connection that is lost; it is tried again without end */
  constructor(url: string, onError: (error: Error) => void = () => {}) {
    super();
    this.#redis = connectRedis(url, 'rate-limits', onError, { commandTimeout: PATIENCE_MS });
    this.#counter = new RateLimiterRedis({
      storeClient: this.#redis,
      keyPrefix: 'tailcamp:rate',
      rejectIfRedisNotReady: true,
      points: UNBOUNDED,
      duration: 60,
    });
  }

  async take(key: string, limit: number, windowSeconds: number): Promise<RateVerdict> {
    try {
      return verdictOf(await this.#counter.consume(key, 1, { customDuration: windowSeconds }), limit);
    } catch {
      return { allowed: true, limit, remaining: limit, resetSeconds: windowSeconds };
    }
  }

  async forget(key: string): Promise<void> {
    await this.#counter.delete(key).catch(() => false);
  }

  async ping(): Promise<void> {
    await this.#redis.ping();
  }

  async close(): Promise<void> {
    this.#redis.disconnect();
  }
}
