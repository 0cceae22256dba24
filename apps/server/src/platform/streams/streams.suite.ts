import fc from 'fast-check';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { newId } from '../../kernel/id.js';
import type { Database } from '../database/index.js';
import { LocalEvents } from '../events/events.local.js';
import { DatabaseOutbox } from '../outbox/outbox.database.js';
import type { StreamName } from './index.js';
import { DatabaseStreams } from './streams.database.js';

const log = pino({ level: 'silent' });
const aStream = (): StreamName => `camp:${newId()}`;
const CHANNEL = {
  id: newId(),
  campId: newId(),
  groupId: null,
  kind: 'topic' as const,
  name: 'maps',
  topic: '',
  people: [],
  createdBy: null,
  createdAt: '2026-11-25T10:00:00.000Z',
  archivedAt: null,
  version: 1,
};
const upTo = (n: number) => Array.from({ length: n }, (_, index) => index + 1);

/** What streams do alike on every database. */
export function streamsSuite(name: string, open: () => Promise<Database>): void {
  describe(name, () => {
    let database: Database;
    let outbox: DatabaseOutbox;
    let streams: DatabaseStreams;
    beforeAll(async () => {
      database = await open();
      outbox = new DatabaseOutbox(database, log, { poll: 50 });
      streams = new DatabaseStreams(database, outbox, new LocalEvents(log));
      await outbox.start();
    });
    afterAll(async () => {
      await outbox.stop();
      await database.close();
    });
    const grow = (stream: StreamName, version: number) =>
      database.transaction((tx) => streams.append(tx, stream, 'policy.changed', { version }));

    it('numbers the events of a stream from 1, and reads those after a sequence', async () => {
      const stream = aStream();
      expect(await streams.sequence(stream)).toBe(0);
      expect(await streams.read(stream, 0, 10)).toEqual([]);
      for (const version of upTo(5)) expect(await grow(stream, version)).toBe(version);
      expect(await streams.sequence(stream)).toBe(5);
      const events = await streams.read(stream, 2, 2);
      expect(events).toMatchObject([
        { stream, seq: 3, kind: 'policy.changed', data: { version: 3 } },
        { stream, seq: 4, kind: 'policy.changed', data: { version: 4 } },
      ]);
      expect(events[0]?.at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    });

    it('has no gap and no double however many write at once, into whichever streams, and roll back', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.record({ into: fc.integer({ min: 0, max: 2 }), fails: fc.boolean() }), { maxLength: 24 }),
          async (writes) => {
            const names = [aStream(), aStream(), aStream()];
            await Promise.all(
              writes.map(({ into, fails }, version) =>
                database
                  .transaction(async (tx) => {
                    await streams.append(tx, names[into]!, 'policy.changed', { version });
                    if (fails) throw new Error('rolled back');
                  })
                  .catch(() => {}),
              ),
            );
            for (const [index, stream] of names.entries()) {
              const kept = writes.flatMap((w, version) => (w.into === index && !w.fails ? [version] : []));
              const events = await streams.read(stream, 0, 100);
              expect(events.map((event) => event.seq)).toEqual(upTo(kept.length));
              expect(events.map((event) => event.data.version).sort()).toEqual(kept.sort());
              expect(await streams.sequence(stream)).toBe(kept.length);
            }
          },
        ),
        { numRuns: 12 },
      );
    });

    it('refuses what the contract does not know, and then nothing is written', async () => {
      const stream = aStream();
      const wrong = { version: 'two' } as unknown as { version: number };
      await expect(database.transaction((tx) => streams.append(tx, stream, 'policy.changed', wrong))).rejects.toThrow();
      await expect(grow('camp:nobody', 1)).rejects.toThrow();
      expect(await streams.sequence(stream)).toBe(0);
    });

    it('takes what was typed out of what is kept, in whatever streams it is, and leaves all else', async () => {
      const [one, other] = [aStream(), aStream()];
      const [about, kept] = [newId(), newId()];
      const channel = { ...CHANNEL, topic: 'What they typed' };
      await database.transaction(async (tx) => {
        for (const stream of [one, other]) await streams.append(tx, stream, 'channel.opened', { channel }, about);
        await streams.append(tx, one, 'channel.changed', { channel }, kept);
        await streams.append(tx, one, 'policy.changed', { version: 1 }, about);
        await streams.redact(tx, [about, newId()], 'channel', { topic: '' });
        await streams.redact(tx, [], 'channel', { topic: '' });
      });
      const topics = async (stream: StreamName) => {
        const events = await streams.read(stream, 0, 10);
        return events.map(({ seq, data }) => [seq, (data as { channel?: typeof channel }).channel]);
      };
      const blank = { ...channel, topic: '' };
      expect(await topics(one)).toEqual([
        [1, blank],
        [2, channel],
        [3, undefined],
      ]);
      expect(await topics(other)).toEqual([[1, blank]]);
    });

    it('tells of growth after the commit, so that what it tells of can be read', async () => {
      const stream = aStream();
      const heard: { seq: number; readable: number }[] = [];
      const stop = await streams.onGrowth(async (grown, seq) => {
        if (grown !== stream) return;
        const entry = { seq, readable: 0 };
        heard.push(entry);
        entry.readable = (await streams.read(stream, seq - 1, 1)).length;
      });
      for (const version of upTo(3)) await grow(stream, version);
      const all = upTo(3).map((seq) => ({ seq, readable: 1 }));
      await vi.waitFor(() => expect(heard).toEqual(all), { timeout: 15_000 });
      await stop();
      await grow(stream, 4);
      await new Promise((resolve) => setImmediate(resolve));
      expect(heard).toHaveLength(3);
    });
  });
}
