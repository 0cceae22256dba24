import type { FreeHours } from '@tailcamp/contracts';
import { type NamedGroup, numberMembers } from './evaluate.js';
import type { Problem } from './problem.js';

/**
 * By group name: when its members are free, as the first criterion about time read it. Empty where no criterion is, or its
 * times are of no week.
 * @throws {RangeError} when an id is no student of the problem, or in two groups.
 */
export function freeHours(problem: Problem, groups: readonly NamedGroup[]): Record<string, FreeHours> {
  const measure = problem.measures.find((each) => each.freeHours !== undefined);
  if (measure === undefined) return {};
  const numbered = numberMembers(problem, groups);
  return Object.fromEntries(
    groups.flatMap(({ name }, g) => {
      const hours = measure.freeHours?.(numbered[g] ?? []) ?? null;
      return hours === null ? [] : [[name, hours] as const];
    }),
  );
}
