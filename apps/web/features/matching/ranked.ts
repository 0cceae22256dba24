import type { MatchedGroup } from '@tailcamp/contracts';

export interface RankedCriterion {
  kind: string;
  column: string;
  score: number;
  satisfied: boolean;
  evidence: string;
  /** The scores of every group on it, ascending. */
  cohort: readonly number[];
  /** The weakest of all groups on it, where the groups differ. */
  weakest: boolean;
}

export interface RankedGroup {
  name: string;
  /** Its place in the report, from 1. */
  number: number;
  members: readonly string[];
  score: number;
  criteria: readonly RankedCriterion[];
  /** The one with the lowest score of all. */
  tail: boolean;
}

/** The groups of a report, worst first, each criterion beside how the others did on it. */
export function ranked(groups: readonly MatchedGroup[]): RankedGroup[] {
  const cohortOf = (at: number) => groups.map(({ criteria }) => criteria[at]?.score ?? 0).sort((a, b) => a - b);
  const cohorts = (groups[0]?.criteria ?? []).map((_, at) => cohortOf(at));
  return groups
    .map((group, index) => ({
      name: group.name,
      number: index + 1,
      members: group.members,
      score: group.score,
      tail: false,
      criteria: group.criteria.map((criterion, at) => {
        const cohort = cohorts[at] ?? [];
        const least = cohort[0] ?? 0;
        return { ...criterion, cohort, weakest: criterion.score === least && least < (cohort.at(-1) ?? 0) };
      }),
    }))
    .sort((a, b) => a.score - b.score || a.number - b.number)
    .map((group, place) => ({ ...group, tail: place === 0 && groups.length > 1 }));
}

/** The criterion that stands furthest below the median of the camp; none where nothing does. */
export function heldBackBy(group: RankedGroup): RankedCriterion | null {
  const below = (each: RankedCriterion) => (each.cohort[Math.floor(each.cohort.length / 2)] ?? 0) - each.score;
  const furthest = [...group.criteria].sort((a, b) => below(b) - below(a))[0];
  return furthest && below(furthest) > 0.02 ? furthest : null;
}
