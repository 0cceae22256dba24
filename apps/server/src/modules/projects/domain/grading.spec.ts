import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choosesWhatThereIs, counted, lateness, reachable, rubricPoints } from './grading.js';

const DUE = new Date('2026-03-01T12:00:00Z');
const POLICY = { accept: true, graceMinutes: 30, percentPerDay: 10, most: 50 };
const after = (minutes: number) => new Date(DUE.getTime() + minutes * 60_000);
const RUBRIC = [
  {
    id: 'a',
    title: 'A',
    levels: [
      { id: 'a0', title: 'no', points: 0 },
      { id: 'a1', title: 'yes', points: 4 },
    ],
  },
  {
    id: 'b',
    title: 'B',
    levels: [
      { id: 'b0', title: 'no', points: 1 },
      { id: 'b1', title: 'yes', points: 6 },
    ],
  },
];

describe('what comes late', () => {
  it.each([
    [-5, false, 0],
    [30, false, 0],
    [31, true, 10],
    [24 * 60, true, 10],
    [24 * 60 + 1, true, 20],
    [90 * 24 * 60, true, 50],
  ])('%i minutes after', (minutes, late, penalty) => {
    expect(lateness(POLICY, DUE, after(minutes))).toEqual({ late, penalty, accepted: true });
  });

  it('is not taken where the milestone says so, but within the grace', () => {
    const closed = { ...POLICY, accept: false };
    expect(lateness(closed, DUE, after(30)).accepted).toBe(true);
    expect(lateness(closed, DUE, after(31)).accepted).toBe(false);
  });

  it('costs never more for coming sooner', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.nat(100_000), (a, b) => {
        const [sooner, later] = [Math.min(a, b), Math.max(a, b)];
        expect(lateness(POLICY, DUE, after(sooner)).penalty).toBeLessThanOrEqual(
          lateness(POLICY, DUE, after(later)).penalty,
        );
      }),
    );
  });
});

describe('points', () => {
  it('are the sum of the levels, once each criterion has one', () => {
    expect(rubricPoints(RUBRIC, { a: 'a1', b: 'b0' })).toBe(5);
    expect(rubricPoints(RUBRIC, { a: 'a1' })).toBeNull();
    expect(rubricPoints([], {})).toBeNull();
    expect(reachable(RUBRIC, 3)).toBe(10);
    expect(reachable([], 3)).toBe(3);
    expect(choosesWhatThereIs(RUBRIC, { a: 'a1' })).toBe(true);
    expect(choosesWhatThereIs(RUBRIC, { a: 'b1' })).toBe(false);
    expect(choosesWhatThereIs(RUBRIC, { c: 'a1' })).toBe(false);
  });

  it('count as set by hand, else less the penalty, to the hundredth', () => {
    expect(counted({ given: 7, penalty: 15, override: null })).toBe(5.95);
    expect(counted({ given: 7, penalty: 15, override: 9 })).toBe(9);
    expect(counted({ given: 7, penalty: 0, override: 0 })).toBe(0);
    expect(counted({ given: null, penalty: 15, override: null })).toBeNull();
  });
});
