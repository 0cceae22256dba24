import type { Policy } from '@tailcamp/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate, nameGroups } from '../evaluate.js';
import { solveExactly } from '../exact/exact.js';
import { compile } from '../policy/compile.js';
import type { Problem } from '../problem.js';
import type { Progress, SolveOptions } from '../solve/options.js';
import { Random } from '../solve/random.js';
import { solve } from '../solve/solve.js';
import { makeTable } from '../survey/table.js';
import { denseSteps, isDense } from './dense.js';
import { DenseGroups } from './dense-groups.js';
import { DenseScan } from './dense-scan.js';
import { drawWeights, pairSum, sizesOf } from './fixtures.js';
import { Worth } from './worth.js';

const objectives = fc.constantFrom('mean' as const, 'harmonic' as const, 'maximin' as const);
const signs = fc.constantFrom(1 as const, -1 as const);

/** Students with three numbers each, to be alike or not. */
function vectors(students: number, seed: number, policy: Partial<Policy> = {}): Problem {
  const random = new Random(seed);
  const columns = ['id', 'x', 'y', 'z'];
  const rows = Array.from({ length: students }, (_, i) => [`s${i}`, ...[0, 1, 2].map(() => `${random.next() - 0.4}`)]);
  const criteria: Policy['criteria'] = [{ kind: 'similar', columns: ['x', 'y', 'z'] }];
  return compile({ groupSize: { min: 3, max: 5 }, id: 'id', criteria, ...policy }, makeTable(columns, rows));
}

function dense(problem: Problem, options: SolveOptions) {
  const steps = denseSteps(problem, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

const objectiveOf = (problem: Problem, groups: readonly (readonly number[])[]) =>
  evaluate(problem, nameGroups(problem, groups)).objective;

describe('dense groups', () => {
  it('keep, change by change, the sums that a fresh count gives', () => {
    fc.assert(
      fc.property(fc.nat(), objectives, signs, (seed, objective, sign) => {
        const random = new Random(seed);
        const bounds = [0, 1, 2, 3].map(() => ({ min: 0, max: 14 }));
        const weights = drawWeights(14, random);
        const [state, fresh] = [0, 1].map(() => new DenseGroups(weights, bounds, new Worth(objective, sign, 14)));
        state!.load(Array.from({ length: 14 }, (_, i) => i % 4));
        for (let step = 0; step < 40; step++) {
          const [i, j] = [random.below(14), random.below(14)];
          if (state!.groupOf[i] === state!.groupOf[j]) continue;
          if (step % 3 === 0) state!.move(i, state!.groupOf[j]!);
          else state!.swap(i, j);
        }
        fresh!.load(state!.groupOf);
        for (const field of ['toward', 'own', 'sums', 'sizes'] as const) {
          fresh![field].forEach((value, at) => {
            expect(state![field][at]).toBeCloseTo(value, 9);
          });
        }
        for (let g = 0; g < 4; g++) expect(fresh!.sums[g]).toBeCloseTo(pairSum(weights, fresh!.groupOf, g), 9);
        expect(state!.total / fresh!.total).toBeCloseTo(1, 6);
      }),
      { numRuns: 50 },
    );
  });

  it('are worth more after each cold sweep, in bounds, and no exchange is left that gains', () => {
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom('sum' as const, 'mean' as const, 'harmonic' as const), (seed, shape) => {
        const random = new Random(seed);
        const bounds = [0, 1, 2, 3, 4].map((g) => ({ min: 2 + (g % 2), max: 4 + (g % 2) }));
        const state = new DenseGroups(drawWeights(17, random), bounds, new Worth(shape, 1, 5));
        state.load([0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4]);
        const scan = new DenseScan(state, random);
        for (let before = scan.settle(); scan.sweep(0) > 0; ) {
          const after = scan.settle();
          expect(after).toBeGreaterThan(before);
          before = after;
        }
        sizesOf(state.groupOf, 5).forEach((n, g) => {
          expect(n).toBeGreaterThanOrEqual(bounds[g]!.min);
          expect(n).toBeLessThanOrEqual(bounds[g]!.max);
        });
        const optimum = state.total;
        for (let i = 0; i < 17; i++) {
          for (let j = 0; j < i; j++) {
            if (state.groupOf[i] === state.groupOf[j]) continue;
            state.swap(i, j);
            expect(state.total).toBeLessThanOrEqual(optimum + 1e-6);
            state.swap(i, j);
          }
        }
      }),
      { numRuns: 20 },
    );
  });
});

