'use client';
import type { Camp, Run } from '@tailcamp/contracts';
import { Shuffle } from 'lucide-react';
import { useGiven } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { Button, ButtonLink } from '@/ui/button';
import { Card, Title } from '@/ui/card';
import { Page } from '@/ui/shell/page';
import { Banner } from '@/ui/states';
import { ExportMenu } from '../groups/export-menu';
import { LiveRun } from './live-run';
import { PolicyList } from './policy-card';
import { Result } from './result';
import { ResultFoot } from './result-foot';
import { RunTag } from './run-tag';
import { useMatch } from './use-match';
import { ScenarioList } from './what-if/scenario-list';

/** One run: on its way, ended without groups, or its result. */
export function RunPage({ campId, runId }: { campId: string; runId: string }) {
  const t = useT();
  const camp = useGiven('camps.get', { campId });
  const run = useGiven('matching.get', { campId, runId });
  const crumbs = [
    { label: t('nav.matching'), href: `/camps/${campId}/matching` },
    { label: t('run.crumb', { number: run.number }) },
  ];
  const { report } = run;
  const showsResult = report !== null && report.groups.length > 0 && (run.state === 'done' || run.state === 'accepted');
  if (showsResult)
    return (
      <Page
        crumbs={crumbs}
        mark={<RunTag state={run.state} />}
        className="match"
        actions={<ExportMenu name="matching.export" of={{ campId, runId }} />}
        foot={<ResultFoot camp={camp} run={run} />}
      >
        <Result run={run} report={report} />
        <ScenarioList campId={campId} run={run} />
      </Page>
    );
  return (
    <Page crumbs={crumbs} mark={<RunTag state={run.state} />}>
      {run.state === 'queued' || run.state === 'running' ? (
        <>
          <Title lead={t('runs.lead')}>
            {t('run.h1Running', { number: run.number, students: t('count.students', { count: run.students }) })}
          </Title>
          <div className="two">
            <LiveRun run={run} />
            <Card title={t('camp.policyCard')}>
              <div className="pad">
                <PolicyList policy={run.policy} />
              </div>
            </Card>
          </div>
        </>
      ) : (
        <Ended camp={camp} run={run} />
      )}
    </Page>
  );
}

/** Stopped or failed: what is so, what was kept, and the way on. */
function Ended({ camp, run }: { camp: Camp; run: Run }) {
  const t = useT();
  const { match, busy } = useMatch(camp.id);
  const again = (
    <>
      <ButtonLink href={`/camps/${camp.id}/policy`}>{t('run.openPolicy')}</ButtonLink>
      <Button tone="primary" icon={Shuffle} busy={busy} onClick={match}>
        {t('run.again')}
      </Button>
    </>
  );
  const stopped = run.state === 'cancelled';
  return (
    <>
      <Title lead={t('run.stoppedLead')} actions={again}>
        {t(stopped ? 'run.stopped' : 'run.failedTitle', { number: run.number })}
      </Title>
      {run.problem && <Banner>{run.problem}</Banner>}
    </>
  );
}
