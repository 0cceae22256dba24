import { readHolders } from './answers.js';
import { broughtBy, CountTally, holdersOf, showCounts, wireHolders } from './counting.js';
import type { Compile } from './measure.js';

/** Nobody is the only one of a value in the group: 0 when the count is exactly 1, else 1. */
export const notAlone: Compile<'notAlone'> = (criterion, answers, common) => {
  const holders = readHolders(answers, criterion, false);
  const rule = {
    score: (count: number) => (count === 1 ? 0 : 1),
    shortfall: (count: number) => (count === 1 ? 1 : 0),
  };
  const what = holders.values.map((value) => `"${value}"`).join(', ');
  return {
    measure: {
      ...common,
      rule: `nobody alone among ${what} in "${common.column}"`,
      wire: () => ({ kind: 'notAlone', holders: wireHolders(holders) }),
      open: (partition) => new CountTally(partition, holders, rule),
      brings: () => broughtBy(holders),
      evidence: (members) => showCounts(holders, members),
      impossible: ({ max }) => {
        const v = holders.counts.findIndex((count) => count === 1 || (count > 0 && max === 1));
        if (v === -1) return null;
        const why =
          max === 1 ? 'groups of one leave everyone alone' : `only one student answered "${holders.values[v]}"`;
        return { members: holdersOf(holders, v), why };
      },
    },
    notices: holders.notices,
  };
};
