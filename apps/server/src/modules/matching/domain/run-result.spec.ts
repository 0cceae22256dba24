import type { MatchReport, Policy } from '@tailcamp/contracts';
import { expect, it } from 'vitest';
import { figuresOf, groupsToForm } from './run-result.js';

const scored = (kind: string, score: number) => ({ kind, column: 'x', score, satisfied: true, evidence: '' });
const report: MatchReport = {
  engine: 'e',
  seed: 1,
  moves: 10,
  stoppedBy: 'moves',
  objective: 0.6,
  bound: null,
  gap: null,
  hardViolations: [],
  groups: [
    { name: 'Group 1', members: ['a', 'b'], score: 0.8, criteria: [scored('similar', 0.8), scored('notAlone', 1)] },
    { name: 'Group 2', members: ['c'], score: 0.4, criteria: [scored('similar', 0.4), scored('notAlone', 1)] },
  ],
  notices: [],
  seconds: 0.1,
};
const policy: Policy = {
  groupSize: { min: 1, max: 2 },
  criteria: [
    { kind: 'similar', column: 'x', weight: 3 },
    { kind: 'notAlone', column: 'x', hard: true, weight: 9 },
  ],
};

it('tells the worst group', () => {
  expect(figuresOf(report)).toEqual({ groups: 2, objective: 0.6, worst: 0.4, hardViolations: 0 });
});

it('weighs each criterion as the policy does, a hard rule with 0, and says who fits whom', () => {
  const [first, second] = groupsToForm(
    {
      groups: report.groups,
      pairs: {
        'Group 1': [
          [1, 0.5],
          [0.5, 1],
        ],
      },
      free: {},
    },
    policy,
  );
  expect(first?.criteria.map(({ weight }) => weight)).toEqual([3, 0]);
  expect(first?.pairs).toEqual([
    [1, 0.5],
    [0.5, 1],
  ]);
  expect(second).toMatchObject({ memberIds: ['c'], score: 0.4, pairs: [], free: null });
});
