import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bracket, bracketTrials } from './bracket.js';

function run(fewest: number, most: number, cameTo: (number: number) => number) {
  const trials = bracket(fewest, most);
  const tried: number[] = [];
  let step = trials.next();
  while (!step.done) {
    tried.push(step.value);
    step = trials.next(cameTo(step.value));
  }
  return { best: step.value, tried };
}

describe('a bracket', () => {
  const ranges = fc.tuple(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 0, max: 200 }));

  it('finds the peak of what rises and then falls, in few trials, none of them twice', () => {
    fc.assert(
      fc.property(ranges, fc.nat(200), ([fewest, span], at) => {
        const peak = fewest + (at % (span + 1));
        const { best, tried } = run(fewest, fewest + span, (number) => -Math.abs(number - peak));
        expect(best).toBe(peak);
        expect(new Set(tried).size).toBe(tried.length);
        expect(tried.length).toBeLessThanOrEqual(bracketTrials(fewest, fewest + span));
      }),
    );
  });

  it('returns the best of those it tried, whatever they came to', () => {
    fc.assert(
      fc.property(
        ranges,
        fc.array(fc.double({ noNaN: true }), { minLength: 300, maxLength: 300 }),
        ([fewest, span], values) => {
          const { best, tried } = run(fewest, fewest + span, (number) => values[number]!);
          expect(values[best]).toBe(Math.max(...tried.map((number) => values[number]!)));
        },
      ),
    );
  });
});
