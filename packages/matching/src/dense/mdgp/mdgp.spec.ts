import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Random } from '../../solve/random.js';
import { SurveyError } from '../../survey/survey-error.js';
import { sizesOf } from '../fixtures.js';
import { readInstance } from './instance.js';
import { sizesWithMostPairs } from './sizes.js';
import { solveInstance, sumInside } from './solve-mdgp.js';

function instance(students: number, bounds: readonly [number, number][], seed: number): string {
  const random = new Random(seed);
  const rows: string[] = [`${students} ${bounds.length} ds ${bounds.flat().join(' ')} `];
  for (let i = 0; i < students; i++) for (let j = i + 1; j < students; j++) rows.push(`${i} ${j} ${random.below(100)}`);
  return `${rows.join('\n')}\n`;
}

/** The greatest sum by trying every grouping. */
function bestByTrying({ weights, bounds }: ReturnType<typeof readInstance>): number {
  const groupOf = new Int32Array(weights.students);
  const sizes = bounds.map(() => 0);
  let best = Number.NEGATIVE_INFINITY;
  const place = (i: number) => {
    if (i === weights.students) {
      if (sizes.every((n, g) => n >= bounds[g]!.min)) best = Math.max(best, sumInside(weights, groupOf));
      return;
    }
    for (let g = 0; g < bounds.length; g++) {
      if (sizes[g]! >= bounds[g]!.max) continue;
      groupOf[i] = g;
      sizes[g]!++;
      place(i + 1);
      sizes[g]!--;
    }
  };
  place(0);
  return best;
}

describe('maximally diverse grouping', () => {
  it('finds the best of all groupings of a few elements, within the bounds of each group', () => {
    for (const seed of [1, 2, 3, 4]) {
      const bounds: [number, number][] = [[2, 3], [1, 5], [2, 4]]; // biome-ignore format: one line is plainer
      const read = readInstance(instance(9, bounds, seed));
      const { groupOf, objective } = solveInstance(read, { seed, moves: 100_000 });
      expect(objective).toBe(bestByTrying(read));
      expect(objective).toBe(sumInside(read.weights, groupOf));
      sizesOf(groupOf, 3).forEach((n, g) => {
        expect(n >= bounds[g]![0] && n <= bounds[g]![1]).toBe(true);
      });
    }
  });

  it('gives the same for the same seed', () => {
    const read = readInstance(instance(24, [[6, 6], [6, 6], [6, 6], [6, 6]], 5)); // biome-ignore format: one line is plainer
    const run = (seed: number) => solveInstance(read, { seed, moves: 200_000 });
    expect(run(3)).toEqual(run(3));
  });

  it('starts from sizes with as many pairs as the bounds admit', () => {
    const bounds = fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 })), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(bounds, fc.integer({ min: 1, max: 14 }), (drawn, students) => {
        const sized = drawn.map(([min, more]) => ({ min, max: min + more }));
        let most = -1;
        const walk = (g: number, left: number, pairs: number) => {
          if (g === sized.length) {
            if (left === 0) most = Math.max(most, pairs);
            return;
          }
          for (let n = sized[g]!.min; n <= sized[g]!.max; n++) walk(g + 1, left - n, pairs + (n * (n - 1)) / 2);
        };
        walk(0, students, 0);
        const sizes = sizesWithMostPairs(students, sized);
        expect(sizes === null).toBe(most === -1);
        if (sizes === null) return;
        expect(sizes.reduce((sum, n) => sum + n, 0)).toBe(students);
        expect(sizes.reduce((sum, n) => sum + (n * (n - 1)) / 2, 0)).toBe(most);
        sizes.forEach((n, g) => {
          expect(n >= sized[g]!.min && n <= sized[g]!.max).toBe(true);
        });
      }),
    );
  });
});

describe('an instance file', () => {
  it.each([
    ['', 1, 'elements'],
    ['4 2 ss 2 2', 1, '4 bounds'],
    ['4 2 xx 2 2 2 2', 1, '"xx"'],
    ['4 2 ss 2 1 2 2', 1, 'upper bound'],
    ['4 2 ss 3 3 2 2', 1, 'hold 5 to 5'],
    ['4 2 ss 2 2 2 2\n0 1 3\n0 4 2', 3, 'element'],
    ['4 2 ss 2 2 2 2\n0 1', 2, 'i j distance'],
    ['4 2 ss 2 2 2 2\n\n0 1 x', 3, '"x"'],
    ['4 2 ss 2 2 2 2\n1 1 4', 2, 'itself'],
    ['4 2 ss 2 2 2 2\n0 1 4\n1 0 4', 3, 'twice'],
  ])('%j is refused at row %i', (text, row, reason) => {
    const refusal = (() => {
      try {
        return readInstance(text);
      } catch (error) {
        return error;
      }
    })();
    expect(refusal).toBeInstanceOf(SurveyError);
    expect((refusal as SurveyError).problems[0]).toMatchObject({ row });
    expect((refusal as SurveyError).message).toContain(reason);
  });
});
