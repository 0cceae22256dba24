import { pino } from 'pino';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Events } from './index.js';

export const silent = pino({ level: 'silent' });
export const soon = <T>(check: () => T) => vi.waitFor(check, { timeout: 15_000, interval: 10 });

/** What every adapter of events does alike. */
export function eventsSuite(name: string, open: () => Promise<Events>): void {
  describe(name, () => {
    const opened: Events[] = [];
    afterEach(async () => {
      await Promise.all(opened.splice(0).map((events) => events.close()));
    });
    const make = async () => {
      const events = await open();
      opened.push(events);
      return events;
    };

    it('brings a message to every subscriber of its channel, and to no other', async () => {
      const events = await make();
      const [one, two, other] = [vi.fn(), vi.fn(), vi.fn()];
      await events.subscribe('a', one);
      await events.subscribe('a', two);
      await events.subscribe('b', other);
      await events.publish('a', { n: 1, nested: [null, 'ü'] });
      await events.publish('b', 'last');
      await soon(() => expect(other).toHaveBeenCalledExactlyOnceWith('last'));
      for (const listener of [one, two]) {
        expect(listener).toHaveBeenCalledExactlyOnceWith({ n: 1, nested: [null, 'ü'] });
      }
    });

    it('brings them in the order in which one publishes', async () => {
      const events = await make();
      const heard: unknown[] = [];
      await events.subscribe('a', (n) => heard.push(n));
      for (let n = 0; n < 200; n++) await events.publish('a', n);
      await soon(() => expect(heard).toHaveLength(200));
      expect(heard).toEqual(Array.from({ length: 200 }, (_, n) => n));
    });

    it('shares no object between publisher and subscribers', async () => {
      const events = await make();
      const heard: unknown[] = [];
      const sent = { list: [1], at: new Date(0), nothing: undefined };
      await events.subscribe('a', (message) => heard.push(message));
      await events.subscribe('a', (message) => heard.push(message));
      await events.publish('a', sent);
      await soon(() => expect(heard).toHaveLength(2));
      expect(heard[0]).toStrictEqual({ list: [1], at: '1970-01-01T00:00:00.000Z' });
      expect(heard[0]).not.toBe(heard[1]);
    });

    it('says nothing more to who has left', async () => {
      const events = await make();
      const [left, stayed] = [vi.fn(), vi.fn()];
      const leave = await events.subscribe('a', left);
      await events.subscribe('a', stayed);
      await leave();
      await events.publish('a', 1);
      await soon(() => expect(stayed).toHaveBeenCalledOnce());
      expect(left).not.toHaveBeenCalled();
      const again = vi.fn();
      const leaveAgain = await events.subscribe('c', left);
      await leaveAgain();
      await events.subscribe('c', again);
      await events.publish('c', 2);
      await soon(() => expect(again).toHaveBeenCalledExactlyOnceWith(2));
    });

    it('lets one that throws keep nothing from the others', async () => {
      const events = await make();
      const heard = vi.fn();
      await events.subscribe('a', () => {
        throw new Error('mine');
      });
      await events.subscribe('a', heard);
      await events.publish('a', 1);
      await soon(() => expect(heard).toHaveBeenCalledOnce());
    });
  });
}
