import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupCost } from '../solve/objective.js';
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
