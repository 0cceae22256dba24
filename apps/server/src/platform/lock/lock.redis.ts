import { setTimeout as pause } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import { newId } from '../../kernel/id.js';
import { connectRedis } from '../redis/index.js';
import type { Logger } from '../telemetry/index.js';
import { Lock } from './index.js';

const PREFIX = 'tailcamp:lock:';
/** Milliseconds after which the lock of a dead process is free. */
const LEASE = 10_000;
const EXTEND = "return redis.call('get', KEYS[1]) == ARGV[1] and redis.call('pexpire', KEYS[1], ARGV[2]) or 0";
const RELEASE = "return redis.call('get', KEYS[1]) == ARGV[1] and redis.call('del', KEYS[1]) or 0";

/**
 * In Redis, for all processes: `SET NX PX` with a token that only its holder can extend and release (the pattern of
 * redis.io/docs/latest/develop/use/patterns/distributed-locks for one instance). Without Redis nobody has it.
 */
export class RedisLock extends Lock {
  private readonly redis: Redis;
  private readonly closing = new AbortController();

  constructor(
    url: string,
    private readonly log: Logger,
    private readonly lease = LEASE,
  ) {
    super();
    const failed = (error: Error) => log.warn({ err: error }, 'locks: Redis cannot be reached');
    this.redis = connectRedis(url, 'lock', failed, { commandTimeout: lease / 3 });
  }

  async withLock<T>(name: string, waitMs: number, work: (signal: AbortSignal) => Promise<T>): Promise<T | undefined> {
    const key = PREFIX + name;
    const token = newId();
    if (!(await this.take(key, token, waitMs))) return undefined;
    const lost = new AbortController();
    const stop = this.keep(key, token, lost);
    try {
      return await work(AbortSignal.any([lost.signal, this.closing.signal]));
    } finally {
      stop();
      await this.redis.eval(RELEASE, 1, key, token).catch((error) => this.failed(error));
    }
  }

  async close(): Promise<void> {
    this.closing.abort(new Error('The lock is closed'));
    this.redis.disconnect();
  }

  private async take(key: string, token: string, waitMs: number): Promise<boolean> {
    const until = performance.now() + waitMs;
    for (;;) {
      const taken = await this.redis.set(key, token, 'PX', this.lease, 'NX').catch((error) => this.failed(error));
      if (taken === 'OK') return true;
      const left = until - performance.now();
      if (left <= 0 || this.closing.signal.aborted) return false;
      await pause(Math.min(left, 10 + Math.random() * 40));
    }
  }

  /** Extends the lease three times in its length; aborts when another has it, or it could not be extended in time. */
  private keep(key: string, token: string, lost: AbortController): () => void {
    let until = performance.now() + this.lease;
    const extend = async () => {
      const asked = performance.now();
      const answer = await this.redis.eval(EXTEND, 1, key, token, this.lease).catch((error) => this.failed(error));
      if (answer === 1) until = asked + this.lease;
      if (answer === 0 || performance.now() > until) lost.abort(new Error('The lock was lost'));
    };
    const timer = setInterval(extend, this.lease / 3);
    return () => clearInterval(timer);
  }

  private failed(error: unknown): null {
    this.log.debug({ err: error }, 'locks: Redis did not answer');
    return null;
  }
}
