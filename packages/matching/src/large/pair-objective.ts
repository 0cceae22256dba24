import type { Objective } from '@tailcamp/contracts';
import { groupCost, lifted } from '../solve/objective.js';

/** An objective that rests on nothing but the sum of cosines inside each group. */
export interface PairObjective {
  readonly objective: Objective;
  /** 1 for `similar`, -1 for `diverse`. */
  readonly sign: 1 | -1;
}

/** The score of a group of `n` whose pairs sum to `sum`. */
export function pairScore({ sign }: PairObjective, sum: number, n: number): number {
  if (n < 2) return 1;
  const positive = Math.min(1, Math.max(0, (2 * sum) / (n * (n - 1))));
  return sign === 1 ? positive : 1 - positive;
}

/** Its cost; see `groupCost`. */
export function pairCost(of: PairObjective, sum: number, n: number): number {
  return n === 0 ? 0 : groupCost(of.objective, pairScore(of, sum, n), n);
}

/**
 * By how much the cost falls for each unit that the sum grows. Since a cost is convex wherever it is not flat, a tangent
 * never promises less than a change brings, so that what it finds not worth it is not.
 */
export function pairSlope(of: PairObjective, sum: number, n: number): number {
  const { objective, sign } = of;
  if (n < 2 || (sign === -1 && sum < 0)) return 0;
  const perSum = (sign * 2) / (n - 1);
  if (objective === 'mean') return perSum;
  const level = lifted(pairScore(of, sum, n));
  return objective === 'harmonic' ? perSum / (1.01 * level ** 2) : (4 * perSum) / (1.01 * level ** 5);
}
