import type { Cover } from './cover.js';
import { startsByFirstTwo, studentsIn } from './cover.js';
import type { Subsets } from './subsets.js';

/** One named group: the sets it may take, what each costs, and whether it may stay empty. */
export interface Place {
  readonly subsets: Subsets;
  readonly costs: Float64Array;
  readonly mayBeEmpty: boolean;
}

/**
 * The same for named groups: the set of each in turn, -1 where it stays empty. Subset dynamic programming over the groups in
 * their order: after each of them, the best way to have placed each set of units.
 */
export function cheapestPlaces(
  places: readonly Place[],
  unitSizes: readonly number[],
  by: 'sum' | 'worst',
  most: number,
): Cover | null {
  const units = unitSizes.length;
  const all = 2 ** units - 1;
  const room = roomAfter(places);
  let best = new Float64Array(all + 1).fill(Number.POSITIVE_INFINITY);
  best[0] = 0;
  let looked = 0;
  const taken: Int32Array[] = [];
  for (let p = 0; p < places.length; p++) {
    const { subsets, costs, mayBeEmpty } = places[p]!;
    const { masks } = subsets;
    const starts = startsByFirstTwo(masks, units);
    const next = new Float64Array(all + 1).fill(Number.POSITIVE_INFINITY);
    const last = new Int32Array(all + 1).fill(-1);
    for (let mask = 0; mask <= all; mask++) {
      const soFar = best[mask]!;
      if (soFar === Number.POSITIVE_INFINITY) continue;
      if (mayBeEmpty && soFar < next[mask]!) {
        next[mask] = soFar;
        last[mask] = -1;
      }
      for (let bucket = 0; bucket < units * units; bucket++) {
        const [first, second] = [Math.floor(bucket / units), bucket % units];
        if ((mask >>> first) & 1) {
          bucket += units - 1;
          continue;
        }
        if ((mask >>> second) & 1) continue;
        looked += starts[bucket + 1]! - starts[bucket]!;
        for (let at = starts[bucket]!; at < starts[bucket + 1]!; at++) {
          const set = masks[at]!;
          if ((set & mask) !== 0) continue;
          const cost = by === 'sum' ? soFar + costs[at]! : Math.max(soFar, costs[at]!);
          const reached = mask | set;
          if (cost >= next[reached]!) continue;
          next[reached] = cost;
          last[reached] = at;
        }
      }
      if (looked > most) return null;
    }
    for (let mask = 0; mask <= all; mask++) {
      if (next[mask] === Number.POSITIVE_INFINITY) continue;
      const left = studentsIn(all & ~mask, unitSizes);
      if (left < room[p]!.min || left > room[p]!.max) next[mask] = Number.POSITIVE_INFINITY;
    }
    taken.push(last);
    best = next;
  }
  if (best[all] === Number.POSITIVE_INFINITY) return { chosen: null, looked };
  const chosen: number[] = [];
  let mask = all;
  for (let p = places.length - 1; p >= 0; p--) {
    const at = taken[p]![mask]!;
    chosen.unshift(at);
    if (at !== -1) mask &= ~places[p]!.subsets.masks[at]!;
  }
  return { chosen, looked };
}

/** By place, the fewest and the most students that those after it can take. */
function roomAfter(places: readonly Place[]): { min: number; max: number }[] {
  const room = places.map(() => ({ min: 0, max: 0 }));
  for (let p = places.length - 2; p >= 0; p--) {
    const { subsets, mayBeEmpty } = places[p + 1]!;
    const least = subsets.sizes.reduce((one, size) => Math.min(one, size), Number.POSITIVE_INFINITY);
    room[p]!.min = room[p + 1]!.min + (mayBeEmpty ? 0 : least);
    room[p]!.max = room[p + 1]!.max + subsets.sizes.reduce((one, size) => Math.max(one, size), 0);
  }
  return room;
}
