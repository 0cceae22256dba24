import type { Measure } from '../criteria/measure.js';
import type { Problem } from '../problem.js';

/** Row by row, symmetric: no group scores above the mean of its pairs. `NEVER` for two who may not share a group. */
export type Ceilings = Float64Array;

/** Far below what any sum of ceilings and prices makes up for, and yet a number to calculate with. */
const NEVER = -1e9;

/**
 * How well two can do at most, so that a group's score is never above the mean over its pairs. Kinds that say nothing of
 * pairs, and those whose score is not held by them, count as 1.
 */
export function pairCeilings(problem: Problem): Ceilings {
  const n = problem.students.ids.length;
  const ceilings = new Float64Array(n * n);
  const weighted = problem.measures.filter((measure) => !measure.hard);
  const weight = weighted.reduce((sum, measure) => sum + measure.weight, 0);
  const shared = problem.measures.filter((measure) => measure.hard && measure.canShare !== undefined);
  const limits = weighted.map((measure) => ({ share: measure.weight / weight, of: ceilingOf(measure, n) }));
  for (let a = 0; a < n; a++) {
    for (let b = a + 1; b < n; b++) {
      let ceiling = weight === 0 ? 1 : 0;
      for (const { share, of } of limits) ceiling += share * of(a, b);
      if (shared.some((measure) => measure.canShare?.(a, b) === false)) ceiling = NEVER;
      ceilings[a * n + b] = ceiling;
      ceilings[b * n + a] = ceiling;
    }
  }
  return ceilings;
}

function ceilingOf(measure: Measure, n: number): (a: number, b: number) => number {
  const free = () => 1;
  if (measure.step) {
    // One pair that breaks the hard form makes the whole group score 0.
    return measure.canShare === undefined ? free : (a, b) => (measure.canShare?.(a, b) === false ? 0 : 1);
  }
  switch (measure.kind) {
    case 'diverse': {
      // 1 − max(0, mean cosine) is at most 1 − mean cosine; the cosines themselves may be below 0.
      const cosines = measure.likeness?.matrix();
      if (cosines == null) return free;
      return (a, b) => (measure.pair?.(a, b) === null ? 1 : 1 - cosines[a * n + b]!);
    }
    // The mean of the pairs for similar (where no cosine is below 0) and gather; the least of them for overlap and apart.
    case 'similar':
    case 'gather':
    case 'overlap':
    case 'apart':
      return (a, b) => measure.pair?.(a, b) ?? 1;
    default:
      return free;
  }
}
