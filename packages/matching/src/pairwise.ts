import { type NamedGroup, numberMembers } from './evaluate.js';
import type { Problem } from './problem.js';

/**
 * By group name: how well each two members fit, 0 to 1, as a symmetric matrix with 1 on the diagonal: the weighted mean over
 * the criteria that say something of two people, a hard one weighing 1. Pairs of whom nothing is said get 1. Empty matrices
 * when no criterion speaks of two people at all.
 * @throws {RangeError} when an id is no student of the problem, or in two groups.
 */
export function pairwise(problem: Problem, groups: readonly NamedGroup[]): Record<string, number[][]> {
  const used = problem.measures.filter((measure) => measure.pair !== undefined);
  const fit = (a: number, b: number) => {
    let [sum, weight] = [0, 0];
    for (const measure of used) {
      const value = measure.pair?.(a, b) ?? null;
      if (value === null) continue;
      const share = measure.hard ? 1 : measure.weight;
      sum += share * value;
      weight += share;
    }
    return weight === 0 ? 1 : Math.min(1, Math.max(0, sum / weight));
  };
  const matrixOf = (members: readonly number[]) =>
    members.map((a) => members.map((b) => (a === b ? 1 : fit(Math.min(a, b), Math.max(a, b)))));
  const numbered = numberMembers(problem, groups);
  return Object.fromEntries(groups.map(({ name }, g) => [name, used.length === 0 ? [] : matrixOf(numbered[g] ?? [])]));
}
