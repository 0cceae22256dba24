import { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { BreakableLink } from '../../testing/breakable-link.js';
import { embeddedTestDatabase } from '../../testing/database.js';
import { postgresTestDatabase } from '../../testing/postgres-database.js';
import { freshRedis, postgresUrl, redisUrl } from '../../testing/servers/index.js';
import type { Database } from '../database/index.js';
import type { Queue } from './index.js';
import { BullQueue } from './queue.bullmq.js';
import { sharedQueueSuite } from './queue.shared.suite.js';
import { type Numbered, numbered, type QueueBench, queueSuite, silent, soon } from './queue.suite.js';
import { jobs } from './tables.js';

const SWEEP = 100;

const bench = (open: () => Promise<Database>) => async (): Promise<QueueBench> => {
  const database = await open();
  const redis = await freshRedis();
  return {
    database,
    make: (looks = 'often', on = database) =>
      new BullQueue(on, { url: redis.url, log: silent, sweep: looks === 'often' ? SWEEP : 600_000 }),
    close: async () => {
      await redis.stop();
      await database.close();
    },
  };
};

describe.skipIf(!redisUrl())('real server (Redis)', () => {
  queueSuite('BullMQ with the embedded database', bench(embeddedTestDatabase));

  describe('a broker that forgets, or is away', () => {
    let database: Database;
    let link: BreakableLink;
    let admin: Redis;
    let stopRedis: () => Promise<void>;
    const queues: Queue[] = [];
    beforeAll(async () => {
      database = await embeddedTestDatabase();
      const redis = await freshRedis();
      stopRedis = redis.stop;
      admin = new Redis(redis.url);
      link = await new BreakableLink(new URL(redis.url)).mend();
    });
    afterEach(async () => {
      await Promise.all(queues.splice(0).map((queue) => queue.stop(0)));
      await database.sql.delete(jobs);
    });
    afterAll(async () => {
      admin.disconnect();
      await link.cut();
      await stopRedis();
      await database.close();
    });

    const make = () => {
      const queue = new BullQueue(database, { url: link.url, log: silent, sweep: SWEEP });
      queues.push(queue);
      return queue;
    };
    const working = async (kind: Numbered, ran: number[]) => {
      const queue = make();
      queue.handle(kind, async () => async ({ n }) => {
        await new Promise((resolve) => setTimeout(resolve, 5));
        ran.push(n);
      });
      await queue.start(2);
      return queue;
    };
    const add = (queue: Queue, kind: Numbered, n: number, delay = 0) =>
      database.transaction((tx) => queue.add(tx, kind, { n }, { delay }));

    it('does every job once though Redis is emptied again and again', async () => {
      const kind = numbered();
      const ran: number[] = [];
      const queue = await working(kind, ran);
      for (let n = 0; n < 60; n++) {
        await add(queue, kind, n, n % 3 === 0 ? 50 : 0);
        if (n % 7 === 0) await admin.flushall();
      }
      await soon(async () => expect((await queue.depth()).done).toBe(60));
      expect(ran.sort((a, b) => a - b)).toEqual(Array.from({ length: 60 }, (_, n) => n));
    });

    it('does what was added while Redis was away, when it is back', async () => {
      const kind = numbered();
      const ran: number[] = [];
      const queue = await working(kind, ran);
      await add(queue, kind, 1);
      await soon(() => expect(ran).toEqual([1]));
      await link.cut();
      for (const n of [2, 3]) await add(queue, kind, n);
      expect((await queue.depth()).waiting).toBe(2);
      await admin.flushall();
      await link.mend();
      await soon(() => expect([...ran].sort()).toEqual([1, 2, 3]));
    });

    it('starts while Redis is away, and works when it comes', async () => {
      await link.cut();
      const kind = numbered();
      const ran: number[] = [];
      const queue = await working(kind, ran);
      await add(queue, kind, 1);
      await new Promise((resolve) => setTimeout(resolve, 150));
      expect(ran).toEqual([]);
      await link.mend();
      await soon(() => expect(ran).toEqual([1]));
    });

    it('stops though Redis is away', async () => {
      const queue = await working(numbered(), []);
      await link.cut();
      await queue.stop(100);
      await link.mend();
    });
  });
});

describe.skipIf(!postgresUrl() || !redisUrl())('real servers (PostgreSQL and Redis)', () => {
  queueSuite('BullMQ with PostgreSQL', bench(postgresTestDatabase));
  sharedQueueSuite('BullMQ shared by processes', bench(postgresTestDatabase));
});
