import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../../kernel/id.js';
import { eventually } from '../../../testing/eventually.js';
import {
  freshDatabase,
  freshRedis,
  postgresUrl,
  type RunningServer,
  redisUrl,
} from '../../../testing/servers/index.js';
import { threadsFromSource } from '../../../testing/solver.js';
import { PostgresDatabase } from '../../database/database.postgres.js';
import { BullQueue } from '../../queue/queue.bullmq.js';
import { jobs } from '../../queue/tables.js';
import { createLogger, Metrics } from '../../telemetry/index.js';
import type { Solved, SolveInput, SolveProgress } from '../index.js';
import { ThreadSolver } from '../solver.thread.js';
import { BlockSharing } from './block-sharing.js';
import { sharedParts, sharedSolves } from './tables.js';

const LEASE = 500;
const RUNNER = fileURLToPath(new URL('../../../testing/from-source.mjs', import.meta.url));
const HELPER = fileURLToPath(new URL('../../../testing/block-helper.ts', import.meta.url));

/** Students near others on a circle of many turns: fifteen blocks, some twenty rounds. */
const large: SolveInput = {
  policy: { groupSize: { min: 4, max: 4 }, criteria: [{ kind: 'similar', columns: 'v*' }] },
  cohort: {
    columns: ['id', 'v1', 'v2', 'v3'],
    rows: Array.from({ length: 6000 }, (_, i) => [
      `m${i}`,
      ...[Math.sin(i), Math.cos(i), Math.sin(i * i)].map((value) => value.toFixed(6)),
    ]),
    idColumn: 'id',
  },
  seed: 3,
};
const never = () => new AbortController().signal;
const answerOf = ({ report, pairs, free }: Solved) =>
  JSON.stringify({ report: { ...report, seconds: 0 }, pairs, free });

interface Helper {
  process: ChildProcess;
  /** Names it where it claims. */
  self: string;
}

describe.skipIf(!postgresUrl() || !redisUrl())('a solve shared by processes (PostgreSQL, Redis)', () => {
  let redis: RunningServer;
  let url: string;
  let database: PostgresDatabase;
  let queue: BullQueue;
  let solver: ThreadSolver;
  let alone: Promise<Solved>;
  let entry: URL;
  const metrics = new Metrics();
  const helpers: Helper[] = [];

  beforeAll(async () => {
    redis = await freshRedis();
    url = await freshDatabase();
    database = await PostgresDatabase.open(url);
    const log = createLogger('silent');
    queue = new BullQueue(database, { url: redis.url, log });
    const { entries } = await threadsFromSource(2);
    if (entries?.block === undefined) throw new Error('The thread of blocks was not bundled');
    entry = entries.block;
    const threads = { count: 1, entry };
    const sharing = new BlockSharing({ database, queue, log, metrics, from: 1, helpers: 2, threads, leaseMs: LEASE });
    await queue.start(2);
    alone = new ThreadSolver({ workers: 1, entries }).solve(large, { onProgress: () => {}, signal: never() });
    alone.catch(() => {});
    solver = new ThreadSolver({ workers: 1, entries, sharing });
  }, 120_000);
  afterEach(async () => {
    for (const { process } of helpers.splice(0)) await kill(process);
  });
  afterAll(async () => {
    await queue.stop(1_000);
    await database.close();
    await redis.stop();
  });

  async function startHelper(): Promise<Helper> {
    const args = [RUNNER, HELPER, url, redis.url, entry.href, String(LEASE)];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = once(child, 'exit').then(() => Promise.reject(new Error('The helper ended')));
    const [line] = (await Promise.race([once(createInterface(child.stdout), 'line'), ended])) as [string];
    ended.catch(() => {});
    const helper = { process: child, self: line.replace('ready ', '') };
    helpers.push(helper);
    return helper;
  }
  async function kill(child: ChildProcess): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }
  const isWorking = async ({ self }: Helper) =>
    (await database.sql.$count(sharedParts, and(eq(sharedParts.claimedBy, self), isNull(sharedParts.found)))) > 0;
  const rowsLeft = async () => (await database.sql.$count(sharedSolves)) + (await database.sql.$count(sharedParts));

  it('comes to the answer of one process, though another is killed in the middle of a block', async () => {
    const both = await Promise.all([startHelper(), startHelper()]);
    const told: SolveProgress[] = [];
    const onProgress = (progress: SolveProgress) => void told.push(progress);
    const shared = solver.solve(large, { onProgress, signal: never(), runId: newId() });
    shared.catch(() => {});
    const doomed = await eventually('a block that is not done when its process stops', async () => {
      for (const helper of both) {
        if (!(await isWorking(helper))) continue;
        helper.process.kill('SIGSTOP');
        if (await isWorking(helper)) return helper;
        helper.process.kill('SIGCONT');
      }
      return undefined;
    });
    await kill(doomed.process);
    const solved = await shared;
    expect(answerOf(solved)).toBe(answerOf(await alone));
    expect(told.filter(({ moves }) => moves > 0 && moves < solved.report.moves).length).toBeGreaterThan(2);
    expect(await rowsLeft()).toBe(0);
  }, 60_000);

  it('needs nobody to come', async () => {
    const solved = await solver.solve(large, { onProgress: () => {}, signal: never() });
    expect(answerOf(solved)).toBe(answerOf(await alone));
    expect(solved.solver).toEqual((await alone).solver);
    expect(await rowsLeft()).toBe(0);
  }, 60_000);

  it('says by how many it was done; and lets everybody go when it is cancelled', async () => {
    const helper = await startHelper();
    const solved = await solver.solve(large, { onProgress: () => {}, signal: never() });
    expect(solved.solver).toEqual({ ...(await alone).solver, processes: 2 });
    expect(await metrics.registry.getSingleMetricAsString('tailcamp_match_blocks_total')).toMatch(
      /where="elsewhere"} [1-9]/,
    );
    const controller = new AbortController();
    const solving = solver.solve(large, { onProgress: () => {}, signal: controller.signal });
    const rejected = expect(solving).rejects.toThrow('cancelled');
    await eventually('the helper', () => isWorking(helper));
    const [solve] = await database.sql.select({ id: sharedSolves.id }).from(sharedSolves);
    const helps = and(sql`${jobs.payload}->>'solveId' = ${solve?.id}`, eq(jobs.state, 'running'));
    // The helper's, and for a moment one that passes an invitation on.
    expect(await database.sql.$count(jobs, helps)).toBeGreaterThan(0);
    controller.abort(new Error('cancelled'));
    await rejected;
    expect(await rowsLeft()).toBe(0);
    await eventually('the helper to stop', async () => (await database.sql.$count(jobs, helps)) === 0);
  }, 60_000);
});
