'use client';
import type { CriterionScore, Queue } from '@tailcamp/contracts';
import { useLocale, useT } from '@/lib/i18n/provider';
import { Card } from '@/ui/card';
import { score } from '@/ui/format';
import { Avatar, Count, Tag } from '@/ui/marks';
import { capital, shortCriterion } from '../matching/criterion-words';
import { evidenceInWords } from '../matching/evidence-words';
import { useTimes } from './use-now';

/** Groups that wait for their members' answers. */
export function ProposalsCard({ queue: { proposals } }: { queue: Queue }) {
  const t = useT();
  const locale = useLocale();
  const times = useTimes();
  return (
    <Card title={t('queue.proposals')} end={proposals.length > 0 ? <Count>{proposals.length}</Count> : undefined}>
      {proposals.length === 0 && <p className="pad note muted">{t('queue.proposalsNone')}</p>}
      <ul className="proposals">
        {proposals.map(({ id, members, score: value, criteria, expiresAt, level }) => (
          <li key={id}>
            <p className="row wrap">
              {members.map(({ memberId, name, accepted }) => (
                <span className="row" key={memberId}>
                  <Avatar of={{ id: memberId, name }} size="s" />
                  <span className="note">{name}</span>
                  {accepted && <Tag tone="good">✓</Tag>}
                </span>
              ))}
            </p>
            <p className="small muted num">
              {score(value, 3)} · {level === 0 ? t('queue.atPolicy') : t('queue.atLevel', { level })} ·{' '}
              {t('queue.acceptedOf', {
                accepted: members.filter(({ accepted }) => accepted).length,
                members: members.length,
              })}{' '}
              {t('queue.until', { time: times.time(new Date(expiresAt)) })}
            </p>
            <p className="small muted">
              {weakestOf(criteria)
                .map((one) => `${shortCriterion(t, one)}: ${capital(evidenceInWords(t, locale, one.evidence))}`)
                .join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** What holds a proposal back: the rest is on the group's own page once it is one. */
const weakestOf = (criteria: readonly CriterionScore[]): CriterionScore[] =>
  [...criteria].sort((a, b) => a.score - b.score).slice(0, 2);
