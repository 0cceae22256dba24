'use client';
import dynamic from 'next/dynamic';
import { useGiven, useRead } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { Page } from '@/ui/shell/page';
import { Bones } from '@/ui/states';

/** The desk and the engine come when somebody sits down at them, not with the first script of the app. */
const ScenarioDesk = dynamic(() => import('./scenario-desk').then((module) => module.ScenarioDesk), { ssr: false });

/** One scenario: its run and what the engine was given are read first. */
export function ScenarioPage({ campId, scenarioId, runId }: { campId: string; scenarioId: string; runId: string }) {
  const t = useT();
  const camp = useGiven('camps.get', { campId });
  const scenario = useGiven('scenarios.get', { campId, scenarioId });
  const run = useGiven('matching.get', { campId, runId });
  const { data: input } = useRead('scenarios.input', { campId, runId }, { lasting: true });
  if (input) return <ScenarioDesk key={scenarioId} camp={camp} run={run} scenario={scenario} input={input} />;
  const at = `/camps/${campId}/matching`;
  return (
    <Page
      crumbs={[
        { label: t('nav.matching'), href: at },
        { label: t('run.crumb', { number: run.number }), href: `${at}/${runId}` },
        { label: scenario.name },
      ]}
      className="match"
    >
      <h1 className="sr">{scenario.name}</h1>
      <Bones label={t('whatIf.loading')} rows={8} />
    </Page>
  );
}
