import { expect, it } from 'vitest';
import { misgraded, pointsOf } from './grade.js';

const levels = [0, 1, 3].map((points) => ({ points, text: 'so much' }));
const rubric = [
  { criterion: 'Right', levels },
  { criterion: 'Clear', levels: levels.slice(0, 2) },
];

it('adds up what the levels reached are worth', () => {
  expect(pointsOf(rubric, [2, 1])).toBe(4);
  expect(pointsOf(rubric, [0, 0])).toBe(0);
});

it('tells of levels that the rubric does not have', () => {
  expect(misgraded(rubric, [2, 1])).toEqual([]);
  expect(misgraded(rubric, [2])).toEqual([{ at: 1, message: 'The rubric has 2 criteria' }]);
  expect(misgraded(rubric, [2, 2])).toEqual([{ at: 1, message: '“Clear” has 2 levels' }]);
});
