import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { newId } from '../../kernel/id.js';
import type { Lock } from './index.js';

/** What every adapter of the lock does alike. */
export function lockSuite(name: string, open: () => Promise<Lock>): void {
  describe(name, () => {
    let lock: Lock;
    beforeAll(async () => {
      lock = await open();
    });
    afterAll(() => lock.close());

    it('lets one in at a time, and all in the end', async () => {
      const on = newId();
      let inside = 0;
      const most: number[] = [];
      const enter = () =>
        lock.withLock(on, 8_000, async () => {
          most.push(++inside);
          await new Promise((resolve) => setTimeout(resolve, 2));
          inside -= 1;
          return 'done';
        });
      expect(await Promise.all(Array.from({ length: 12 }, enter))).toEqual(Array(12).fill('done'));
      expect(most).toEqual(Array(12).fill(1));
    });

    it('gives undefined to who waits in vain, and the name back afterwards', async () => {
      const on = newId();
      const work = vi.fn(async () => 'mine');
      const held = await lock.withLock(on, 0, async (signal) => {
        expect(await lock.withLock(on, 0, work)).toBeUndefined();
        expect(await lock.withLock(on, 30, work)).toBeUndefined();
        expect(signal.aborted).toBe(false);
        return 'held';
      });
      expect(held).toBe('held');
      expect(work).not.toHaveBeenCalled();
      expect(await lock.withLock(on, 0, work)).toBe('mine');
    });

    it('is free again after work that throws', async () => {
      const on = newId();
      const failing = lock.withLock(on, 0, async () => {
        throw new Error('mine');
      });
      await expect(failing).rejects.toThrow('mine');
      expect(await lock.withLock(on, 0, async () => 1)).toBe(1);
    });

    it('knows names apart', async () => {
      const both = lock.withLock(newId(), 0, () => lock.withLock(newId(), 0, async () => 'both'));
      expect(await both).toBe('both');
    });

    it('tells the work when it closes, and keeps nobody waiting', async () => {
      const closing = await open();
      const on = newId();
      let entered = () => {};
      const inside = new Promise<void>((resolve) => {
        entered = resolve;
      });
      const holding = closing.withLock(on, 0, async (signal) => {
        entered();
        await new Promise((resolve) => signal.addEventListener('abort', resolve));
        return signal.aborted;
      });
      await inside;
      const waiting = closing.withLock(on, 60_000, async () => 'late');
      await closing.close();
      expect(await holding).toBe(true);
      expect(await waiting).toBeOneOf([undefined, 'late']);
    });
  });
}
