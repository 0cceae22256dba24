import { describe, expect, it } from 'vitest';
import { heldBackBy, ranked } from './ranked';

const group = (name: string, score: number, free: number, level: number) => ({
  name,
  members: [name],
  score,
  criteria: [
    { kind: 'overlap', column: 'Free', score: free, satisfied: true, evidence: '' },
    { kind: 'balance', column: 'Level', score: level, satisfied: true, evidence: '' },
  ],
});
const groups = ranked([group('A', 0.9, 0.9, 0.9), group('B', 0.7, 0.5, 0.9), group('C', 0.8, 0.8, 0.9)]);

describe('ranked', () => {
  it('puts the worst first and marks it as the tail alone', () => {
    expect(groups.map(({ name, tail }) => [name, tail])).toEqual([
      ['B', true],
      ['C', false],
      ['A', false],
    ]);
    expect(groups[0]?.number).toBe(2);
  });
  it('gives each criterion the cohort, and marks the weakest where groups differ', () => {
    expect(groups[0]?.criteria[0]).toMatchObject({ cohort: [0.5, 0.8, 0.9], weakest: true });
    expect(groups[0]?.criteria[1]).toMatchObject({ weakest: false });
  });
});

describe('heldBackBy', () => {
  it('is what lies furthest below the median', () => {
    expect(heldBackBy(groups[0]!)?.column).toBe('Free');
    expect(heldBackBy(groups[2]!)).toBeNull();
  });
});
