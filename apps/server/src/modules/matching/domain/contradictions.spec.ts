import type { Policy } from '@tailcamp/contracts';
import { expect, it } from 'vitest';
import { contradictionsIn } from './contradictions.js';

const policyWith = (bound: number, hard: boolean): Policy => ({
  groupSize: { min: 3, max: 5 },
  criteria: [
    { kind: 'similar', column: 'Interests' },
    { kind: 'atLeast', column: 'Laptop', value: 'yes', bound, hard },
  ],
});

it('names the bound that no group can reach', () => {
  expect(contradictionsIn(policyWith(6, true))).toEqual([
    { field: 'policy.criteria.1.bound', message: 'A group of at most 5 cannot hold at least 6' },
  ]);
});

it('lets pass what a group can reach, and what is only weighed', () => {
  expect(contradictionsIn(policyWith(5, true))).toEqual([]);
  expect(contradictionsIn(policyWith(6, false))).toEqual([]);
});
