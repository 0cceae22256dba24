import type { BlockTask } from '@tailcamp/matching';
import { lt, sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { newId } from '../../../kernel/id.js';
import { embeddedTestDatabase } from '../../../testing/database.js';
import { eventually } from '../../../testing/eventually.js';
import type { Database } from '../../database/index.js';
import { PartStore } from './part-store.js';
import { sharedParts, sharedSolves } from './tables.js';

const LONG = 60_000;
const SHORT = 30;
const [ANN, BEN] = [newId(), newId()];

let database: Database;
let store: PartStore;
let id: string;
beforeAll(async () => {
  database = await embeddedTestDatabase();
  store = new PartStore(database);
});
beforeEach(async () => {
  id = newId();
  await database.transaction((tx) => store.open(tx, { id, runId: null, engine: 'engine/1' }, LONG));
});
afterEach(() => database.sql.delete(sharedSolves));
afterAll(() => database.close());

const task = (seed: number): BlockTask => ({
  objective: 'mean',
  sign: 1,
  vectors: Float32Array.of(1, 0, 0, 0, 0, 1, 0, seed),
  dimensions: 4,
  sizes: Int32Array.of(1, 1),
  grouped: false,
  seed,
  sweeps: 1,
  hot: 1,
  cold: 1,
});
const offer = (...numbers: number[]) =>
  store.offer(
    id,
    numbers.map((number) => ({ number, from: number, tasks: [task(number)] })),
  );
const claimed = async (by: string, leaseMs = LONG) => (await store.claim(id, by, leaseMs))?.number;
const results = [{ groupOf: Int32Array.of(1, 0), moves: 12 }];

it('gives each part to one, in order, with its task', async () => {
  await offer(1, 2, 3);
  expect(await store.claim(id, ANN, LONG)).toEqual({ number: 1, tasks: [task(1)] });
  expect(await Promise.all([claimed(BEN), claimed(ANN), claimed(BEN)])).toEqual([2, 3, undefined]);
});

it('gives a part to another when who claimed it has shown no sign of life, and not before', async () => {
  await offer(1, 2);
  await claimed(ANN, SHORT);
  await claimed(BEN, SHORT);
  await store.keep(id, BEN, LONG);
  await eventually('the end of the lease', async () => (await claimed(ANN)) === 1);
  expect(await claimed(ANN)).toBeUndefined();
});

it('collects what was done once, and whose it is', async () => {
  await offer(1, 2);
  await claimed(ANN);
  await store.finish(id, 1, ANN, results);
  expect(await store.collect(id)).toEqual([{ number: 1, by: ANN, results }]);
  expect(await store.collect(id)).toEqual([]);
  expect(await store.offered(id)).toEqual([{ number: 2, claimed: false }]);
});

it('takes what a worker that was frozen finds, unless it was done meanwhile', async () => {
  await offer(1);
  await claimed(ANN, SHORT);
  await eventually('the end of the lease', () => claimed(BEN));
  await store.finish(id, 1, ANN, results);
  await store.finish(id, 1, BEN, []);
  expect(await store.collect(id)).toEqual([{ number: 1, by: ANN, results }]);
  await store.finish(id, 1, BEN, results);
  expect(await store.collect(id)).toEqual([]);
});

it('takes back what nobody works on, first of all what somebody was to', async () => {
  await offer(1, 2, 3, 4);
  await claimed(ANN);
  await claimed(BEN, SHORT);
  const lapsed = () => database.sql.$count(sharedParts, lt(sharedParts.claimedUntil, sql`now()`));
  await eventually('the end of the lease', lapsed);
  expect(await store.takeBack(id, 1)).toEqual([2]);
  expect((await store.takeBack(id, 9)).sort()).toEqual([3, 4]);
  expect(await store.offered(id)).toEqual([{ number: 1, claimed: true }]);
});

it('can be had at once when who claimed it gives it back', async () => {
  await offer(1);
  await claimed(ANN);
  await store.release(id, BEN);
  expect(await claimed(BEN)).toBeUndefined();
  await store.release(id, ANN);
  expect(await claimed(BEN)).toBe(1);
});

it('goes with its solve', async () => {
  await offer(1, 2);
  await store.close(id);
  expect(await claimed(ANN)).toBeUndefined();
  await store.finish(id, 1, ANN, results);
  await expect(offer(3)).rejects.toThrow();
  expect(await database.sql.$count(sharedParts)).toBe(0);
});

it('stands as long as its process prolongs it, and is forgotten when that is dead', async () => {
  await store.prolong(id, SHORT);
  await store.prolong(id, LONG);
  expect(await store.standing(id)).toEqual({ id, runId: null, engine: 'engine/1' });
  await store.forgetDead();
  await store.prolong(id, SHORT);
  await eventually('the end of the lease', async () => (await store.standing(id)) === null);
  await store.forgetDead();
  expect(await store.prolong(id, LONG)).toBe(false);
  expect(await database.sql.$count(sharedSolves)).toBe(0);
});

it('lies in the database without a log and without compression', async () => {
  const asked = sql`select relpersistence = 'u' as unlogged, attstorage = 'e' as external
    from pg_class join pg_attribute on attrelid = pg_class.oid where relname = 'shared_parts' and attname = 'vectors'`;
  expect(await database.sql.execute(asked)).toMatchObject({ rows: [{ unlogged: true, external: true }] });
});
