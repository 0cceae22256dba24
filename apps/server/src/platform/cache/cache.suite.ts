import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Cache } from './index.js';

/** What every adapter of the cache does alike. */
export function cacheSuite(name: string, open: () => Promise<Cache>): void {
  describe(name, () => {
    let cache: Cache;
    beforeAll(async () => {
      cache = await open();
    });
    afterAll(() => cache.close());

    it('gives back any JSON as it was given', async () => {
      await fc.assert(
        fc.asyncProperty(fc.string(), fc.jsonValue(), async (key, value) => {
          await cache.set(key, value, 60_000);
          expect(await cache.get(key)).toEqual(JSON.parse(JSON.stringify(value)));
        }),
      );
    });

    it('gives undefined for what it never had, and null for null', async () => {
      expect(await cache.get('never')).toBeUndefined();
      await cache.set('null', null, 60_000);
      expect(await cache.get('null')).toBeNull();
    });

    it('forgets what is deleted, and takes it again', async () => {
      await cache.set('k', 1, 60_000);
      await cache.delete('k');
      await cache.delete('k');
      expect(await cache.get('k')).toBeUndefined();
      await cache.set('k', 2, 60_000);
      expect(await cache.get('k')).toBe(2);
    });

    it('forgets when the time is over, and at once without any', async () => {
      await cache.set('short', 1, 40);
      await cache.set('long', 1, 60_000);
      await vi.waitFor(async () => expect(await cache.get('short')).toBeUndefined(), { interval: 5 });
      expect(await cache.get('long')).toBe(1);
      await cache.set('long', 2, 0);
      expect(await cache.get('long')).toBeUndefined();
    });

    it('shares no object with its callers', async () => {
      const value = { list: [1] };
      await cache.set('shared', value, 60_000);
      value.list.push(2);
      const first = await cache.get<{ list: number[] }>('shared');
      expect(first).toEqual({ list: [1] });
      first?.list.push(3);
      expect(await cache.get('shared')).toEqual({ list: [1] });
    });
  });
}
