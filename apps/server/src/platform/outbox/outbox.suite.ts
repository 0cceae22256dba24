import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { newId } from '../../kernel/id.js';
import { elsewhere } from '../../testing/elsewhere.js';
import { MortalDatabase } from '../../testing/mortal-database.js';
import type { Database } from '../database/index.js';
import { topic } from './index.js';
import { DatabaseOutbox } from './outbox.database.js';
import { outbox as rows } from './tables.js';

const TIMING = { poll: 50, lease: 300, backoff: 5, longestBackoff: 20 };
const log = pino({ level: 'silent' });
const numbered = (name: string) => topic(`${name}.${newId()}`, z.object({ n: z.number() }));
const soon = <T>(check: () => T) => vi.waitFor(check, { timeout: 15_000, interval: 10 });

/** What the outbox does alike on every database. */
export function outboxSuite(name: string, open: () => Promise<Database>): void {
  describe(name, () => {
    let database: Database;
    const running: DatabaseOutbox[] = [];
    const make = (on: Database = database) => {
      const made = new DatabaseOutbox(on, log, TIMING);
      running.push(made);
      return made;
    };

    beforeAll(async () => {
      database = await open();
    });
    afterEach(async () => {
      await Promise.all(running.splice(0).map((outbox) => outbox.stop()));
      await database.sql.delete(rows);
    });
    afterAll(() => database.close());

    it('brings what was told, in the order of writing, and keeps nothing', async () => {
      const told = numbered('told');
      const outbox = make();
      const heard: number[] = [];
      outbox.on(told, async ({ n }) => void heard.push(n));
      await outbox.start();
      for (let n = 0; n < 250; n += 5) {
        await database.transaction(async (tx) => {
          for (let k = n; k < n + 5; k++) await outbox.put(tx, told, { n: k });
        });
      }
      await soon(() => expect(heard).toHaveLength(250));
      expect(heard).toEqual(Array.from({ length: 250 }, (_, n) => n));
      await soon(async () => expect(await database.sql.select().from(rows)).toEqual([]));
    });

    it('brings what was told while nobody relayed', async () => {
      const told = numbered('told');
      await database.transaction((tx) => make().put(tx, told, { n: 1 }));
      const heard = vi.fn(async () => {});
      const outbox = make();
      outbox.on(told, heard);
      await outbox.start();
      await soon(() => expect(heard).toHaveBeenCalledExactlyOnceWith({ n: 1 }));
    });

    it('tells nothing of a transaction that rolls back', async () => {
      const told = numbered('told');
      const outbox = make();
      const heard: number[] = [];
      outbox.on(told, async ({ n }) => void heard.push(n));
      await outbox.start();
      await expect(
        database.transaction(async (tx) => {
          await outbox.put(tx, told, { n: 1 });
          throw new Error('no');
        }),
      ).rejects.toThrow('no');
      await database.transaction((tx) => outbox.put(tx, told, { n: 2 }));
      await soon(() => expect(heard).toEqual([2]));
    });

    it('refuses a payload that is not what the topic says, before it is written', async () => {
      const told = numbered('told');
      const wrong = { n: 'one' } as unknown;
      await expect(database.transaction((tx) => make().put(tx, told, wrong as { n: number }))).rejects.toThrow();
      expect(await database.sql.select().from(rows)).toEqual([]);
    });

    it('brings it again to a listener that threw, in order, and holds up no other topic', async () => {
      const [failing, other] = [numbered('failing'), numbered('other')];
      const outbox = make();
      const tries: number[] = [];
      const heard: number[] = [];
      outbox.on(failing, async ({ n }) => {
        tries.push(n);
        if (tries.length < 4) throw new Error('not yet');
      });
      outbox.on(other, async ({ n }) => void heard.push(n));
      await outbox.start();
      await database.transaction(async (tx) => {
        for (const n of [1, 2]) await outbox.put(tx, failing, { n });
        for (const n of [3, 4]) await outbox.put(tx, other, { n });
      });
      await soon(() => expect(tries).toEqual([1, 1, 1, 1, 2]));
      expect(heard).toEqual([3, 4]);
    });

    it('goes on with other topics while a listener takes its time', async () => {
      const [slow, quick] = [numbered('slow'), numbered('quick')];
      const outbox = make();
      let finish = () => {};
      const held = new Promise<void>((resolve) => {
        finish = resolve;
      });
      const heard = vi.fn(async () => {});
      outbox.on(slow, () => held);
      outbox.on(quick, heard);
      await outbox.start();
      await database.transaction((tx) => outbox.put(tx, slow, { n: 1 }));
      await database.transaction((tx) => outbox.put(tx, quick, { n: 2 }));
      await soon(() => expect(heard).toHaveBeenCalledOnce());
      finish();
    });

    it('lets a listener write, and tell more', async () => {
      const [first, second] = [numbered('first'), numbered('second')];
      const outbox = make();
      const heard = vi.fn(async () => {});
      outbox.on(first, ({ n }) => database.transaction((tx) => outbox.put(tx, second, { n: n + 1 })));
      outbox.on(second, heard);
      await outbox.start();
      await database.transaction((tx) => outbox.put(tx, first, { n: 1 }));
      await soon(() => expect(heard).toHaveBeenCalledWith({ n: 2 }));
    });

    it('brings it again after a death between delivery and mark', async () => {
      const told = numbered('told');
      const mortal = new MortalDatabase(database);
      const dying = make(mortal);
      const first: number[] = [];
      dying.on(told, async ({ n }) => {
        first.push(n);
        if (n === 2) mortal.die();
      });
      await dying.start();
      await database.transaction(async (tx) => {
        for (const n of [1, 2, 3]) await dying.put(tx, told, { n });
      });
      await soon(() => expect(first).toContain(2));
      await dying.stop();
      const heir = make();
      const heard: number[] = [];
      heir.on(told, async ({ n }) => void heard.push(n));
      await heir.start();
      await soon(() => expect(heard).toEqual([1, 2, 3]));
    });
  });
}

