import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupCounts, shareOf } from './policy-sums';

describe('groupCounts', () => {
  it('says when sizes cannot deal everybody out', () => {
    expect(groupCounts(120, { groupSize: { min: 3, max: 5 } })).toEqual({ from: 24, to: 40 });
    expect(groupCounts(7, { groupSize: { min: 4, max: 4 } })).toBeNull();
    expect(groupCounts(0, { groupSize: { min: 3, max: 5 } })).toBeNull();
  });
  it('counts the places of named groups', () => {
    const groups = [
      { name: 'Maps', min: 0, max: 4 },
      { name: 'Robots', min: 3, max: 5 },
    ];
    expect(groupCounts(9, { groups })).toEqual({ from: 2, to: 2 });
    expect(groupCounts(10, { groups })).toBeNull();
    expect(groupCounts(2, { groups })).toBeNull();
  });
  it('every number of groups in the range can take all students', () => {
    const sizes = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 9 }));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), sizes, (students, [min, more]) => {
        const counts = groupCounts(students, { groupSize: { min, max: min + more } });
        return !counts || (counts.from * min <= students && counts.to * (min + more) >= students);
      }),
    );
  });
});

it('shareOf leaves hard rules out', () => {
  const one = { kind: 'similar' as const, column: 'Interests', weight: 3 };
  const two = { kind: 'diverse' as const, column: 'Major' };
  const hard = { kind: 'notAlone' as const, column: 'Gender', hard: true };
  const policy = { groupSize: { min: 3, max: 5 }, criteria: [one, two, hard] };
  expect(shareOf(policy, one)).toBe(0.75);
  expect(shareOf(policy, hard)).toBe(0);
});
