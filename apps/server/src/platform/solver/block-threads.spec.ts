import { type BlockTask, compile, makeTable, solve, solveInBlocks } from '@tailcamp/matching';
import { expect, it } from 'vitest';
import { threadFromSource } from '../../testing/solver.js';
import { BlockThreads } from './block-threads.js';

const entry = await threadFromSource('block.worker.ts');

/** Students on a circle of many turns, near ones alike. */
const problem = compile(
  { groupSize: { min: 3, max: 4 }, criteria: [{ kind: 'similar', columns: 'v*' }] },
  makeTable(
    ['v1', 'v2', 'v3'],
    Array.from({ length: 1700 }, (_, i) =>
      [Math.sin(i), Math.cos(i), Math.sin(i * i)].map((value) => value.toFixed(6)),
    ),
  ),
);
const options = { seed: 4, moves: 2_000_000 };

it.each([1, 2])('comes to the same groups on %i threads as on none', async (count) => {
  const threads = new BlockThreads(count, entry);
  try {
    expect(await solveInBlocks(problem, options, threads)).toEqual(solve(problem, options));
  } finally {
    await threads.close();
  }
});

it('fails when a thread ends', async () => {
  const threads = new BlockThreads(2, new URL('data:text/javascript,process.exit(3)'));
  const task: BlockTask = {
    objective: 'mean',
    sign: 1,
    vectors: new Float32Array(16),
    dimensions: 4,
    sizes: Int32Array.of(2, 2),
    grouped: false,
    seed: 1,
    sweeps: 1,
    hot: 1,
    cold: 1,
  };
  await expect(threads.run([task], () => {})).rejects.toThrow('ended with code 3');
  await threads.close();
});
