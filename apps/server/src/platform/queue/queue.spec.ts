import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { embeddedTestDatabase } from '../../testing/database.js';
import { postgresTestDatabase } from '../../testing/postgres-database.js';
import { postgresUrl } from '../../testing/servers/index.js';
import type { Database } from '../database/index.js';
import { EmbeddedQueue } from './queue.embedded.js';
import { sharedQueueSuite } from './queue.shared.suite.js';
import { numbered, type QueueBench, queueSuite, silent, soon } from './queue.suite.js';
import { jobs } from './tables.js';

const bench = (open: () => Promise<Database>) => async (): Promise<QueueBench> => {
  const database = await open();
  return {
    database,
    make: (looks = 'often', on = database) =>
      new EmbeddedQueue(on, { log: silent, poll: looks === 'often' ? 50 : 600_000 }),
    close: () => database.close(),
  };
};

queueSuite('the embedded queue on the embedded database', bench(embeddedTestDatabase));

describe.skipIf(!postgresUrl())('real server (PostgreSQL)', () => {
  queueSuite('the embedded queue on PostgreSQL', bench(postgresTestDatabase));
  sharedQueueSuite('an embedded queue shared by processes', bench(postgresTestDatabase));
});

it('takes again at once, after a kill, what ran in the embedded database', async () => {
  const database = await embeddedTestDatabase();
  const kind = numbered({ lease: 600_000 });
  const killed = new EmbeddedQueue(database, { log: silent });
  const id = await database.transaction((tx) => killed.add(tx, kind, { n: 1 }));
  const leaseUntil = new Date(Date.now() + 600_000);
  await database.sql.update(jobs).set({ state: 'running', attempts: 1, leaseUntil }).where(eq(jobs.id, id));
  const next = new EmbeddedQueue(database, { log: silent });
  next.handle(kind, async () => async () => {});
  await next.start(1);
  await soon(async () => expect(await next.find(id)).toMatchObject({ state: 'done', attempts: 2 }));
  await next.stop(0);
  await database.close();
});
