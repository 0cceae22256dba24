import type { Criterion, Policy, PolicyGroup } from '@tailcamp/contracts';
import type { Translate } from '@/lib/i18n/translate';

/** A weighted criterion's share of a group's score, 0 to 1; nothing of a hard one. */
export function shareOf(policy: Policy, criterion: Criterion): number {
  const weightOf = (each: Criterion) => (each.hard ? 0 : (each.weight ?? 1));
  const all = policy.criteria.reduce((sum, each) => sum + weightOf(each), 0);
  return all > 0 ? weightOf(criterion) / all : 0;
}

type Sizes = Pick<Policy, 'groupSize' | 'groups'>;

/** How few and how many students all groups hold together, where they are named. */
export function placesOf(groups: readonly PolicyGroup[]): { min: number; max: number } {
  const total = (end: 'min' | 'max') => groups.reduce((sum, group) => sum + group[end], 0);
  return { min: total('min'), max: total('max') };
}

/** How few and how many groups take all of `students`; null where none do. */
export function groupCounts(students: number, { groupSize, groups }: Sizes): { from: number; to: number } | null {
  if (students === 0) return null;
  if (groups !== undefined) {
    const { min, max } = placesOf(groups);
    return students < min || students > max ? null : { from: groups.length, to: groups.length };
  }
  const { min, max } = groupSize ?? { min: 0, max: 0 };
  if (min < 1 || max < min) return null;
  const from = Math.ceil(students / max);
  const to = Math.floor(students / min);
  return from <= to ? { from, to } : null;
}

export function sizeInWords(t: Translate, { groupSize, groups }: Sizes): string {
  if (groups !== undefined) return t('run.namedSizes', { count: groups.length });
  const { min, max } = groupSize ?? { min: 0, max: 0 };
  return min === max ? t('run.sizeExact', { size: min }) : t('run.sizes', { min, max });
}
