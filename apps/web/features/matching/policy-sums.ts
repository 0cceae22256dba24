import type { Criterion, Policy } from '@tailcamp/contracts';
import type { Translate } from '@/lib/i18n/translate';

/** A weighted criterion's share of a group's score, 0 to 1; nothing of a hard one. */
export function shareOf(policy: Policy, criterion: Criterion): number {
  const weightOf = (each: Criterion) => (each.hard ? 0 : (each.weight ?? 1));
  const all = policy.criteria.reduce((sum, each) => sum + weightOf(each), 0);
  return all > 0 ? weightOf(criterion) / all : 0;
}

/** How few and how many groups of `min` to `max` take all of `students`; null where none do. */
export function groupCounts(students: number, { min, max }: Policy['groupSize']): { from: number; to: number } | null {
  if (students === 0 || min < 1 || max < min) return null;
  const from = Math.ceil(students / max);
  const to = Math.floor(students / min);
  return from <= to ? { from, to } : null;
}

export const sizeInWords = (t: Translate, { min, max }: Policy['groupSize']): string =>
  min === max ? t('run.sizeExact', { size: min }) : t('run.sizes', { min, max });
