import type { FieldProblem, Policy } from '@tailcamp/contracts';

/** Hard rules that no group of the sizes allowed can keep, whoever the students are; by path inside `policy`. */
export function contradictionsIn({ criteria, groupSize, groups }: Policy): FieldProblem[] {
  const largest = Math.max(groupSize?.max ?? 0, ...(groups ?? []).map(({ max }) => max));
  return criteria.flatMap((criterion, index) => {
    if (criterion.kind !== 'atLeast' || !criterion.hard || criterion.bound <= largest) return [];
    const message = `A group of at most ${largest} cannot hold at least ${criterion.bound}`;
    return [{ field: `policy.criteria.${index}.bound`, message }];
  });
}
