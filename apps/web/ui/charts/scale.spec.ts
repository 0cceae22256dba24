import { describe, expect, it } from 'vitest';
import { stepPath, ticks } from './scale';

describe('ticks', () => {
  it('are round and inside the range', () => {
    expect(ticks(0.801, 0.849, 3).map((each) => Number(each.toFixed(3)))).toEqual([0.82, 0.84]);
    expect(ticks(0, 5, 4)).toEqual([0, 2, 4]);
  });
  it('survive a range without width', () => expect(ticks(0.5, 0.5, 3).length).toBeLessThan(5));
});

it('stepPath holds a value until the next point', () => {
  const same = (value: number) => value;
  const steps = [
    { seconds: 0, value: 1 },
    { seconds: 2, value: 3 },
  ];
  expect(stepPath(steps, same, same)).toBe('M0 1H2V3');
});
