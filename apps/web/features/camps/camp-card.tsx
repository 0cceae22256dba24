import type { Camp, RunSummary } from '@tailcamp/contracts';
import { Tent } from 'lucide-react';
import Link from 'next/link';
import { useRead } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { ButtonLink } from '@/ui/button';
import { classes } from '@/ui/class-names';
import { score } from '@/ui/format';
import { Icon } from '@/ui/icon';
import { Tag } from '@/ui/marks';
import { MatchButton } from '../matching/match-button';
import { RunTag } from '../matching/run-tag';
import { useCampDates } from './camp-dates';
import { LATEST_RUN } from './home-reads';

/** A camp on the home page: how far it has come, and its next step. */
export function CampCard({ camp, waits, first }: { camp: Camp; waits: boolean; first: boolean }) {
  const t = useT();
  const dates = useCampDates(camp);
  const staff = camp.myRole !== 'student';
  const { data } = useRead('matching.list', { campId: camp.id, ...LATEST_RUN }, { enabled: staff });
  const run = data?.items[0];
  const students = t('count.students', { count: camp.students });
  const empty = staff && camp.students === 0;
  return (
    <li className="card group">
      <div className="group-head">
        <div className="grow">
          <h2 className="h3">
            <Link href={`/camps/${camp.id}`} prefetch={false}>
              {camp.name}
            </Link>
          </h2>
          <p className="small muted">{dates ? `${students} · ${dates}` : students}</p>
        </div>
        {camp.demo && <Tag tone="info">{t('camp.demo')}</Tag>}
      </div>
      {staff && <Way camp={camp} run={run} published={!waits && !empty} />}
      <div className="row">
        {waits ? (
          <MatchButton camp={camp} primary={first} />
        ) : (
          <ButtonLink href={empty ? `/camps/${camp.id}/import` : `/camps/${camp.id}`}>
            {empty ? t('camp.importDo') : t('camp.open')}
          </ButtonLink>
        )}
        <span className="grow" />
        {run && <LatestRun run={run} />}
      </div>
    </li>
  );
}

/** The way of a camp: what is walked is solid, what is ahead dotted, the tent is where it goes. */
function Way({ camp, run, published }: { camp: Camp; run: RunSummary | undefined; published: boolean }) {
  const t = useT();
  const stops = [
    { name: t('camp.wayClass'), done: camp.students > 0 },
    { name: t('camp.wayMatched'), done: published || run?.state === 'done' || run?.state === 'accepted' },
    { name: t('camp.wayPublished'), done: published },
  ];
  const next = stops.findIndex(({ done }) => !done);
  return (
    <ol className="way">
      {stops.map(({ name, done }, index) => (
        <li
          key={name}
          className={classes(done && 'done')}
          aria-current={index === next ? 'step' : undefined}
          title={done ? undefined : t('camp.wayAhead')}
        >
          {index === stops.length - 1 ? <Icon of={Tent} size="s" /> : <i aria-hidden="true" />}
          {name}
        </li>
      ))}
    </ol>
  );
}

function LatestRun({ run }: { run: RunSummary }) {
  const t = useT();
  if (run.worst === null || run.groups === null) return <RunTag state={run.state} />;
  return (
    <p className="small muted num">
      {t('count.groups', { count: run.groups })} · {t('camp.worst')} <b className="txt">{score(run.worst, 3)}</b>
    </p>
  );
}
