import { expect, it, vi } from 'vitest';
import { Doorbell } from './doorbell.js';

it('wakes who waits, and keeps a ring that came before', async () => {
  const bell = new Doorbell();
  bell.ring();
  await bell.wait(60_000);
  const waiting = bell.wait(60_000);
  bell.ring();
  await waiting;
});

it('looks again a few times after a ring, then as seldom as it was told', async () => {
  vi.useFakeTimers();
  try {
    const bell = new Doorbell();
    bell.ring();
    await bell.wait(5_000);
    const looks: number[] = [];
    const began = Date.now();
    for (let look = 0; look < 6; look++) {
      const waiting = bell.wait(5_000);
      await vi.advanceTimersToNextTimerAsync();
      await waiting;
      looks.push(Date.now() - began);
    }
    expect(looks).toEqual([10, 50, 200, 600, 5_600, 10_600]);
  } finally {
    vi.useRealTimers();
  }
});
