'use client';
import type { AnsweredBy } from '@tailcamp/contracts';
import { useT } from '@/lib/i18n/provider';
import { useDates } from '@/ui/time';

/** Who drafted a text: a model, or rules that put an outline together, and why it was they. */
export function DraftedBy({ by }: { by: AnsweredBy }) {
  const t = useT();
  const dates = useDates();
  if (by.how === 'model') return t('draft.byModel', { model: by.model });
  if (by.because === 'budget')
    return t('draft.byRules.budget', { time: by.resetAt === null ? '' : dates.moment(by.resetAt) });
  return t(`draft.byRules.${by.because}`);
}
