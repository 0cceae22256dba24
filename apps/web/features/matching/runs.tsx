'use client';
import type { RunSummary } from '@tailcamp/contracts';
import { Shuffle, Tent, Users } from 'lucide-react';
import Link from 'next/link';
import { useEffect } from 'react';
import { inWords, isCode } from '@/lib/api/problem';
import { useGiven, usePages, useRead } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import type { Translate } from '@/lib/i18n/translate';
import { Button, ButtonLink } from '@/ui/button';
import { Card, Title } from '@/ui/card';
import { score } from '@/ui/format';
import { Page } from '@/ui/shell/page';
import { Banner, Empty } from '@/ui/states';
import { Table, Td, Th } from '@/ui/table';
import { useDates } from '@/ui/time';
import { LiveRun } from './live-run';
import { PolicyCard } from './policy-card';
import { RunTag } from './run-tag';
import { RUNS_A_PAGE } from './runs-a-page';
import { useMatch } from './use-match';
import { ScenarioList } from './what-if/scenario-list';

/** Every run of the camp, the one that goes on, and the button that starts another. */
export function Runs({ campId }: { campId: string }) {
  const t = useT();
  const camp = useGiven('camps.get', { campId });
  const runs = usePages('matching.list', { campId, ...RUNS_A_PAGE });
  const { match, busy, error } = useMatch(campId);
  const going = runs.items.find(({ state }) => state === 'queued' || state === 'running');
  const students = t('count.students', { count: camp.students });
  useMatchKey(camp.students > 0 && !going ? match : null);
  const title =
    runs.items.length > 0
      ? runsInWords(t, runs.items)
      : camp.students > 0
        ? t('runs.titleNone', { count: camp.students })
        : t('camp.emptyTitle');
  const start = camp.students > 0 && !going && (
    <Button tone="primary" icon={Shuffle} busy={busy} onClick={match}>
      {t('runs.match', { students })}
    </Button>
  );
  return (
    <Page crumbs={[{ label: camp.name, href: `/camps/${campId}` }, { label: t('nav.matching') }]}>
      <Title lead={t('runs.lead')} actions={runs.items.length > 0 ? start : null}>
        {title}
      </Title>
      {isCode(error, 'cannot_be_satisfied') && (
        <Banner
          action={
            <ButtonLink size="small" href={`/camps/${campId}/policy`}>
              {t('run.openPolicy')}
            </ButtonLink>
          }
        >
          <b>{t('run.conflict')}</b>
          <p>{inWords(error)}</p>
        </Banner>
      )}
      {going && <GoingRun campId={campId} runId={going.id} />}
      {runs.items.length === 0 ? (
        <div className="two">
          <Card label={t('nav.matching')}>
            {camp.students > 0 ? (
              <Empty icon={Tent} title={t('runs.empty')} action={start}>
                {t('runs.emptyLead', { students })}
              </Empty>
            ) : (
              <Empty
                icon={Users}
                title={t('runs.nobody')}
                action={
                  <ButtonLink tone="primary" href={`/camps/${campId}/import`}>
                    {t('camp.importDo')}
                  </ButtonLink>
                }
              >
                {t('runs.nobodyLead')}
              </Empty>
            )}
          </Card>
          <PolicyCard campId={campId} />
        </div>
      ) : (
        <RunTable campId={campId} runs={runs.items} />
      )}
      <ScenarioList campId={campId} />
      {runs.hasNextPage && (
        <Button className="more" busy={runs.isFetchingNextPage} onClick={() => void runs.fetchNextPage()}>
          {t('action.more')}
        </Button>
      )}
    </Page>
  );
}

/** What the newest run with something to say has come to. */
function runsInWords(t: Translate, runs: readonly RunSummary[]): string {
  const going = runs.find(({ state }) => state === 'queued' || state === 'running');
  if (going) return t('runs.titleRunning', { number: going.number });
  const ended = runs.find(({ state, worst }) => (state === 'done' || state === 'accepted') && worst !== null);
  if (!ended || ended.worst === null) return t('runs.title', { count: runs.length });
  const said = { number: ended.number, worst: score(ended.worst, 3) };
  return ended.state === 'done' ? t('runs.titleDraft', said) : t('runs.titlePublished', said);
}

/** `M` matches. */
function useMatchKey(match: (() => void) | null): void {
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const inField = event.target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
      if (event.key === 'm' && !event.metaKey && !event.ctrlKey && !inField) match?.();
    };
    addEventListener('keydown', hear);
    return () => removeEventListener('keydown', hear);
  }, [match]);
}

function GoingRun({ campId, runId }: { campId: string; runId: string }) {
  const { data } = useRead('matching.get', { campId, runId });
  return data ? <LiveRun run={data} /> : null;
}

function RunTable({ campId, runs }: { campId: string; runs: readonly RunSummary[] }) {
  const t = useT();
  const dates = useDates();
  return (
    <Table
      cards
      label={t('nav.matching')}
      head={
        <>
          <Th>{t('runs.run')}</Th>
          <Th>{t('runs.when')}</Th>
          <Th right>{t('runs.students')}</Th>
          <Th right>{t('runs.groups')}</Th>
          <Th right>{t('runs.objective')}</Th>
          <Th right>{t('runs.worst')}</Th>
          <Th>{t('runs.state')}</Th>
        </>
      }
    >
      {runs.map((run) => (
        <tr key={run.id} className="row-link">
          <Td className="lead-cell">
            <Link href={`/camps/${campId}/matching/${run.id}`} prefetch={false}>
              <b>{t('run.crumb', { number: run.number })}</b>
            </Link>
          </Td>
          <Td className="muted num">{dates.moment(run.createdAt)}</Td>
          <Td right head={t('runs.students')}>
            {run.students}
          </Td>
          <Td right head={t('runs.groups')}>
            {run.groups}
          </Td>
          <Td right head={t('runs.objective')}>
            {run.objective !== null && score(run.objective, 4)}
          </Td>
          <Td right head={t('runs.worst')}>
            {run.worst !== null && score(run.worst, 3)}
          </Td>
          <Td className="act-cell">
            <RunTag state={run.state} />
          </Td>
        </tr>
      ))}
    </Table>
  );
}
