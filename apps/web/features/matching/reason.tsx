'use client';
import { useLocale, useT } from '@/lib/i18n/provider';
import { sentence, shortCriterion } from './criterion-words';
import { evidenceInWords } from './evidence-words';
import { heldBackBy, type RankedGroup } from './ranked';

/** One sentence, one cause: what holds the group back, or what it is strongest in. */
export function ReasonFor({ group }: { group: RankedGroup }) {
  const t = useT();
  const locale = useLocale();
  const back = heldBackBy(group);
  if (back)
    return (
      <>
        <b>{t('because.holdsBack', { name: shortCriterion(t, back) })}</b>{' '}
        {sentence(evidenceInWords(t, locale, back.evidence))}
        {back.weakest ? ` ${t('because.least')}` : ''}
      </>
    );
  const best = [...group.criteria].sort((a, b) => b.score - a.score)[0];
  if (!best) return <b>{group.name}</b>;
  return (
    <>
      <b>{t('because.strong', { name: shortCriterion(t, best) })}</b>{' '}
      {sentence(evidenceInWords(t, locale, best.evidence))}
    </>
  );
}
