import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupCost } from '../solve/objective.js';
import { Random } from '../solve/random.js';
import { BlockAnnealer } from './block-annealer.js';
import { drawWeights, pairSum, sizesOf } from './fixtures.js';
import { PairGroups } from './pair-groups.js';
import { Worth } from './worth.js';

const objectives = fc.constantFrom('mean' as const, 'harmonic' as const, 'maximin' as const);
const signs = fc.constantFrom(1 as const, -1 as const);

describe('the worth of a group', () => {
  it('is what the general search makes small, of the same score', () => {
    fc.assert(
      fc.property(objectives, signs, fc.double({ min: -1, max: 1, noNaN: true }), (objective, sign, cosine) => {
        const worth = new Worth(objective, sign, 5);
        for (const n of [2, 3, 5]) {
          const likeness = Math.max(0, cosine);
          const score = sign === 1 ? likeness : 1 - likeness;
          const got = worth.of((cosine * n * (n - 1)) / 2, n);
          // Less 1, as a worth may be 0.
          expect((got - 1) / (-groupCost(objective, score, n) - 1)).toBeCloseTo(1, 9);
        }
        expect([worth.of(0, 0), worth.of(0, 1)]).toEqual([0, -groupCost(objective, 1, 1) + 0]);
      }),
    );
  });
});

describe('groups of pair sums', () => {
  it('keep, change by change, the sums that a fresh count gives', () => {
    fc.assert(
      fc.property(fc.nat(), objectives, signs, (seed, objective, sign) => {
        const random = new Random(seed);
        const [weights, groups] = [drawWeights(14, random), 4];
        const state = new PairGroups(new Worth(objective, sign, 14), 14, { students: 20, groups: 6 });
        state.load(
          weights,
          Array.from({ length: 14 }, (_, i) => i % groups),
          groups,
        );
        const weightOf = (i: number, j: number) => weights.values[i * weights.students + j]!;
        const toward = (i: number, group: number) => {
          let sum = 0;
          for (let j = 0; j < 14; j++) if (state.groupOf[j] === group && j !== i) sum += weightOf(i, j);
          return sum;
        };
        for (let step = 0; step < 30; step++) {
          const [i, j] = [random.below(14), random.below(14)];
          const [a, b] = [state.groupOf[i]!, state.groupOf[j]!];
          if (a === b) continue;
          const weight = weightOf(i, j);
          if (step % 3 === 0) state.move(i, b, state.sums[a]! - state.own[i]!, state.sums[b]! + toward(i, b));
          else {
            const intoA = toward(j, a) - weight - state.own[i]!;
            const intoB = toward(i, b) - weight - state.own[j]!;
            state.swap(i, j, state.sums[a]! + intoA, state.sums[b]! + intoB);
          }
        }
        let total = 0;
        for (let group = 0; group < groups; group++) {
          const sum = pairSum(weights, state.groupOf, group);
          expect(state.sums[group]).toBeCloseTo(sum, 9);
          total += state.worth.of(sum, state.sizes[group]!);
        }
        expect(state.total).toBeCloseTo(total, 6);
        for (let i = 0; i < 14; i++) expect(state.own[i]).toBeCloseTo(toward(i, state.groupOf[i]!), 9);
      }),
      { numRuns: 50 },
    );
  });
});

describe('annealing a block', () => {
  const [students, groups] = [60, 15];
  const anneal = (seed: number, size: { min: number; max: number }, moves = 20_000) => {
    const worth = new Worth('harmonic', 1, size.max);
    const annealer = new BlockAnnealer({ size, worth, sign: 1, most: { students: 80, groups: 20 } });
    const groupOf = Int32Array.from({ length: students }, (_, i) => i % groups);
    const weights = drawWeights(students, new Random(7));
    const total = annealer.anneal(weights, groupOf, groups, moves, new Random(seed));
    const counted = sizesOf(groupOf, groups).reduce(
      (sum, n, group) => sum + worth.of(pairSum(weights, groupOf, group), n),
      0,
    );
    expect(total).toBeCloseTo(counted, 6);
    return { groupOf, total };
  };

  it('keeps the sizes in bounds, tells what the groups are worth, and gives the same for the same seed', () => {
    const { groupOf, total } = anneal(1, { min: 3, max: 5 });
    for (const n of sizesOf(groupOf, groups)) {
      expect(n).toBeGreaterThanOrEqual(3);
      expect(n).toBeLessThanOrEqual(5);
    }
    expect(anneal(1, { min: 3, max: 5 })).toEqual({ groupOf, total });
    expect(sizesOf(anneal(1, { min: 4, max: 4 }).groupOf, groups).every((n) => n === 4)).toBe(true);
  });

  it('is never worse than what it starts from, and better with more moves', () => {
    const weights = drawWeights(students, new Random(7));
    const worth = new Worth('harmonic', 1, 4);
    const start = Int32Array.from({ length: students }, (_, i) => i % groups);
    const before = Array.from({ length: groups }, (_, g) => worth.of(pairSum(weights, start, g), 4));
    const descended = anneal(1, { min: 4, max: 4 }, 0).total;
    expect(descended).toBeGreaterThan(before.reduce((sum, one) => sum + one));
    expect(anneal(1, { min: 4, max: 4 }, 200_000).total).toBeGreaterThan(descended);
  });
});
