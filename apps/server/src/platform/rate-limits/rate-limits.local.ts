import { RateLimiterMemory } from 'rate-limiter-flexible';
import { RateLimits, type RateVerdict } from './index.js';
import { UNBOUNDED, verdictOf } from './verdict.js';

/** Counted in this process. */
export class LocalRateLimits extends RateLimits {
  readonly #counter = new RateLimiterMemory({ points: UNBOUNDED, duration: 60 });

  async take(key: string, limit: number, windowSeconds: number): Promise<RateVerdict> {
    return verdictOf(await this.#counter.consume(key, 1, { customDuration: windowSeconds }), limit);
  }

  async forget(key: string): Promise<void> {
    await this.#counter.delete(key);
  }

  async ping(): Promise<void> {}

  async close(): Promise<void> {}
}
