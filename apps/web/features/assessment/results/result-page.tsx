'use client';
import { Radar as RadarIcon } from 'lucide-react';
import { useBelongsTo } from '@/features/identity/shown-camp';
import { useGiven } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { ButtonLink } from '@/ui/button';
import { Card, Title } from '@/ui/card';
import { Funnel } from '@/ui/charts/funnel';
import { decimal, signed } from '@/ui/format';
import { Page } from '@/ui/shell/page';
import { Banner } from '@/ui/states';
import { useDates } from '@/ui/time';
import { Ability } from './ability';
import { levelOf } from './in-words';
import { InWords } from './in-words-view';
import { Review } from './review';
import { SkillList } from './skill-list';

/** What an attempt has shown: the ability and how sure it is, each skill, what is still to be graded, every question. */
export function ResultPage({ attemptId }: { attemptId: string }) {
  const t = useT();
  const dates = useDates();
  const result = useGiven('assessment.result', { attemptId });
  useBelongsTo(result.campId);
  const { campId, track, ability, standardError, pending, review } = result;
  return (
    <Page
      crumbs={[
        { label: t('nav.assessment'), href: `/camps/${campId}/assessment` },
        { label: t('result.crumb', { track: track.title }) },
      ]}
    >
      <Title
        lead={t('result.lead', {
          ability: signed(ability),
          error: decimal(standardError),
          day: dates.moment(result.finishedAt),
          right: result.right,
          answered: result.answered,
        })}
        actions={
          <ButtonLink icon={RadarIcon} href={`/camps/${campId}/skills`}>
            {t('nav.skills')}
          </ButtonLink>
        }
      >
        {t('result.title', { track: track.title, level: t(levelOf(ability)) })}
      </Title>
      {pending > 0 && <Banner calm>{t('result.pending', { count: pending })}</Banner>}
      <div className="two">
        <Card title={t('result.where')}>
          <div className="pad">
            <Ability name={track.title} ability={ability} error={standardError} />
            <InWords skills={result.skills} />
            <dl className="domain-abilities">
              {result.domains.map((domain) => (
                <div key={domain.id}>
                  <dt>
                    {domain.title}{' '}
                    <span className="small muted">{t('result.answers', { count: domain.answered })}</span>
                  </dt>
                  <dd>
                    <Ability name={domain.title} ability={domain.ability} error={domain.standardError} />
                  </dd>
                </div>
              ))}
            </dl>
          </div>
        </Card>
        <Card title={t('exam.howSure')}>
          <div className="pad">
            <Funnel
              widths={result.standardErrors}
              likely={null}
              most={Math.max(20, result.standardErrors.length - 1)}
              aim={0.35}
              label={t('exam.funnelEnded', { now: decimal(standardError), aim: '0.35' })}
              words={{ now: t('exam.end'), end: t('exam.likelyEnd') }}
            />
            <p className="note muted">{t(`over.${result.endedBy}`)}</p>
          </div>
        </Card>
      </div>
      <Card title={t('skills.title')}>
        <div className="pad">
          <p className="note muted">{t('skills.how')}</p>
          <SkillList skills={result.skills} domains={result.domains} />
        </div>
      </Card>
      <Card title={t('review.title')}>
        {review.open ? (
          <Review campId={campId} attemptId={attemptId} />
        ) : (
          <p className="pad note muted">
            {review.from === null ? t('review.notYet') : t('review.from', { time: dates.moment(review.from) })}
          </p>
        )}
      </Card>
    </Page>
  );
}
