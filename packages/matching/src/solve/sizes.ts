import type { GroupSize } from '@tailcamp/contracts';
import type { GroupBounds } from '../criteria/measure.js';

/** How many groups the sizes allow; null when no number of groups does. */
export function groupBounds(students: number, { min, max }: GroupSize): GroupBounds | null {
  const [fewestGroups, mostGroups] = [Math.ceil(students / max), Math.floor(students / min)];
  return fewestGroups > mostGroups ? null : { students, min, max, fewestGroups, mostGroups };
}

/** Where the sizes cannot be had, those nearest to them that can: even groups around the middle of the range. */
export function nearestSize(students: number, { min, max }: GroupSize): GroupSize {
  const groups = Math.max(1, Math.round(students / ((min + max) / 2)));
  return { min: Math.floor(students / groups), max: Math.ceil(students / groups) };
}

const MOST_TRIALS = 4;

/** Numbers of groups worth a trial: all when they are few, else some from the fewest to the most. */
export function groupCountsToTry({ fewestGroups, mostGroups }: GroupBounds): number[] {
  const span = mostGroups - fewestGroups;
  const trials = Math.min(MOST_TRIALS, span + 1);
  return Array.from({ length: trials }, (_, t) => fewestGroups + Math.round((t * span) / Math.max(1, trials - 1)));
}

/** Sizes as even as can be over what the groups already hold, none above `max`. */
export function evenTargets(students: number, held: readonly number[], max: number): number[] {
  const targets = [...held];
  let left = students - held.reduce((sum, size) => sum + size, 0);
  for (let level = Math.min(...held); left > 0 && level < max; level++) {
    for (let g = 0; g < targets.length && left > 0; g++) {
      if (targets[g] !== level) continue;
      targets[g] = level + 1;
      left--;
    }
  }
  return targets;
}
