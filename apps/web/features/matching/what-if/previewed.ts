import type { MatchedGroup } from '@tailcamp/contracts';
import type { RankedGroup } from '../ranked';

/**
 * The groups as they would be, among the camp as it stands: only those that an edit would change are others, so that the
 * rest of the desk need not be drawn again while a student is carried over it.
 */
export function previewed(
  ranks: readonly RankedGroup[],
  standing: readonly MatchedGroup[],
  shown: readonly MatchedGroup[],
): RankedGroup[] {
  const stands = new Set(standing);
  const fresh = new Map(shown.filter((group) => !stands.has(group)).map((group) => [group.name, group]));
  return ranks.map((rank) => {
    const group = fresh.get(rank.name);
    if (group === undefined) return rank;
    const criteria = group.criteria.map((criterion, at) => ({
      ...criterion,
      cohort: rank.criteria[at]?.cohort ?? [],
      weakest: false,
    }));
    return { ...rank, members: group.members, score: group.score, criteria };
  });
}
