import { type Problem, sizeOf } from '../problem.js';
import { NOBODY, Partition } from '../solve/partition.js';
import { Solution } from '../solve/solution.js';

/** Sets of units that may be a group, each as a mask of unit numbers, in lexicographic order of their units. */
export interface Subsets {
  readonly masks: Int32Array;
  readonly scores: Float64Array;
  /** Students in each. */
  readonly sizes: Int32Array;
}

/** Units who stay in the groups that they start from: by group, a mask of them. */
export type Locks = readonly number[];

/**
 * Scores every set of units whose size is allowed and that keeps every hard rule as the group of that number; where groups
 * are alike, of any number. Null when there are more than `most` sets of that size or smaller.
 */
export function valueSubsets(problem: Problem, group: number, locks: Locks, most: number): Subsets | null {
  const units = problem.units.members;
  const { min, max } = sizeOf(problem, group);
  if (countSubsets(units, max) > most) return null;
  const groups = problem.named?.length ?? 1;
  // What is asked for is the score and whether rules are kept; by `mean` a group's cost is its size less its score.
  const solution = new Solution(
    { ...problem, objective: 'mean' },
    new Partition(problem.students.ids.length, groups, problem.size.max),
  );
  const clashes = clashesOf(problem);
  const [masks, scores, sizes]: [number[], number[], number[]] = [[], [], []];
  const record = (mask: number, size: number, cost: number, broken: number) => {
    if (size < min || broken > 0 || !keepsLocks(mask)) return;
    masks.push(mask);
    scores.push(1 - cost / size);
    sizes.push(size);
  };
  const locked = locks.reduce((all, mask) => all | mask, 0);
  const keepsLocks = (mask: number) =>
    problem.named === null
      ? (mask & locked) === 0 || locks.includes(mask & locked)
      : (mask & locked) === (locks[group] ?? 0);
  const extend = (from: number, mask: number, size: number) => {
    for (let u = from; u < units.length; u++) {
      const unit = units[u]!;
      const grown = size + unit.length;
      if (grown > max || (mask & clashes[u]!) !== 0) continue;
      if (grown === max && unit.length === 1) {
        solution.preview(group, NOBODY, unit[0]!);
        record(mask | (1 << u), grown, solution.nextCost, solution.nextBroken);
        continue;
      }
      for (const student of unit) solution.move(student, group);
      record(mask | (1 << u), grown, solution.costOf(group), solution.brokenIn(group));
      extend(u + 1, mask | (1 << u), grown);
      for (const student of unit) solution.move(student, NOBODY);
    }
  };
  extend(0, 0, 0);
  return { masks: Int32Array.from(masks), scores: Float64Array.from(scores), sizes: Int32Array.from(sizes) };
}

function countSubsets(units: readonly (readonly number[])[], max: number): number {
  const ofSize = new Float64Array(max + 1);
  ofSize[0] = 1;
  for (const { length } of units) for (let size = max; size >= length; size--) ofSize[size]! += ofSize[size - length]!;
  return ofSize.reduce((sum, count) => sum + count, 0);
}

/** By unit, those with whom it can share no group whoever else is in it. */
function clashesOf({ measures, units }: Problem): number[] {
  const rules = measures.filter((measure) => measure.hard && measure.canShare !== undefined);
  const clash = (a: readonly number[], b: readonly number[]) =>
    rules.some((rule) => a.some((i) => b.some((j) => rule.canShare?.(i, j) === false)));
  return units.members.map((unit, u) =>
    units.members.reduce((mask, other, o) => (o !== u && clash(unit, other) ? mask | (1 << o) : mask), 0),
  );
}
