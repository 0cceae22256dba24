import { describe, expect, it } from 'vitest';
import { freshRedis, redisUrl } from '../../testing/servers/index.js';
import { LocalRateLimits } from './rate-limits.local.js';
import { RedisRateLimits } from './rate-limits.redis.js';
import { rateLimitsSuite } from './rate-limits.suite.js';

rateLimitsSuite('in process', async () => new LocalRateLimits());

describe.skipIf(!redisUrl())('real server (Redis)', () => {
  rateLimitsSuite('Redis', async () => new RedisRateLimits((await freshRedis()).url));

  it('counts for two processes together', async () => {
    const { url } = await freshRedis();
    const [one, other] = [new RedisRateLimits(url), new RedisRateLimits(url)];
    await Promise.all([one.ping(), other.ping()]);
    expect((await one.take('k', 1, 60)).allowed).toBe(true);
    expect((await other.take('k', 1, 60)).allowed).toBe(false);
    await Promise.all([one.close(), other.close()]);
  });
});

it('lets everybody through while Redis is away', async () => {
  const limits = new RedisRateLimits('redis://127.0.0.1:1');
  for (let count = 0; count < 3; count++) expect((await limits.take('k', 1, 60)).allowed).toBe(true);
  await limits.forget('k');
  await expect(limits.ping()).rejects.toThrow();
  await limits.close();
});
