'use client';
import type { AnsweredBy } from '@tailcamp/contracts';
import { useT } from '@/lib/i18n/provider';
import { useDates } from '@/ui/time';

/** Who worked something out, in a sentence: a model, or rules and why. */
export function AnsweredByLine({ by }: { by: AnsweredBy }) {
  const t = useT();
  const dates = useDates();
  if (by.how === 'model') return <p className="small muted">{t('by.model', { model: by.model })}</p>;
  const words = {
    no_model: () => t('by.noModel'),
    unavailable: () => t('by.unavailable'),
    invalid_reply: () => t('by.invalidReply'),
    budget: () => t('by.budget', { time: by.resetAt === null ? '' : dates.moment(by.resetAt) }),
  };
  return <p className="small muted">{words[by.because]()}</p>;
}
