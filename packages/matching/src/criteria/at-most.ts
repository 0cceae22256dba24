import { readHolders } from './answers.js';
import { broughtBy, CountTally, holdersOf, showCounts, wireHolders } from './counting.js';
import type { Compile } from './measure.js';

/** min(1, bound ÷ count) for the holders of a value in the group; nobody scores 1. */
export const atMost: Compile<'atMost'> = (criterion, answers, common) => {
  const { bound } = criterion;
  const holders = readHolders(answers, criterion, false);
  const rule = {
    score: (count: number) => (count === 0 ? 1 : Math.min(1, bound / count)),
    shortfall: (count: number) => Math.max(0, count - bound),
  };
  const what = holders.values.map((value) => `"${value}"`).join(', ');
  return {
    measure: {
      ...common,
      rule: `at most ${bound} of ${what} in "${common.column}"`,
      wire: () => ({ kind: 'atMost', bound, holders: wireHolders(holders) }),
      open: (partition) => new CountTally(partition, holders, rule),
      brings: () => broughtBy(holders),
      evidence: (members) => `${showCounts(holders, members)}; at most ${bound} wanted`,
      impossible: ({ mostGroups }) => {
        const v = holders.counts.findIndex((count) => count > bound * mostGroups);
        if (v === -1) return null;
        const why = `${mostGroups} groups hold ${bound * mostGroups} of "${holders.values[v]}", there are ${holders.counts[v]}`;
        return { members: holdersOf(holders, v), why };
      },
    },
    notices: holders.notices,
  };
};
