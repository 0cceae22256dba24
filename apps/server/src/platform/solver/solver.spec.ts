import { expect, it } from 'vitest';
import { threadFromSource, threadSolverFromSource } from '../../testing/solver.js';
import type { SolveInput, SolveProgress } from './index.js';
import { cohortOf, POLICY, solverSuite } from './solver.suite.js';
import { ThreadSolver } from './solver.thread.js';

solverSuite('the solver in a thread', () => threadSolverFromSource());

/** So many that they are cut into blocks, near ones alike. */
const large: SolveInput = {
  policy: { groupSize: { min: 3, max: 4 }, criteria: [{ kind: 'similar', columns: 'v*' }] },
  cohort: {
    columns: ['id', 'v1', 'v2', 'v3'],
    rows: Array.from({ length: 1600 }, (_, i) => [
      `m${i}`,
      ...[Math.sin(i), Math.cos(i), Math.sin(i * i)].map((value) => value.toFixed(6)),
    ]),
    idColumn: 'id',
  },
  seed: 3,
};

it('comes to the same report with one worker and with two, and tells on the way how far it is', async () => {
  const solved = [];
  for (const workers of [1, 2]) {
    const told: SolveProgress[] = [];
    const solver = await threadSolverFromSource(workers);
    const onProgress = (progress: SolveProgress) => void told.push(progress);
    const one = await solver.solve(large, { onProgress, signal: new AbortController().signal });
    expect(told.at(-1)).toMatchObject({ moves: one.report.moves, best: expect.closeTo(one.report.objective, 6) });
    expect(told.filter(({ moves }) => moves > 0 && moves < one.report.moves)).not.toEqual([]);
    solved.push({ ...one, report: { ...one.report, seconds: 0 } });
  }
  expect(solved[1]).toEqual(solved[0]);
});

it('ends the threads that work on blocks when it is aborted', async () => {
  // A thread that never answers, and shows by a count that it lives.
  const block = new URL(
    `data:text/javascript,${encodeURIComponent(`
      import { parentPort } from 'node:worker_threads';
      const beats = new Int32Array(new SharedArrayBuffer(4));
      const channel = new BroadcastChannel('beats of blocks');
      parentPort.once('message', () => channel.postMessage(beats));
      setInterval(() => { Atomics.add(beats, 0, 1); Atomics.notify(beats, 0); }, 1);
    `)}`,
  );
  const channel = new BroadcastChannel('beats of blocks');
  const solver = new ThreadSolver({
    workers: 2,
    entries: { solver: await threadFromSource('solver.worker.ts'), block },
  });
  const controller = new AbortController();
  const begun = new Promise<Int32Array>((resolve) => {
    channel.onmessage = (event) => resolve((event as { data: Int32Array }).data);
  });
  const solving = solver.solve(large, { onProgress: () => {}, signal: controller.signal });
  const rejected = expect(solving).rejects.toThrow('cancelled');
  const beats = await begun;
  channel.close();
  const beatsOn = () => Atomics.wait(beats, 0, Atomics.load(beats, 0), 100) !== 'timed-out';
  expect(beatsOn()).toBe(true);
  controller.abort(new Error('cancelled'));
  await rejected;
  expect(beatsOn()).toBe(false);
});

it('says that the built-in engine did it', async () => {
  const solver = await threadSolverFromSource();
  const options = { onProgress: () => {}, signal: new AbortController().signal };
  const solved = await solver.solve({ policy: POLICY, cohort: cohortOf(12), seed: 1 }, options);
  expect(solved.solver).toEqual({ by: 'built-in', engine: solver.engine, fellBack: null });
});
