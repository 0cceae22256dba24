'use client';
import type { Attempt } from '@tailcamp/contracts';
import { CircleCheck } from 'lucide-react';
import { useT } from '@/lib/i18n/provider';
import { ButtonLink } from '@/ui/button';
import { decimal } from '@/ui/format';
import { Icon } from '@/ui/icon';
import { Because } from '@/ui/states';

/** The attempt is over: why, how well its ability is known, and where to read what it showed. */
export function Over({ attempt }: { attempt: Attempt }) {
  const t = useT();
  const { endedBy, progress } = attempt;
  return (
    <article className="ask">
      <p className="small eyebrow">
        <Icon of={CircleCheck} size="s" />
        {t('over.done')}
      </p>
      <h1>{t('over.title', { count: progress.answered })}</h1>
      <Because>
        {endedBy !== null && t(`over.${endedBy}`)}{' '}
        {t('over.known', { error: decimal(progress.standardErrors.at(-1) ?? 1) })}
      </Because>
      <div className="exam-do">
        <ButtonLink tone="primary" size="large" href={`/attempts/${attempt.id}/result`}>
          {t('over.seeResult')}
        </ButtonLink>
        <ButtonLink size="large" href={`/camps/${attempt.campId}/assessment`}>
          {t('over.back')}
        </ButtonLink>
      </div>
    </article>
  );
}