/** What holds where several processes share a database. */
export function sharedOutboxSuite(name: string, open: () => Promise<Database>): void {
  describe(name, () => {
    let database: Database;
    beforeAll(async () => {
      database = await open();
    });
    afterAll(() => database.close());

    it('is relayed by one process at a time, in order, each once', async () => {
      const told = numbered('told');
      const heard: number[] = [];
      let inside = 0;
      let together = 0;
      const outboxes = Array.from({ length: 3 }, () => new DatabaseOutbox(database, log, TIMING));
      for (const outbox of outboxes) {
        outbox.on(told, async ({ n }) => {
          together = Math.max(together, ++inside);
          await pause(1);
          heard.push(n);
          inside -= 1;
        });
        await outbox.start();
      }
      for (let n = 0; n < 120; n++) {
        await database.transaction((tx) => outboxes[n % 3]!.put(tx, told, { n }));
      }
      await soon(() => expect(heard).toHaveLength(120));
      await Promise.all(outboxes.map((outbox) => outbox.stop()));
      expect(heard).toEqual(Array.from({ length: 120 }, (_, n) => n));
      expect(together).toBe(1);
    });

    it('loses nothing of a transaction that commits after later ones', async () => {
      const told = numbered('told');
      const outbox = new DatabaseOutbox(database, log, TIMING);
      const heard: number[] = [];
      outbox.on(told, async ({ n }) => void heard.push(n));
      await outbox.start();
      await database.transaction(async (late) => {
        await outbox.put(late, told, { n: 1 });
        await elsewhere(() => database.transaction((tx) => outbox.put(tx, told, { n: 2 })));
        await soon(() => expect(heard).toEqual([2]));
      });
      await soon(() => expect(heard).toEqual([2, 1]));
      await outbox.stop();
    });

    it('loses nothing when many write at once', async () => {
      const told = numbered('told');
      const outbox = new DatabaseOutbox(database, log, TIMING);
      const heard = new Set<number>();
      outbox.on(told, async ({ n }) => void heard.add(n));
      await outbox.start();
      await Promise.all(
        Array.from({ length: 200 }, (_, n) =>
          database.transaction(async (tx) => {
            await outbox.put(tx, told, { n });
            await pause((n * 7) % 13);
          }),
        ),
      );
      await soon(() => expect(heard.size).toBe(200));
      await outbox.stop();
    });
  });
}
