import type { NamedGroup } from '../evaluate.js';
import type { Problem } from '../problem.js';

/** Groups by their numbers in a partition: named groups as the policy has them, empty where they are not given. */
export function standingGroups({ named }: Pick<Problem, 'named'>, groups: readonly NamedGroup[]): NamedGroup[] {
  if (named === null) return [...groups];
  const given = new Map(groups.map((group) => [group.name.toLowerCase(), group]));
  return named.map(({ name }) => given.get(name.toLowerCase()) ?? { name, members: [] });
}
