import { readHolders } from './answers.js';
import { broughtBy, CountTally, holdersOf, showCounts, wireHolders } from './counting.js';
import type { Compile } from './measure.js';

/** min(1, count ÷ bound) for the holders of a value in the group. */
export const atLeast: Compile<'atLeast'> = (criterion, answers, common) => {
  const { bound } = criterion;
  const holders = readHolders(answers, criterion, false);
  const rule = {
    score: (count: number) => Math.min(1, count / bound),
    shortfall: (count: number) => Math.max(0, bound - count),
  };
  const what = holders.values.map((value) => `"${value}"`).join(', ');
  return {
    measure: {
      ...common,
      rule: `at least ${bound} of ${what} in "${common.column}"`,
      wire: () => ({ kind: 'atLeast', bound, holders: wireHolders(holders) }),
      open: (partition) => new CountTally(partition, holders, rule),
      brings: () => broughtBy(holders),
      evidence: (members) => `${showCounts(holders, members)}; at least ${bound} wanted`,
      impossible: ({ fewestGroups, max }) => {
        const v = holders.counts.findIndex((count) => count < bound * fewestGroups);
        if (bound > max) return { members: [], why: `${bound} do not fit in a group of ${max}` };
        if (v === -1) return null;
        const needed = bound * fewestGroups;
        const why = `${fewestGroups} groups need ${needed} of "${holders.values[v]}", there are ${holders.counts[v]}`;
        return { members: holdersOf(holders, v), why };
      },
    },
    notices: holders.notices,
  };
};
