import { expect, it } from 'vitest';
import { distributionOf, meanOf } from './class-results.js';

it('counts abilities by half standard deviations, with what lies beyond in the last', () => {
  const steps = distributionOf([-7, -0.1, 0, 0.49, 0.5, 3, 9]);
  expect(steps).toHaveLength(12);
  expect(steps[0]).toEqual({ from: -3, to: -2.5, students: 1 });
  expect(steps.filter(({ students }) => students > 0).map(({ from, students }) => [from, students])).toEqual([
    [-3, 1],
    [-0.5, 1],
    [0, 2],
    [0.5, 1],
    [2.5, 2],
  ]);
});

it('has no mean of nothing', () => {
  expect(meanOf([])).toBeNull();
  expect(meanOf([1, 2])).toBe(1.5);
});
