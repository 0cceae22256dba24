import { type BlockResult, type BlockTask, solveBlock } from '@tailcamp/matching';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '../../../kernel/id.js';
import { embeddedTestDatabase } from '../../../testing/database.js';
import { eventually } from '../../../testing/eventually.js';
import { MortalDatabase } from '../../../testing/mortal-database.js';
import { threadFromSource } from '../../../testing/solver.js';
import type { Database } from '../../database/index.js';
import { createLogger } from '../../telemetry/index.js';
import { PartStore } from './part-store.js';
import { SharedSolve } from './shared-solve.js';
import { sharedParts, sharedSolves } from './tables.js';

const LEASE = 150;
const entry = await threadFromSource('block.worker.ts');
let database: Database;
beforeAll(async () => {
  database = await embeddedTestDatabase();
});
afterAll(() => database.close());

/** Sixteen students near others on a circle, in fours. */
const task = (seed: number): BlockTask => ({
  objective: 'mean',
  sign: 1,
  vectors: Float32Array.from(
    { length: 64 },
    (_, i) => [Math.cos(seed * (i >> 2)), Math.sin(seed * (i >> 2)), 0, 0][i % 4]!,
  ),
  dimensions: 4,
  sizes: Int32Array.of(4, 4, 4, 4),
  grouped: false,
  seed,
  sweeps: 30,
  hot: 0.4,
  cold: 0.035,
});
const round = () => Array.from({ length: 60 }, (_, seed) => task(seed));
const expected = round().map((one) => solveBlock(one));

/** @param count threads of its own */
function open(count: number, on: Database = database) {
  const id = newId();
  const store = new PartStore(on);
  const announce = () => on.transaction((tx) => store.open(tx, { id, runId: null, engine: 'engine/1' }, LEASE));
  const log = createLogger('silent');
  const solve = new SharedSolve({ id, store, announce, leaseMs: LEASE, threads: { count, entry }, log });
  const results: BlockResult[] = [];
  const running = solve.run(round(), (at, result) => {
    results[at] = result;
  });
  return { id, solve, results, running };
}

it('does what another claimed and died of, when its lease is over', async () => {
  const [dead, store] = [newId(), new PartStore(database)];
  const { id, solve, results, running } = open(1);
  await eventually('something to claim', () => store.claim(id, dead, LEASE));
  await running;
  expect(results).toEqual(expected);
  expect(await solve.close()).toEqual({ here: 60, elsewhere: 0, processes: 1 });
  expect(await database.sql.$count(sharedSolves)).toBe(0);
});

it('takes what others find, told once', async () => {
  const [other, store] = [newId(), new PartStore(database)];
  // Without a thread of its own, so that it is all done by the other.
  const { id, solve, results, running } = open(0);
  let over = false;
  const helping = (async () => {
    while (!over) {
      const part = await store.claim(id, other, LEASE);
      if (part)
        await store.finish(
          id,
          part.number,
          other,
          part.tasks.map((one) => solveBlock(one)),
        );
      else await new Promise(setImmediate);
    }
  })();
  await running;
  over = true;
  await helping;
  expect(results).toEqual(expected);
  expect(await solve.close()).toEqual({ here: 0, elsewhere: 60, processes: 2 });
});

it('goes on alone when the database fails in the middle, also with what others have claimed', async () => {
  const mortal = new MortalDatabase(database);
  const { id, solve, results, running } = open(1, mortal);
  await eventually('something to claim', () => new PartStore(database).claim(id, newId(), 60_000));
  mortal.die();
  await running;
  expect(results).toEqual(expected);
  expect(await solve.close()).toMatchObject({ here: 60 });
  await new PartStore(database).close(id);
});

it('goes on alone when the database has lost what was offered', async () => {
  const { id, solve, results, running } = open(1);
  await eventually('something to claim', () => new PartStore(database).claim(id, newId(), 60_000));
  await database.sql.delete(sharedParts);
  await running;
  expect(results).toEqual(expected);
  await solve.close();
});

it('stops in the middle when it is closed, and leaves nothing', async () => {
  const { id, solve } = open(0);
  await eventually('something to claim', () => new PartStore(database).claim(id, newId(), 60_000));
  await solve.close();
  expect(await database.sql.$count(sharedSolves)).toBe(0);
});
