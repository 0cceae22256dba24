'use client';
import type { Policy } from '@tailcamp/contracts';
import { Check } from 'lucide-react';
import { useGiven } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { ButtonLink } from '@/ui/button';
import { Card } from '@/ui/card';
import { Meter } from '@/ui/charts/meter';
import { percent } from '@/ui/format';
import { Icon } from '@/ui/icon';
import { Tag } from '@/ui/marks';
import { Because } from '@/ui/states';
import { criterionInWords } from './criterion-words';
import { shareOf, sizeInWords } from './policy-sums';

/** The policy in a few lines. */
export function PolicyCard({ campId }: { campId: string }) {
  const t = useT();
  const { policy, proposed, columns } = useGiven('matching.getPolicy', { campId });
  return (
    <Card
      title={t('camp.policyCard')}
      end={
        proposed && policy.criteria.length > 0 ? (
          <span title={t('camp.policyProposed')}>
            <Tag tone="info">{t('camp.policyTag')}</Tag>
          </span>
        ) : null
      }
    >
      <div className="pad">
        {columns.length === 0 ? <Because>{t('policy.noColumns')}</Because> : <PolicyList policy={policy} />}
      </div>
      <div className="foot">
        <ButtonLink href={`/camps/${campId}/policy`}>{t('camp.policyOpen')}</ButtonLink>
      </div>
    </Card>
  );
}

/** What must hold and what weighs how much. */
export function PolicyList({ policy }: { policy: Policy }) {
  const t = useT();
  return (
    <ul className="policy-list">
      <li>
        <Icon of={Check} size="s" tone="good" />
        {sizeInWords(t, policy)}
      </li>
      {policy.criteria.map((criterion) => (
        <li key={JSON.stringify(criterion)}>
          {criterion.hard ? <Icon of={Check} size="s" tone="good" /> : <span className="dot" />}
          <span className="clip" title={criterionInWords(t, criterion)}>
            {criterionInWords(t, criterion)}
          </span>
          {criterion.hard ? (
            <span className="num">{t('policy.mustHold')}</span>
          ) : (
            <>
              <Meter value={shareOf(policy, criterion)} />
              <span className="num share">{percent(shareOf(policy, criterion))}</span>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
