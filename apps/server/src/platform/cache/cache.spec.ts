import { Redis } from 'ioredis';
import { pino } from 'pino';
import { describe, expect, it, vi } from 'vitest';
import { freshRedis, redisUrl } from '../../testing/servers/index.js';
import { Metrics } from '../telemetry/index.js';
import { LocalCache } from './cache.local.js';
import { RedisCache } from './cache.redis.js';
import { cacheSuite } from './cache.suite.js';

const silent = pino({ level: 'silent' });

cacheSuite('the cache in one process', async () => new LocalCache());

it('forgets the least recently used first', async () => {
  const cache = new LocalCache(undefined, 2);
  for (const key of ['a', 'b']) await cache.set(key, key, 60_000);
  await cache.get('a');
  await cache.set('c', 'c', 60_000);
  expect([await cache.get('a'), await cache.get('b'), await cache.get('c')]).toEqual(['a', undefined, 'c']);
});

it('counts hits and misses', async () => {
  const metrics = new Metrics();
  const cache = new LocalCache(metrics);
  await cache.set('a', 1, 60_000);
  for (const key of ['a', 'a', 'b']) await cache.get(key);
  const text = await metrics.registry.getSingleMetricAsString('tailcamp_cache_total');
  expect(text).toMatch(/outcome="hit"\} 2/);
  expect(text).toMatch(/outcome="miss"\} 1/);
});

it('forgets everything while Redis is away, and fails nobody', async () => {
  const cache = new RedisCache('redis://127.0.0.1:1', silent);
  await cache.set('k', 1, 60_000);
  expect(await cache.get('k')).toBeUndefined();
  await cache.delete('k');
  await cache.close();
});

describe.skipIf(!redisUrl())('real server (Redis)', () => {
  cacheSuite('the cache in Redis', async () => new RedisCache((await freshRedis()).url, silent));

  it('is one for all processes', async () => {
    const { url } = await freshRedis();
    const [one, other] = [new RedisCache(url, silent), new RedisCache(url, silent)];
    await one.set('k', 1, 60_000);
    expect(await other.get('k')).toBe(1);
    await other.delete('k');
    expect(await one.get('k')).toBeUndefined();
    await Promise.all([one.close(), other.close()]);
  });

  it('deletes, when Redis answers again, what it could not delete', async () => {
    const { url } = await freshRedis();
    const cache = new RedisCache(url, silent);
    const admin = new Redis(url);
    await cache.set('k', 'old', 60_000);
    // Redis stands still for longer than the cache waits.
    await admin.client('PAUSE', '1200');
    await cache.delete('k');
    expect(await cache.get('k')).toBeUndefined();
    await vi.waitFor(async () => expect(await admin.get('tailcamp:cache:k')).toBeNull(), { timeout: 15_000 });
    await cache.set('k', 'new', 60_000);
    expect(await cache.get('k')).toBe('new');
    admin.disconnect();
    await cache.close();
  });
});
