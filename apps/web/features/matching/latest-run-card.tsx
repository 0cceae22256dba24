'use client';
import { useGiven } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { ButtonLink } from '@/ui/button';
import { Card } from '@/ui/card';
import { score } from '@/ui/format';
import { useDates } from '@/ui/time';
import { LATEST_RUN } from '../camps/home-reads';
import { RunTag } from './run-tag';

/** The newest run of the camp. */
export function LatestRunCard({ campId }: { campId: string }) {
  const t = useT();
  const dates = useDates();
  const run = useGiven('matching.list', { campId, ...LATEST_RUN }).items[0];
  if (!run)
    return (
      <Card title={t('camp.runCard')}>
        <p className="pad note muted">{t('camp.runNone')}</p>
      </Card>
    );
  return (
    <Card title={t('run.crumb', { number: run.number })} end={<RunTag state={run.state} />}>
      <dl className="run-figures pad">
        <div>
          <dt>{t('runs.objective')}</dt>
          <dd className="figure num">{run.objective === null ? '–' : score(run.objective, 4)}</dd>
        </div>
        <div>
          <dt>{t('runs.worst')}</dt>
          <dd className="figure num ember">{run.worst === null ? '–' : score(run.worst, 3)}</dd>
        </div>
        <div>
          <dt>{t('runs.groups')}</dt>
          <dd className="figure num">{run.groups ?? '–'}</dd>
        </div>
      </dl>
      <div className="foot">
        <ButtonLink href={`/camps/${campId}/matching/${run.id}`}>
          {t('camp.runOpen', { number: run.number })}
        </ButtonLink>
        <span className="small muted">{dates.moment(run.createdAt)}</span>
      </div>
    </Card>
  );
}
