import type { RateLimiterRes } from 'rate-limiter-flexible';
import type { RateVerdict } from './index.js';

/** The library only counts; the limit comes with each question, so that its own is never reached. */
export const UNBOUNDED = 2 ** 31 - 1;

export const verdictOf = (counted: RateLimiterRes, limit: number): RateVerdict => ({
  allowed: counted.consumedPoints <= limit,
  limit,
  remaining: Math.max(0, limit - counted.consumedPoints),
  resetSeconds: Math.max(1, Math.ceil(counted.msBeforeNext / 1000)),
});
