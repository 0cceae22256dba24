import { readHolders } from './answers.js';
import { broughtBy, CountTally, countHolders, holdersOf, wireHolders } from './counting.js';
import type { Compile } from './measure.js';

/**
 * A value's share p of the cohort in every group of n: max(0, 1 − distance of the count to [⌊np⌋, ⌈np⌉] ÷ n). Without a
 * value, the mean over every value of the column, a blank being one of them.
 */
export const spread: Compile<'spread'> = (criterion, answers, common) => {
  const holders = readHolders(answers, criterion, true);
  const students = answers.students.ids.length;
  const low = (n: number, v: number) => Math.floor((n * holders.counts[v]!) / students);
  const high = (n: number, v: number) => Math.ceil((n * holders.counts[v]!) / students);
  const distance = (count: number, n: number, v: number) => Math.max(0, low(n, v) - count, count - high(n, v));
  const rule = {
    score: (count: number, n: number, v: number) => (n === 0 ? 1 : Math.max(0, 1 - distance(count, n, v) / n)),
    shortfall: distance,
  };
  const what = holders.values.map((value) => `"${value}"`).join(', ');
  return {
    measure: {
      ...common,
      rule: `${what} spread evenly in "${common.column}"`,
      wire: () => ({ kind: 'spread', holders: wireHolders(holders) }),
      open: (partition) => new CountTally(partition, holders, rule),
      brings: () => broughtBy(holders),
      evidence: (members) => {
        const n = members.length;
        const shown = holders.values.map((value, v) => {
          const [from, to] = [low(n, v), high(n, v)];
          const expected = from === to ? `${from}` : `${from} or ${to}`;
          return `${countHolders(holders, members, v)} of ${n} "${value}" (${expected} expected)`;
        });
        return shown.join(', ');
      },
      impossible: ({ fewestGroups, mostGroups, min, max }) => {
        const v = holders.counts.findIndex(
          (count, value) => count < fewestGroups * low(min, value) || count > mostGroups * high(max, value),
        );
        return v === -1 ? null : { members: holdersOf(holders, v), why: `"${holders.values[v]}" cannot be spread so` };
      },
    },
    notices: holders.notices,
  };
};