describe('a scan where sizes decide', () => {
  /** A temperature at which every loss is taken. */
  const ALL_TAKEN = 1e6;

  it('keeps them while it is hot, changes them when told, and goes back to the best from others alone', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const random = new Random(seed);
        const bounds = [0, 1, 2].map(() => ({ min: 2, max: 8 }));
        const state = new DenseGroups(drawWeights(12, random), bounds, new Worth('sum', 1, 8));
        state.load([0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 2, 2]);
        const scan = new DenseScan(state, random);
        scan.settle();
        expect(scan.sizesDecide).toBe(true);
        scan.keepsSizes = true;
        for (let sweep = 0; sweep < 5; sweep++) expect(scan.sweep(ALL_TAKEN)).toBeGreaterThan(0);
        expect([...state.sizes]).toEqual([8, 2, 2]);
        const swapped = [...state.groupOf];
        scan.returnToBestSizes();
        expect([...state.groupOf]).toEqual(swapped);

        scan.keepsSizes = false;
        scan.sweep(ALL_TAKEN);
        expect([...state.sizes]).not.toEqual([8, 2, 2]);
        state.load(scan.best);
        const from = state.groupOf[0]!;
        state.move(0, [0, 1, 2].find((g) => g !== from && state.sizes[g]! < 8)!);
        scan.returnToBestSizes();
        expect([...state.groupOf]).toEqual([...scan.best]);
        expect(state.total).toBeCloseTo(scan.bestTotal, 9);
      }),
      { numRuns: 20 },
    );
  });

  it('is one of bare sums with sizes to choose', () => {
    const decide = (shape: 'sum' | 'mean', max: number) => {
      const state = new DenseGroups(drawWeights(9, new Random(1)), [0, 1, 2].map(() => ({ min: 3, max })), new Worth(shape, 1, 9)); // biome-ignore format: one line is plainer
      return new DenseScan(state, new Random(1)).sizesDecide;
    };
    expect([decide('sum', 5), decide('sum', 3), decide('mean', 5)]).toEqual([true, false, false]);
  });
});

describe('the dense search', () => {
  it('holds each student once, in groups within the sizes, and tells what they come to', () => {
    fc.assert(
      fc.property(fc.integer({ min: 6, max: 40 }), objectives, fc.nat(), (students, objective, seed) => {
        const problem = vectors(students, seed, { objective });
        expect(isDense(problem, {})).toBe(true);
        const seen: Progress[] = [];
        const options = { seed, moves: 40_000, onProgress: (progress: Progress) => seen.push(progress) };
        const { groups } = dense(problem, options);
        expect(groups.flat().sort((a, b) => a - b)).toEqual(Array.from({ length: students }, (_, i) => i));
        for (const { length } of groups) expect(length >= 3 && length <= 5).toBe(true);
        expect(seen.at(-1)!.best).toBeCloseTo(objectiveOf(problem, groups), 6);
        expect(dense(problem, { seed, moves: 40_000 }).groups).toEqual(groups);
      }),
      { numRuns: 15 },
    );
  });

  it.each(['mean', 'harmonic', 'maximin'] as const)('finds the proved best of small cohorts by %s', (objective) => {
    for (const kind of ['similar', 'diverse'] as const) {
      for (const seed of [1, 2]) {
        const problem = vectors(12, seed, { objective, criteria: [{ kind, columns: ['x', 'y', 'z'] }] });
        const best = objectiveOf(problem, solveExactly(problem)!.groups!);
        expect(objectiveOf(problem, dense(problem, { seed, moves: 400_000 }).groups)).toBeCloseTo(best, 6);
      }
    }
  });

  it('goes on from given groups, and never does worse', () => {
    const problem = vectors(30, 3);
    const start = dense(problem, { seed: 1, moves: 50_000 }).groups;
    const improved = solve(problem, { seed: 2, moves: 2000, start }).groups;
    expect(objectiveOf(problem, improved)).toBeGreaterThanOrEqual(objectiveOf(problem, start));
    expect(improved).toHaveLength(start.length);
  });

  it('keeps the bounds of named groups, empty ones in their places', () => {
    const groups = [
      { name: 'a', min: 0, max: 3 },
      { name: 'b', min: 8, max: 12 },
      { name: 'c', min: 4, max: 30 },
    ];
    const problem = vectors(30, 3, { groups, groupSize: undefined });
    const sizes = solve(problem, { seed: 1, moves: 50_000 }).groups.map(({ length }) => length);
    expect(sizes).toHaveLength(3);
    sizes.forEach((n, g) => {
      expect(n >= groups[g]!.min && n <= groups[g]!.max).toBe(true);
    });
  });

  it('leaves locked students, hard rules, blanks and large cohorts to others', () => {
    const start = [Array.from({ length: 5 }, (_, i) => i)];
    expect(isDense(vectors(25, 1), { start, locked: new Set([1]) })).toBe(false);
    expect(isDense(vectors(401, 1), {})).toBe(false);
    const hard = vectors(25, 1, { criteria: [{ kind: 'similar', columns: 'x', hard: true, atLeast: 0.1 }] });
    expect(isDense(hard, {})).toBe(false);
    const criteria: Policy['criteria'] = [{ kind: 'similar', column: 'x' }];
    const rows = Array.from({ length: 25 }, (_, i) => [`s${i}`, i === 3 ? '' : `${i - 7.5}`]);
    const blank = compile({ groupSize: { min: 5, max: 5 }, id: 'id', criteria }, makeTable(['id', 'x'], rows));
    expect(isDense(blank, {})).toBe(false);
  });

  it('ends by the clock that it is given, and when asked', () => {
    let now = 0;
    const timed = dense(vectors(60, 1), { seed: 1, seconds: 1, clock: () => (now += 20) });
    expect(timed.stoppedBy).toBe('time');
    const stopped = dense(vectors(60, 1), { seed: 1, shouldStop: () => true });
    expect(stopped.moves).toBeLessThan(200_000);
    expect(stopped.groups.flat()).toHaveLength(60);
  });
});
