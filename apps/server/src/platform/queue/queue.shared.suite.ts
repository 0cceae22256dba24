import { eq, sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { MortalDatabase } from '../../testing/mortal-database.js';
import { type AddOptions, type JobHandler, type JobRun, job, type Queue } from './index.js';
import { gate, type Numbered, numbered, type QueueBench, soon, untilAborted } from './queue.suite.js';
import { jobSchedules, jobs } from './tables.js';

/** What holds where several processes share one queue. */
export function sharedQueueSuite(name: string, open: () => Promise<QueueBench>): void {
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

    const working = async (kind: Numbered, handler: JobHandler<Numbered['payload']>, on?: MortalDatabase) => {
      const queue = bench.make('often', on);
      queues.push(queue);
      queue.handle(kind, async () => handler);
      await queue.start(2);
      return queue;
    };
    const add = (queue: Queue, kind: Numbered, n: number, options?: AddOptions) =>
      bench.database.transaction((tx) => queue.add(tx, kind, { n }, options));

    it('does each job once however many workers there are', async () => {
      const kind = numbered();
      const ran: number[] = [];
      const workers: Queue[] = [];
      for (let w = 0; w < 3; w++) workers.push(await working(kind, async ({ n }) => void ran.push(n)));
      for (let n = 0; n < 90; n++) await add(workers[n % 3]!, kind, n);
      await soon(async () => expect((await workers[0]!.depth()).done).toBe(90));
      expect(ran.sort((a, b) => a - b)).toEqual(Array.from({ length: 90 }, (_, n) => n));
    });

    it('gives a dead worker’s job to another when the lease ends, as its next attempt', async () => {
      const kind = numbered({ lease: 200 });
      const mortal = new MortalDatabase(bench.database);
      const dying = await working(kind, () => new Promise<void>((resolve) => setTimeout(resolve, 3_000)), mortal);
      const id = await add(dying, kind, 1);
      await soon(async () => expect((await bench.make().find(id))?.state).toBe('running'));
      mortal.die();
      const attempts: number[] = [];
      const heir = await working(kind, async (_, run) => void attempts.push(run.attempt));
      await soon(async () => expect(await heir.find(id)).toMatchObject({ state: 'done', attempts: 2 }));
      expect(attempts).toEqual([2]);
    });

    it('keeps a long run alive beyond its lease', async () => {
      const kind = numbered({ lease: 150 });
      const { open, opened } = gate();
      const runs: JobRun[] = [];
      const handler = async (_: unknown, run: JobRun) => {
        runs.push(run);
        await opened;
      };
      const [one] = [await working(kind, handler), await working(kind, handler)];
      const id = await add(one, kind, 1);
      await new Promise((resolve) => setTimeout(resolve, 600));
      open();
      await soon(async () => expect(await one.find(id)).toMatchObject({ state: 'done', attempts: 1 }));
      expect(runs.map((run) => run.signal.aborted)).toEqual([false]);
    });

    it('does not let a frozen worker’s late end overwrite what came after it, and tells it to give up', async () => {
      const kind = numbered({ lease: 300 });
      const { open, opened } = gate();
      const attempts: number[] = [];
      let reason: unknown;
      const frozen = await working(kind, async (_, run) => {
        attempts.push(run.attempt);
        if (run.attempt > 1) return run.progress('second');
        await untilAborted(run.signal).catch((error) => {
          reason = error;
        });
        await opened;
        await run.progress('late');
        throw new Error('late');
      });
      const id = await add(frozen, kind, 1);
      await soon(() => expect(attempts).toEqual([1]));
      // As if the process had stood still: another has taken the job and done it.
      await bench.database.sql
        .update(jobs)
        .set({ lease: sql`gen_random_uuid()`, leaseUntil: sql`now() + interval '1 minute'`, attempts: 2 })
        .where(eq(jobs.id, id));
      await soon(() => expect(reason).toMatchObject({ name: 'LeaseLost' }));
      await bench.database.sql.update(jobs).set({ state: 'done', progress: 'second' }).where(eq(jobs.id, id));
      open();
      await frozen.stop(1_000);
      expect(await frozen.find(id)).toMatchObject({ state: 'done', progress: 'second', attempts: 2, error: null });
    });

    it('buries a job that takes its worker down every time', async () => {
      const kind = numbered({ lease: 300, attempts: 3 });
      const adds = bench.make();
      queues.push(adds);
      const id = await add(adds, kind, 1, { delay: 600_000 });
      const past = sql`now() - interval '1 minute'`;
      await bench.database.sql
        .update(jobs)
        .set({ state: 'running', attempts: 30, runAt: past, leaseUntil: past })
        .where(eq(jobs.id, id));
      const queue = await working(kind, async () => {});
      await soon(async () => expect(await queue.find(id)).toMatchObject({ state: 'dead' }));
      expect((await queue.find(id))?.error).toMatch(/lost 30 times/);
    });

    it('does what is scheduled once, by one of them', async () => {
      const kind = numbered();
      const ran: number[] = [];
      const make = async () => {
        const queue = bench.make();
        queues.push(queue);
        queue.handle(
          kind,
          async () =>
            async ({ n }) =>
              void ran.push(n),
        );
        queue.schedule(kind, 600_000, { n: 1 });
        await queue.start(1);
      };
      await Promise.all([make(), make(), make()]);
      const marker = job({ ...numbered(), name: `${kind.name}.marker` });
      const last = await working(marker, async () => {});
      const id = await add(last, marker, 1, { delay: 150 });
      await soon(async () => expect((await last.find(id))?.state).toBe('done'));
      expect(ran).toEqual([1]);
    });
  });
}
