import type { Subsets } from './subsets.js';

export interface Cover {
  /** Which of the sets; null when no choice of them holds every unit once. */
  readonly chosen: readonly number[] | null;
  /** Sets looked at. */
  readonly looked: number;
}

/**
 * The choice of sets that holds every unit exactly once at the least sum of costs (`sum`), or whose costliest set is
 * cheapest (`worst`). Subset dynamic programming: the lowest unit that is still free is in the next set, so that each
 * choice is reached in one order only. Null when that would look at more than `most` sets.
 */
export function cheapestCover(
  { masks, sizes }: Subsets,
  costs: Float64Array,
  unitSizes: readonly number[],
  by: 'sum' | 'worst',
  most: number,
): Cover | null {
  const units = unitSizes.length;
  const all = 2 ** units - 1;
  const best = new Float64Array(all + 1).fill(Number.POSITIVE_INFINITY);
  const last = new Int32Array(all + 1).fill(-1);
  const starts = startsByFirstTwo(masks, units);
  const place = new Int32Array(all + 1).fill(-1);
  for (let at = 0; at < masks.length; at++) place[masks[at]!] = at;
  const smallest = sizes.reduce((least, size) => Math.min(least, size), all);
  best[0] = 0;
  let looked = 0;
  for (let mask = 0; mask < all; mask++) {
    const soFar = best[mask]!;
    if (soFar === Number.POSITIVE_INFINITY) continue;
    const free = all & ~mask;
    if (studentsIn(free, unitSizes) < 2 * smallest) {
      // Too few for two sets: all of them, or none.
      looked++;
      const at = place[free]!;
      const cost =
        at === -1 ? Number.POSITIVE_INFINITY : by === 'sum' ? soFar + costs[at]! : Math.max(soFar, costs[at]!);
      if (cost >= best[all]!) continue;
      best[all] = cost;
      last[all] = at;
      continue;
    }
    const first = lowestUnit(~mask);
    for (let second = first; second < units; second++) {
      if ((mask >>> second) & 1) continue;
      const bucket = first * units + second;
      const end = starts[bucket + 1]!;
      looked += end - starts[bucket]!;
      for (let at = starts[bucket]!; at < end; at++) {
        const set = masks[at]!;
        if ((set & mask) !== 0) continue;
        const cost = by === 'sum' ? soFar + costs[at]! : Math.max(soFar, costs[at]!);
        const reached = mask | set;
        if (cost >= best[reached]!) continue;
        best[reached] = cost;
        last[reached] = at;
      }
    }
    if (looked > most) return null;
  }
  if (best[all] === Number.POSITIVE_INFINITY) return { chosen: null, looked };
  const chosen: number[] = [];
  for (let mask = all; mask !== 0; mask &= ~masks[chosen.at(-1)!]!) chosen.push(last[mask]!);
  return { chosen, looked };
}

/** Sets by their two lowest units stand in a row; one of a single unit counts it twice. */
export function startsByFirstTwo(masks: Int32Array, units: number): Int32Array {
  const starts = new Int32Array(units * units + 1);
  for (const mask of masks) {
    const first = lowestUnit(mask);
    const rest = mask & (mask - 1);
    starts[first * units + (rest === 0 ? first : lowestUnit(rest)) + 1]!++;
  }
  for (let bucket = 0; bucket < units * units; bucket++) starts[bucket + 1]! += starts[bucket]!;
  return starts;
}

export function studentsIn(mask: number, unitSizes: readonly number[]): number {
  let students = 0;
  for (let left = mask; left !== 0; left &= left - 1) students += unitSizes[lowestUnit(left)]!;
  return students;
}

export function lowestUnit(mask: number): number {
  return 31 - Math.clz32(mask & -mask);
}
