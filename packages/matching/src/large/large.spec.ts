import type { Objective } from '@tailcamp/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate, nameGroups } from '../evaluate.js';
import { compile } from '../policy/compile.js';
import type { Problem } from '../problem.js';
import type { Progress } from '../solve/options.js';
import { Random } from '../solve/random.js';
import { searchSteps } from '../solve/search.js';
import { solve } from '../solve/solve.js';
import { makeTable } from '../survey/table.js';
import { solveBlock } from './block.js';
import type { BlockTask } from './block-task.js';
import { openScalars } from './kernel.js';
import { type BlockRunner, solveInBlocks } from './large.js';

interface Wanted {
  readonly kind?: 'similar' | 'diverse';
  readonly objective?: Objective;
  readonly min?: number;
  readonly max?: number;
}

/** Students around ten directions, of so many numbers each. */
function problemOf(students: number, seed: number, { kind = 'similar', objective, min = 4, max = 4 }: Wanted = {}) {
  const random = new Random(seed);
  const topics = Array.from({ length: 10 }, () => Array.from({ length: 6 }, () => random.next()));
  const rows = Array.from({ length: students }, (_, i) => {
    const topic = topics[random.below(10)]!;
    return [`s${i}`, ...topic.map((value) => String(value + 0.4 * (random.next() - 0.5)))];
  });
  const policy = { groupSize: { min, max }, id: 'id', ...(objective === undefined ? {} : { objective }) };
  const columns = ['id', ...Array.from({ length: 6 }, (_, d) => `v${d}`)];
  return compile({ ...policy, criteria: [{ kind, columns: 'v*' }] }, makeTable(columns, rows));
}

const objectiveOf = (problem: Problem, groups: readonly (readonly number[])[]) =>
  evaluate(problem, nameGroups(problem, groups)).objective;

/** Blocks as two workers might do them: the second half first. */
const backwards: BlockRunner = {
  run: async (tasks, onResult) => {
    const results = [...tasks].reverse().map((task) => solveBlock(task));
    for (const result of results) onResult(result);
    return results.reverse();
  },
};

describe('a large cohort', () => {
  it('has each student once, in groups within the sizes, in one block or in several', () => {
    const numbers = fc.tuple(fc.integer({ min: 401, max: 1900 }), fc.integer({ min: 1, max: 6 }), fc.nat(3), fc.nat());
    fc.assert(
      fc.property(numbers, ([students, min, more, seed]) => {
        const max = min + more + (students % min === 0 || min > students ** 0.5 ? 0 : 1);
        const problem = problemOf(students, seed, { min, max });
        const { groups } = solve(problem, { seed, moves: 20_000 });
        expect(groups.flat().sort((a, b) => a - b)).toEqual(Array.from({ length: students }, (_, i) => i));
        for (const members of groups) {
          expect(members.length).toBeGreaterThanOrEqual(min);
          expect(members.length).toBeLessThanOrEqual(max);
        }
      }),
      { numRuns: 15 },
    );
  });

  it.each<Wanted>([
    { objective: 'mean' },
    { objective: 'harmonic', min: 3, max: 5 },
    { kind: 'diverse', objective: 'harmonic' },
    { kind: 'diverse', objective: 'mean', min: 3, max: 5 },
  ])('is grouped better than by the general search: %o', (wanted) => {
    const problem = problemOf(600, 7, wanted);
    const large = objectiveOf(problem, solve(problem, { seed: 1, moves: 5_000_000 }).groups);
    const steps = searchSteps(problem, { seed: 1, moves: 100_000 });
    let step = steps.next();
    while (!step.done) step = steps.next();
    expect(large).toBeGreaterThan(objectiveOf(problem, step.value.groups));
  });

  it('tells the objective that an evaluation from scratch finds', () => {
    for (const objective of ['mean', 'harmonic', 'maximin'] as const) {
      const problem = problemOf(1800, 3, { objective, min: 3, max: 4 });
      let best = 0;
      const onProgress = (progress: { best: number }) => {
        best = progress.best;
      };
      const { groups } = solve(problem, { seed: 1, moves: 1_000_000, onProgress });
      expect(best).toBeCloseTo(objectiveOf(problem, groups), 6);
    }
  });

  it('comes to the same groups for the same seed, whoever works on the blocks and in which order', async () => {
    const problem = problemOf(2000, 5);
    const options = { seed: 9, moves: 4_000_000 };
    const alone = solve(problem, options);
    expect(await solveInBlocks(problem, options, backwards)).toEqual(alone);
    expect(solve(problem, options)).toEqual(alone);
    expect(solve(problem, { ...options, seed: 10 }).groups).not.toEqual(alone.groups);
  });

  it('gets better with every round, and stops when asked or by the clock', () => {
    const problem = problemOf(2000, 5);
    const seen: number[] = [];
    solve(problem, { seed: 1, moves: 40_000_000, onProgress: ({ best }) => seen.push(best) });
    expect(seen.length).toBeGreaterThan(2);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    const stopped = solve(problem, { seed: 1, shouldStop: () => true });
    expect(stopped.stoppedBy).toBe('time');
    expect(stopped.groups.flat()).toHaveLength(2000);
    let now = 0;
    const timed = solve(problem, { seed: 1, seconds: 0.5, clock: () => (now += 40) });
    expect(timed.stoppedBy).toBe('time');
    expect(timed.groups.flat()).toHaveLength(2000);
  });

  it('tells its progress with every block, and leaves the blocks that a stop finds ahead as they are', async () => {
    const problem = problemOf(2000, 5);
    const runner: BlockRunner = {
      run: async (tasks, onResult) =>
        Array.from(tasks, (task) => {
          const result = solveBlock(task);
          onResult(result);
          return result;
        }),
    };
    const told: Progress[] = [];
    const options = { seed: 1, shouldStop: () => told.length > 6, onProgress: (one: Progress) => void told.push(one) };
    const stopped = await solveInBlocks(problem, options, runner);
    const inBlocks = told.splice(0);
    expect(solve(problem, options)).toEqual(stopped);
    expect(told).toEqual(inBlocks);
    expect(stopped?.stoppedBy).toBe('time');
    expect(stopped?.groups.flat()).toHaveLength(2000);
    // Five blocks and the round, one block of the next, and four that were left alone.
    const moves = inBlocks.slice(0, 11).map((progress) => progress.moves);
    expect(new Set(moves.slice(0, 5)).size).toBe(5);
    expect(moves[6]).toBeGreaterThan(moves[5]!);
    expect(new Set(moves.slice(6)).size).toBe(1);
    expect(inBlocks.slice(0, 7).map(({ phase, best }) => [phase, best > 0])).toEqual([
      ...Array(5).fill(['construct', false]),
      ...Array(2).fill(['anneal', true]),
    ]);
  });

  it('needs no lanes: scalars come to the same groups', () => {
    const random = new Random(4);
    const dimensions = 8;
    const sizes = Int32Array.from({ length: 20 }, (_, g) => 3 + (g % 3));
    const vectors = Float32Array.from({ length: 79 * dimensions }, () => random.next() - 0.3);
    for (const objective of ['mean', 'harmonic', 'maximin'] as const) {
      const task: BlockTask = {
        objective,
        sign: 1,
        vectors,
        dimensions,
        sizes,
        grouped: false,
        seed: 3,
        sweeps: 40,
        hot: 0.3,
        cold: 0.03,
      };
      expect(solveBlock(task, openScalars)).toEqual(solveBlock(task));
    }
  });
});
