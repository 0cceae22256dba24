import { expect, it } from 'vitest';
import { fates } from './losers';

const group = (name: string, members: string[], score: number, time: number) => ({
  name,
  members,
  score,
  criteria: [
    { kind: 'overlap', column: 'free', score: time, satisfied: true, evidence: '' },
    { kind: 'similar', column: 'topics', score: 0.5, satisfied: true, evidence: '' },
  ],
});

it('tells who loses first, by how much and by what, and leaves out who notices nothing', () => {
  const before = [
    group('Red', ['a', 'b'], 0.8, 0.9),
    group('Blue', ['c', 'd'], 0.6, 0.5),
    group('Green', ['e'], 0.7, 0.7),
  ];
  const after = [
    group('Red', ['c', 'b'], 0.7, 0.6),
    group('Blue', ['a', 'd'], 0.65, 0.55),
    group('Green', ['e'], 0.7, 0.7),
  ];
  const told = fates(before, after);
  expect(told.map(({ member, from, to }) => [member, from, to])).toEqual([
    ['a', 'Red', 'Blue'],
    ['b', 'Red', 'Red'],
    ['d', 'Blue', 'Blue'],
    ['c', 'Blue', 'Red'],
  ]);
  expect(told[0]).toMatchObject({ before: 0.8, after: 0.65, reason: { kind: 'overlap', before: 0.9, after: 0.55 } });
  expect(told[0]?.change).toBeCloseTo(-0.15, 12);
  expect(told[3]?.reason).toMatchObject({ kind: 'overlap', after: 0.6 });
});
