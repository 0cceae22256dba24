import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RateLimits } from './index.js';

/** What every adapter does; `make` gives one on a store that others may use too. */
export function rateLimitsSuite(name: string, make: () => Promise<RateLimits>): void {
  describe(`rate limits: ${name}`, () => {
    let limits: RateLimits;
    beforeAll(async () => {
      limits = await make();
      await limits.ping();
    });
    afterAll(() => limits.close());

    it('allows as many as the limit, then refuses and says when to come again', async () => {
      const key = randomUUID();
      const verdicts = [];
      for (let count = 0; count < 4; count++) verdicts.push(await limits.take(key, 3, 60));
      expect(verdicts.map(({ allowed, remaining }) => [allowed, remaining])).toEqual([
        [true, 2],
        [true, 1],
        [true, 0],
        [false, 0],
      ]);
      expect(verdicts[3]?.limit).toBe(3);
      expect(verdicts[3]?.resetSeconds).toBeGreaterThan(0);
      expect(verdicts[3]?.resetSeconds).toBeLessThanOrEqual(60);
    });

    it('counts every one of many at once', async () => {
      const key = randomUUID();
      const verdicts = await Promise.all(Array.from({ length: 50 }, () => limits.take(key, 20, 60)));
      expect(verdicts.filter(({ allowed }) => allowed)).toHaveLength(20);
    });

    it('keeps keys apart', async () => {
      const [one, other] = [randomUUID(), randomUUID()];
      await limits.take(one, 1, 60);
      expect((await limits.take(one, 1, 60)).allowed).toBe(false);
      expect((await limits.take(other, 1, 60)).allowed).toBe(true);
    });

    it('gives the window back', async () => {
      const key = randomUUID();
      await limits.take(key, 1, 60);
      await limits.forget(key);
      expect((await limits.take(key, 1, 60)).allowed).toBe(true);
      await limits.forget(randomUUID());
    });

    it('begins anew when the window has passed', async () => {
      const key = randomUUID();
      expect((await limits.take(key, 1, 1)).allowed).toBe(true);
      expect((await limits.take(key, 1, 1)).allowed).toBe(false);
      await expect
        .poll(async () => (await limits.take(key, 1, 1)).allowed, { timeout: 5_000, interval: 200 })
        .toBe(true);
    });

    it('can be reached', async () => {
      await expect(limits.ping()).resolves.toBeUndefined();
    });
  });
}
