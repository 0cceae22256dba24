import { matching } from '@tailcamp/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  type Evaluated,
  PolicyCheck,
  type Proposal,
  type Solved,
  type SolveInput,
  type SolveOptions,
  Solver,
  SolverRefusal,
} from '../../../platform/solver/index.js';
import { Metrics } from '../../../platform/telemetry/index.js';
import { TestApp } from '../../../testing/app.js';
import { eventually } from '../../../testing/eventually.js';
import { type MatchingCamp, matchingCamp, savePolicy } from '../../../testing/matching-camp.js';
import { RunStore } from '../store/run-store.js';
import { PerformRun } from './perform-run.js';

let app: TestApp;
let camp: MatchingCamp;
beforeAll(async () => {
  app = await TestApp.start({ RATE_READ: '100000' });
  camp = await matchingCamp(app);
  await savePolicy(camp);
  // From here on nobody does jobs but the tests themselves.
  await app.platform.queue.stop(1_000);
});
afterAll(() => app.close());

/** Does to a solve what a test says; all else is the real solver. */
class Interposed extends Solver {
  readonly engine = app.platform.solver.engine;
  constructor(readonly solve: (input: SolveInput, options: SolveOptions) => Promise<Solved>) {
    super();
  }
  propose(...given: Parameters<Solver['propose']>): Promise<Proposal> {
    return app.platform.solver.propose(...given);
  }
  check(...given: Parameters<Solver['check']>): Promise<PolicyCheck> {
    return app.platform.solver.check(...given);
  }
  evaluate(...given: Parameters<Solver['evaluate']>): Promise<Evaluated> {
    return app.platform.solver.evaluate(...given);
  }
  form(...given: Parameters<Solver['form']>): ReturnType<Solver['form']> {
    return app.platform.solver.form(...given);
  }
  place(...given: Parameters<Solver['place']>): ReturnType<Solver['place']> {
    return app.platform.solver.place(...given);
  }
}

function worker(solver: Solver = app.platform.solver): PerformRun {
  const { database, clock, cipher, streams, log } = app.platform;
  return new PerformRun(database, clock, streams, solver, new RunStore(database, cipher), new Metrics(), log);
}

const never = () => new AbortController().signal;
const start = async () => (await camp.instructor.call(matching.start, { campId: camp.campId })).id;
const view = (runId: string) => camp.instructor.call(matching.get, { campId: camp.campId, runId });
const cancel = (runId: string) => camp.instructor.call(matching.cancel, { campId: camp.campId, runId });
const hangs = (onBegun: () => void) =>
  new Interposed((_, { signal }) => {
    const aborted = new Promise<never>((__, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason));
    });
    onBegun();
    return aborted;
  });

it('begun again after its worker was lost, comes to the same answer', async () => {
  const runId = await start();
  const killed = new AbortController();
  const first = worker(hangs(() => killed.abort(new Error('killed')))).run({ runId }, { signal: killed.signal });
  await expect(first).rejects.toThrow('killed');
  expect((await view(runId)).state).toBe('running');
  await worker().run({ runId }, { signal: never() });
  const { report, state } = await view(runId);
  expect(state).toBe('done');

  const again = await start();
  await worker().run({ runId: again }, { signal: never() });
  expect((await view(again)).report?.groups).toEqual(report?.groups);
});

it('keeps who formed the groups, and why it was not who should have', async () => {
  const runId = await start();
  expect((await view(runId)).solver).toBeNull();
  const fellBack = 'The matching service was not used: it answered 503.';
  const solver = new Interposed(async (input, options) => {
    const solved = await app.platform.solver.solve(input, options);
    return { ...solved, solver: { ...solved.solver, fellBack } };
  });
  await worker(solver).run({ runId }, { signal: never() });
  expect((await view(runId)).solver).toEqual({ by: 'built-in', engine: app.platform.solver.engine, fellBack });
});

it('done twice has one effect', async () => {
  const runId = await start();
  await worker().run({ runId }, { signal: never() });
  const [before, seq] = [await view(runId), await app.platform.streams.sequence(`camp:${camp.campId}`)];
  await worker().run({ runId }, { signal: never() });
  expect(await view(runId)).toEqual(before);
  expect(await app.platform.streams.sequence(`camp:${camp.campId}`)).toBe(seq);
});

it('lets only the execution begun last write, when two workers have it', async () => {
  const runId = await start();
  let release = () => {};
  const slow = new Interposed(async (input, options) => {
    await new Promise<void>((resolve) => {
      release = resolve;
    });
    const solved = await app.platform.solver.solve(input, options);
    return { ...solved, report: { ...solved.report, objective: 0 } };
  });
  const first = worker(slow).run({ runId }, { signal: never() });
  await eventually('the first worker', async () => (await view(runId)).state === 'running');
  await worker().run({ runId }, { signal: never() });
  release();
  await first;
  expect((await view(runId)).objective).toBeGreaterThan(0);
});

it('stops within a second of being cancelled, even where no progress comes', async () => {
  const runId = await start();
  let begun = false;
  const running = worker(
    hangs(() => {
      begun = true;
    }),
  ).run({ runId }, { signal: never() });
  await eventually('the solver', () => begun);
  await cancel(runId);
  const from = performance.now();
  await running;
  expect(performance.now() - from).toBeLessThan(1_000);
  expect(await view(runId)).toMatchObject({ state: 'cancelled', report: null });
});

it('says why it failed, and makes room for the next', async () => {
  const refused = await start();
  const refuses = new Interposed(() => Promise.reject(new SolverRefusal('policy: criteria.0.column: no such column')));
  await worker(refuses).run({ runId: refused }, { signal: never() });
  expect(await view(refused)).toMatchObject({ state: 'failed', problem: expect.stringContaining('no such column') });

  const broken = await start();
  await worker(new Interposed(() => Promise.reject(new RangeError('x of undefined')))).run(
    { runId: broken },
    { signal: never() },
  );
  const { problem, state } = await view(broken);
  expect([state, problem]).toEqual(['failed', expect.not.stringContaining('undefined')]);
  const { events } = await readLast();
  expect(events.at(-1)).toMatchObject({ kind: 'run.finished', data: { runId: broken, state: 'failed' } });
});

it('whose job is a dead letter is ended by the sweep; one that waits is left alone', async () => {
  const { EndLostRuns } = await import('./end-lost-runs.js');
  const { database, clock, cipher, streams, queue } = app.platform;
  const sweep = new EndLostRuns(database, clock, queue, streams, new RunStore(database, cipher));
  const runId = await start();
  await sweep.run();
  expect((await view(runId)).state).toBe('queued');
  await database.sql.execute(`update jobs set state = 'dead' where payload->>'runId' = '${runId}'`);
  await sweep.run();
  expect(await view(runId)).toMatchObject({ state: 'failed', problem: expect.stringContaining('start it again') });
});

async function readLast() {
  const stream = `camp:${camp.campId}` as const;
  const seq = await app.platform.streams.sequence(stream);
  return { events: await app.platform.streams.read(stream, Math.max(0, seq - 3), 10) };
}
