import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { newId } from '../../kernel/id.js';
import type { Database } from '../database/index.js';
import { type AddOptions, type Job, type JobHandler, type JobRun, job, type Queue } from './index.js';
import { jobSchedules, jobs } from './tables.js';

export const silent = pino({ level: 'silent' });
export const soon = <T>(check: () => T) => vi.waitFor(check, { timeout: 15_000, interval: 10 });
export const numbered = (rest: Partial<Pick<Job, 'attempts' | 'backoff' | 'lease'>> = {}) =>
  job({ name: `suite.${newId()}`, payload: z.object({ n: z.number() }), backoff: 5, ...rest });
export type Numbered = ReturnType<typeof numbered>;
export const gate = () => {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
};

export interface QueueBench {
  database: Database;
  /** A queue as a further process has it, on the same database (and broker); it looks for itself often, or never. */
  make: (looks?: 'often' | 'never', on?: Database) => Queue;
  close: () => Promise<void>;
}

/** What every adapter of the queue does alike. */
export function queueSuite(name: string, open: () => Promise<QueueBench>): void {
  describe(name, () => {
    let bench: QueueBench;
    const queues: Queue[] = [];
    beforeAll(async () => {
      bench = await open();
    });
    afterEach(async () => {
      await Promise.all(queues.splice(0).map((queue) => queue.stop(0)));
      await bench.database.sql.delete(jobs);
      await bench.database.sql.delete(jobSchedules);
    });
    afterAll(() => bench.close());

    const make = (looks?: 'often' | 'never') => {
      const queue = bench.make(looks);
      queues.push(queue);
      return queue;
    };
    const working = async (kind: Numbered, handler: JobHandler<Numbered['payload']>, concurrency = 1) => {
      const queue = make();
      queue.handle(kind, async () => handler);
      await queue.start(concurrency);
      return queue;
    };
    const add = (queue: Queue, kind: Numbered, n: number, options?: AddOptions) =>
      bench.database.transaction((tx) => queue.add(tx, kind, { n }, options));

    it('runs what was added, in its order, and says that it is done', async () => {
      const kind = numbered();
      const ran: number[] = [];
      const queue = await working(kind, async ({ n }) => void ran.push(n));
      const ids: string[] = [];
      for (let n = 0; n < 20; n++) ids.push(await add(queue, kind, n));
      await soon(async () => expect((await queue.depth()).done).toBe(20));
      expect(ran).toEqual(Array.from({ length: 20 }, (_, n) => n));
      expect(await queue.find(ids[7]!)).toEqual({
        id: ids[7],
        name: kind.name,
        state: 'done',
        attempts: 1,
        progress: null,
        error: null,
      });
      expect(await queue.find(newId())).toBeNull();
    });

    it('is woken by a transaction of this process, when it has committed', async () => {
      const kind = numbered();
      const ran: number[] = [];
      const queue = make('never');
      queue.handle(kind, async () => async () => void ran.push(performance.now()));
      await queue.start(1);
      for (let round = 1; round <= 5; round++) {
        let committing = 0;
        await bench.database.transaction(async (tx) => {
          await queue.add(tx, kind, { n: round });
          await new Promise((resolve) => setTimeout(resolve, 20));
          committing = performance.now();
        });
        await soon(() => expect(ran).toHaveLength(round));
        expect(ran.at(-1)! - committing).toBeGreaterThan(0);
      }
    });

    it('runs nothing of a transaction that rolls back', async () => {
      const kind = numbered();
      const ran: number[] = [];
      const queue = await working(kind, async ({ n }) => void ran.push(n));
      const undone = bench.database.transaction(async (tx) => {
        await queue.add(tx, kind, { n: 1 });
        throw new Error('no');
      });
      await expect(undone).rejects.toThrow('no');
      await add(queue, kind, 2);
      await soon(() => expect(ran).toEqual([2]));
    });

    it('only adds until it is started; another process works', async () => {
      const kind = numbered();
      const adds = make();
      const id = await add(adds, kind, 1);
      expect(await adds.find(id)).toMatchObject({ state: 'waiting', attempts: 0 });
      const ran: number[] = [];
      await working(kind, async ({ n }) => void ran.push(n));
      await add(adds, kind, 2);
      await soon(() => expect([...ran].sort()).toEqual([1, 2]));
    });

    it('refuses a payload that does not fit, before anything is written', async () => {
      const queue = make();
      const wrong = { n: 'one' } as unknown as { n: number };
      await expect(bench.database.transaction((tx) => queue.add(tx, numbered(), wrong))).rejects.toThrow();
      expect((await queue.depth()).waiting).toBe(0);
    });

    it('buries at once what does not fit when it is read, as after a change of the job', async () => {
      const kind = numbered();
      const before = job({ name: kind.name, payload: z.object({ m: z.number() }) });
      const id = await bench.database.transaction((tx) => make().add(tx, before, { m: 1 }));
      const ran = vi.fn(async () => {});
      const queue = await working(kind, ran);
      await soon(async () => expect(await queue.find(id)).toMatchObject({ state: 'dead', attempts: 1 }));
      expect((await queue.find(id))?.error).toMatch(/expected number/);
      expect(ran).not.toHaveBeenCalled();
    });

    it('tries again with growing pauses, and keeps the last error while it does', async () => {
      const kind = numbered({ attempts: 4, backoff: 40 });
      const at: number[] = [];
      const seen: number[] = [];
      const queue = await working(kind, async (_, run) => {
        at.push(performance.now());
        seen.push(run.attempt);
        if (run.attempt < 4) throw new Error(`attempt ${run.attempt}`);
      });
      const id = await add(queue, kind, 1);
      await soon(async () => expect(await queue.find(id)).toMatchObject({ state: 'done', attempts: 4, error: null }));
      expect(seen).toEqual([1, 2, 3, 4]);
      const pauses = at.slice(1).map((time, index) => time - at[index]!);
      expect(pauses[0]).toBeGreaterThanOrEqual(38);
      expect(pauses[1]).toBeGreaterThanOrEqual(78);
      expect(pauses[2]).toBeGreaterThanOrEqual(158);
    });

    it('makes a dead letter of what fails every time', async () => {
      const kind = numbered({ attempts: 3 });
      const ran = vi.fn(async () => {
        throw new Error('never');
      });
      const queue = await working(kind, ran);
      const id = await add(queue, kind, 1);
      await soon(async () =>
        expect(await queue.find(id)).toMatchObject({ state: 'dead', attempts: 3, error: 'never' }),
      );
      expect(ran).toHaveBeenCalledTimes(3);
      expect(await queue.depth()).toEqual({ waiting: 0, running: 0, done: 0, dead: 1 });
    });

    it('tries again when the handler cannot be imported', async () => {
      const kind = numbered();
      const ran = vi.fn(async () => {});
      const load = vi.fn(async () => ran).mockRejectedValueOnce(new Error('no such module'));
      const queue = make();
      queue.handle(kind, load);
      await queue.start(1);
      expect(load).not.toHaveBeenCalled();
      const id = await add(queue, kind, 1);
      await soon(async () => expect(await queue.find(id)).toMatchObject({ state: 'done', attempts: 2 }));
      expect(ran).toHaveBeenCalledOnce();
    });

    it('runs what is delayed when it is time, and meanwhile the rest', async () => {
      const kind = numbered();
      const ran: [number, number][] = [];
      const queue = await working(kind, async ({ n }) => void ran.push([n, performance.now()]));
      const began = performance.now();
      await add(queue, kind, 1, { delay: 250 });
      await add(queue, kind, 2);
      await soon(() => expect(ran.map(([n]) => n)).toEqual([2, 1]));
      expect(ran[1]![1] - began).toBeGreaterThanOrEqual(248);
    });

    it('adds one job for one key while it waits or runs, and another when it is done', async () => {
      const kind = numbered();
      const { open, opened } = gate();
      const ran: number[] = [];
      const queue = await working(kind, async ({ n }) => {
        ran.push(n);
        await opened;
      });
      const [first, same] = await Promise.all([add(queue, kind, 1, { key: 'k' }), add(queue, kind, 1, { key: 'k' })]);
      expect(same).toBe(first);
      await soon(async () => expect((await queue.find(first))?.state).toBe('running'));
      expect(await add(queue, kind, 2, { key: 'k' })).toBe(first);
      expect(await add(queue, numbered(), 2, { key: 'k' })).not.toBe(first);
      open();
      await soon(async () => expect((await queue.find(first))?.state).toBe('done'));
      const next = await add(queue, kind, 3, { key: 'k' });
      expect(next).not.toBe(first);
      await soon(() => expect(ran).toEqual([1, 3]));
    });

    it('runs as many at once as it was told, never more', async () => {
      const kind = numbered();
      let inside = 0;
      let most = 0;
      const queue = await working(
        kind,
        async () => {
          most = Math.max(most, ++inside);
          await new Promise((resolve) => setTimeout(resolve, 15));
          inside -= 1;
        },
        3,
      );
      for (let n = 0; n < 15; n++) await add(queue, kind, n);
      await soon(async () => expect((await queue.depth()).done).toBe(15));
      expect(most).toBe(3);
    });

    it('keeps the progress that a run tells', async () => {
      const kind = numbered();
      const { open, opened } = gate();
      const queue = await working(kind, async (_, run) => {
        await run.progress({ done: 3, of: 10 });
        await opened;
      });
      const id = await add(queue, kind, 1);
      await soon(async () => expect((await queue.find(id))?.progress).toEqual({ done: 3, of: 10 }));
      open();
      await soon(async () =>
        expect(await queue.find(id)).toMatchObject({ state: 'done', progress: { done: 3, of: 10 } }),
      );
    });

    it('finishes what runs when it stops, within the grace, and takes no more', async () => {
      const kind = numbered();
      const { open, opened } = gate();
      const aborted: boolean[] = [];
      const queue = await working(kind, async (_, run) => {
        await opened;
        aborted.push(run.signal.aborted);
      });
      const first = await add(queue, kind, 1);
      await soon(async () => expect((await queue.find(first))?.state).toBe('running'));
      const second = await add(queue, kind, 2);
      const stopping = queue.stop(5_000);
      open();
      await stopping;
      expect(aborted).toEqual([false]);
      expect(await queue.find(first)).toMatchObject({ state: 'done' });
      expect(await queue.find(second)).toMatchObject({ state: 'waiting', attempts: 0 });
    });

    it('gives back what does not finish within the grace, and that costs no attempt', async () => {
      const kind = numbered({ attempts: 1 });
      const queue = await working(kind, (_, { signal }) => untilAborted(signal));
      const id = await add(queue, kind, 1);
      await soon(async () => expect((await queue.find(id))?.state).toBe('running'));
      await queue.stop(20);
      expect(await queue.find(id)).toMatchObject({ state: 'waiting', attempts: 0, error: null });
      const heir = await working(kind, async () => {});
      await soon(async () => expect(await heir.find(id)).toMatchObject({ state: 'done', attempts: 1 }));
    });

    it('does again and again what is scheduled', async () => {
      const kind = numbered();
      const ran: number[] = [];
      const queue = make();
      queue.handle(
        kind,
        async () =>
          async ({ n }) =>
            void ran.push(n),
      );
      queue.schedule(kind, 60, { n: 5 });
      await queue.start(1);
      await soon(() => expect(ran.length).toBeGreaterThanOrEqual(3));
      expect(new Set(ran)).toEqual(new Set([5]));
    });
  });
}

export const untilAborted = (signal: JobRun['signal']) =>
  new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
