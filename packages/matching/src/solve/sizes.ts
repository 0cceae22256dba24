import type { GroupSize, PolicyGroup } from '@tailcamp/contracts';
import type { GroupBounds } from '../criteria/measure.js';
import type { Problem } from '../problem.js';

/** The sizes of a problem, which is all that this file looks at. */
type Sizes = Pick<Problem, 'students' | 'size' | 'named'>;

/** How many groups the sizes allow; null when no number of groups does. Named groups that must stay empty are not counted. */
export function groupBounds({ students, size, named }: Sizes): GroupBounds | null {
  const n = students.ids.length;
  const { min, max } = size;
  if (named === null) {
    const [fewestGroups, mostGroups] = [Math.ceil(n / max), Math.floor(n / min)];
    return fewestGroups > mostGroups ? null : { students: n, named, min, max, fewestGroups, mostGroups };
  }
  if (sum(named.map((group) => group.min)) > n || sum(named.map((group) => group.max)) < n) return null;
  const places = named.map((group) => group.max).sort((a, b) => b - a);
  let [fewest, held] = [0, 0];
  while (held < n) held += places[fewest++]!;
  const never = named.filter((group) => group.min > 0).length;
  return {
    students: n,
    named,
    min,
    max,
    fewestGroups: Math.max(fewest, never),
    mostGroups: Math.min(named.length, Math.max(n, 1)),
  };
}

/** The smallest and the largest size that any of the groups allows. */
export function widest(groups: readonly GroupSize[]): GroupSize {
  return { min: Math.min(...groups.map(({ min }) => min)), max: Math.max(...groups.map(({ max }) => max)) };
}

/**
 * Where the sizes cannot be had, those nearest to them that can: even groups around the middle of the range; named groups
 * with the smallest sizes lowered, the largest first, or the largest raised, the smallest first.
 */
export function easeSizes<P extends Sizes>(problem: P): P {
  if (groupBounds(problem) !== null) return problem;
  const students = problem.students.ids.length;
  if (problem.named !== null) {
    const named = easeNamed(students, problem.named);
    return { ...problem, named, size: widest(named) };
  }
  const { min, max } = problem.size;
  const groups = Math.max(1, Math.round(students / ((min + max) / 2)));
  return { ...problem, size: { min: Math.floor(students / groups), max: Math.ceil(students / groups) } };
}

function easeNamed(students: number, groups: readonly PolicyGroup[]): PolicyGroup[] {
  const least = levelled(
    groups.map(({ min }) => min),
    -Math.max(0, sum(groups.map(({ min }) => min)) - students),
  );
  const most = levelled(
    groups.map(({ max }) => max),
    Math.max(0, students - sum(groups.map(({ max }) => max))),
  );
  return groups.map(({ name }, g) => ({ name, min: least[g]!, max: most[g]! }));
}

/** `by` in all put on the lowest of the values, one at a time, or taken off the highest. */
function levelled(values: readonly number[], by: number): number[] {
  const next = [...values];
  for (let left = Math.abs(by); left > 0; left--) {
    const edge = by > 0 ? Math.min(...next) : Math.max(...next);
    next[next.indexOf(edge)]! += Math.sign(by);
  }
  return next;
}

/** The numbers of groups to choose from: of named groups all, the empty ones too. */
export function groupCounts({ named }: Sizes, { fewestGroups, mostGroups }: GroupBounds) {
  return named === null ? { fewest: fewestGroups, most: mostGroups } : { fewest: named.length, most: named.length };
}

/** Sizes as even as can be over what the groups already hold, each in its bounds; null where they hold too many for that. */
export function evenTargets(students: number, held: readonly number[], sizes: readonly GroupSize[]): number[] | null {
  const targets = held.map((size, g) => Math.max(size, sizes[g]!.min));
  let left = students - sum(targets);
  if (left < 0) return null;
  for (let level = Math.min(...targets); left > 0 && level < Math.max(...sizes.map(({ max }) => max)); level++) {
    for (let g = 0; g < targets.length && left > 0; g++) {
      if (targets[g] !== level || level >= sizes[g]!.max) continue;
      targets[g] = level + 1;
      left--;
    }
  }
  return left > 0 ? null : targets;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
