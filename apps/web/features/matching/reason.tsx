'use client';
import { useT } from '@/lib/i18n/provider';
import { sentence, shortCriterion } from './criterion-words';
import { heldBackBy, type RankedGroup } from './ranked';

/** One sentence, one cause: what holds the group back, or what it is strongest in. */
export function ReasonFor({ group }: { group: RankedGroup }) {
  const t = useT();
  const back = heldBackBy(group);
  if (back)
    return (
      <>
        <b>{t('because.holdsBack', { name: shortCriterion(t, back) })}</b> {sentence(back.evidence)}
        {back.weakest ? ` ${t('because.least')}` : ''}
      </>
    );
  const best = [...group.criteria].sort((a, b) => b.score - a.score)[0];
  if (!best) return <b>{group.name}</b>;
  return (
    <>
      <b>{t('because.strong', { name: shortCriterion(t, best) })}</b> {sentence(best.evidence)}
    </>
  );
}
