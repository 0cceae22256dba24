import { Redis } from 'ioredis';
import { pino } from 'pino';
import { describe, expect, it, vi } from 'vitest';
import { freshRedis, redisUrl } from '../../testing/servers/index.js';
import { LocalLock } from './lock.local.js';
import { RedisLock } from './lock.redis.js';
import { lockSuite } from './lock.suite.js';

const silent = pino({ level: 'silent' });

lockSuite('locks in one process', async () => new LocalLock());

it('is had by nobody while Redis is away', async () => {
  const lock = new RedisLock('redis://127.0.0.1:1', silent);
  expect(await lock.withLock('k', 50, async () => 'mine')).toBeUndefined();
  await lock.close();
});

describe.skipIf(!redisUrl())('real server (Redis)', () => {
  lockSuite('locks in Redis', async () => new RedisLock((await freshRedis()).url, silent));

  it('excludes other processes for as long as the work takes, beyond the lease', async () => {
    const { url } = await freshRedis();
    const [one, other] = [new RedisLock(url, silent, 150), new RedisLock(url, silent, 150)];
    const held = await one.withLock('k', 0, async (signal) => {
      expect(await other.withLock('k', 500, async () => 'stolen')).toBeUndefined();
      return signal.aborted;
    });
    expect(held).toBe(false);
    expect(await other.withLock('k', 500, async () => 'mine')).toBe('mine');
    await Promise.all([one.close(), other.close()]);
  });

  it('tells the work when the lock was lost, and does not release another’s', async () => {
    const { url } = await freshRedis();
    const lock = new RedisLock(url, silent, 150);
    const admin = new Redis(url);
    const reason = await lock.withLock('k', 0, async (signal) => {
      await admin.set('tailcamp:lock:k', 'another');
      await vi.waitFor(() => expect(signal.aborted).toBe(true), { timeout: 15_000 });
      return signal.reason;
    });
    expect(reason).toMatchObject({ message: 'The lock was lost' });
    expect(await admin.get('tailcamp:lock:k')).toBe('another');
    admin.disconnect();
    await lock.close();
  });
});
