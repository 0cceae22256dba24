import type { CriterionScore, Explanation, FreeHours } from '@tailcamp/contracts';

/** A criterion of the policy that formed a group, as it came out there; a hard rule has weight 0. */
export interface WeighedCriterion extends CriterionScore {
  weight: number;
}

/** Why a group was formed, kept sealed: evidence tells of people. Criteria stand in the order of the policy. */
export interface GroupGrounds {
  criteria: WeighedCriterion[];
  /** The order of the rows and columns of `pairs`. */
  memberIds: string[];
  /** How well each two members fit, 0 to 1. */
  pairs: number[][];
  /** When they are free, as it was matched; older groups have none. */
  free?: FreeHours | null;
  /** How many it had when it was formed, or had at most since; where it was described anew after somebody left. */
  formedWith?: number;
}

/**
 * The group score that students see: the weighted mean of the weighted criteria that are not private, 1 where there is
 * none. With the private ones in it, a student could work out from the rest what they scored.
 */
export function scoreForStudents(criteria: readonly WeighedCriterion[]): number {
  const shown = criteria.filter((criterion) => criterion.weight > 0 && !criterion.private);
  const weight = shown.reduce((sum, criterion) => sum + criterion.weight, 0);
  if (weight === 0) return 1;
  return shown.reduce((sum, criterion) => sum + criterion.weight * criterion.score, 0) / weight;
}

/**
 * The criteria of one group as a viewer may see them, each with the scores of all groups of the camp.
 * @param cohort the criteria of every group of the camp; what another policy says in the same place is left out
 */
export function explain(
  criteria: readonly WeighedCriterion[],
  cohort: readonly (readonly WeighedCriterion[])[],
  viewer: { staff: boolean },
): Explanation[] {
  return criteria.flatMap(({ weight: _, ...criterion }, index) => {
    if (criterion.private && !viewer.staff) return [];
    const scores = cohort.flatMap((group) => {
      const same = group[index];
      return same?.kind === criterion.kind && same.column === criterion.column ? same.score : [];
    });
    return [{ ...criterion, cohort: scores.sort((a, b) => a - b) }];
  });
}

/** The pairs with rows and columns in another order of members; who was not among them fits nobody. */
export function pairsInOrder({ memberIds, pairs }: GroupGrounds, order: readonly string[]): number[][] {
  const at = order.map((id) => memberIds.indexOf(id));
  return at.map((row) => at.map((column) => pairs[row]?.[column] ?? 0));
}

/** The free time that was matched; null where nobody told any, the group has changed since, or it is not for this viewer. */
export function freeAsMatched(
  { criteria, memberIds, free }: GroupGrounds,
  now: readonly string[],
  viewer: { staff: boolean },
): FreeHours | null {
  const kept = criteria.some((criterion) => criterion.kind === 'overlap' && criterion.private) && !viewer.staff;
  return free && !kept && memberIds.length === now.length ? free : null;
}
