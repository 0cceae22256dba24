import type { Problem } from './problem.js';

/**
 * How well each two of these students fit, 0 to 1, as a symmetric matrix with 1 on the diagonal: the weighted mean over the
 * criteria that say something of two people, a hard one weighing 1. Pairs of whom nothing is said get 1. Empty when no criterion speaks of two people at all.
 * @throws {RangeError} when an id is no student of the problem.
 */
export function pairwise(problem: Problem, members: readonly string[]): number[][] {
  const used = problem.measures.filter((measure) => measure.pair !== undefined);
  if (used.length === 0) return [];
  const numbers = members.map((id) => {
    const number = problem.students.ids.indexOf(id);
    if (number === -1) throw new RangeError(`"${id}" is no student of the survey`);
    return number;
  });
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
  return numbers.map((a) => numbers.map((b) => (a === b ? 1 : fit(Math.min(a, b), Math.max(a, b)))));
}
