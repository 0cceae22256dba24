import { describe, expect, it } from 'vitest';
import { duration, initials, median, percent, personColour, score, signed } from './format';

describe('score', () => {
  it('prints without the zero, and never 1.00', () => {
    expect(score(0.713, 3)).toBe('.713');
    expect(score(1)).toBe('1.0');
    expect(score(0.999)).toBe('1.0');
    expect(score(0)).toBe('.00');
    expect(score(-0.0002, 4)).toBe('−.0002');
  });
});
it('duration names hours and minutes, and never nothing', () => {
  expect([0, 40, 60, 80].map((minutes) => duration(minutes))).toEqual([
    '0\u00a0min',
    '40\u00a0min',
    '1\u00a0h',
    '1\u00a0h 20\u00a0min',
  ]);
});
it('percent keeps the number and the sign together', () => expect(percent(0.71)).toBe('71\u00a0%'));
it('initials take the first and the last name', () => {
  expect(initials('Amara Okafor')).toBe('AO');
  expect(initials('  minh anh tran ')).toBe('MT');
  expect(initials('Élodie')).toBe('É');
  expect(initials('')).toBe('?');
});
it('personColour is stable and one of eight', () => {
  const colours = new Set(Array.from({ length: 200 }, (_, i) => personColour(`id-${i}`)));
  expect([...colours].sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(personColour('id-1')).toBe(personColour('id-1'));
});
it('median of an even number lies between', () => {
  expect(median([1, 2, 4, 9])).toBe(3);
  expect(median([1, 2, 4])).toBe(2);
});
it('a number with its sign has a minus that reads as one, and no sign at zero', () => {
  expect([0.42, -1.1, 0, -0.001].map((value) => signed(value))).toEqual(['+0.42', '−1.10', '0.00', '0.00']);
});
