'use client';
import { GitCompare } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useGiven, useRead } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { Card, Title } from '@/ui/card';
import { Page } from '@/ui/shell/page';
import { Bones, Empty } from '@/ui/states';
import { OpenScenario } from './open-scenario';
import { SCENARIOS_A_PAGE } from './scenarios-a-page';

const Comparison = dynamic(() => import('./comparison').then((module) => module.Comparison), { ssr: false });

/** The scenarios of a run side by side. */
export function ComparePage({ campId, runId }: { campId: string; runId: string }) {
  const t = useT();
  const run = useGiven('matching.get', { campId, runId });
  const { items } = useGiven('scenarios.list', { campId, runId, ...SCENARIOS_A_PAGE });
  const { data: input } = useRead('scenarios.input', { campId, runId }, { lasting: true });
  const at = `/camps/${campId}/matching`;
  const title =
    items.length === 0
      ? t('whatIf.compareNone', { number: run.number })
      : t('whatIf.compareTitle', { count: items.length, number: run.number });
  return (
    <Page
      crumbs={[
        { label: t('nav.matching'), href: at },
        { label: t('run.crumb', { number: run.number }), href: `${at}/${runId}` },
        { label: t('whatIf.compare') },
      ]}
    >
      <Title lead={t('whatIf.compareLead')}>{title}</Title>
      {items.length === 0 ? (
        <Card label={t('whatIf.compare')}>
          <Empty icon={GitCompare} title={title} action={<OpenScenario run={run} />}>
            {t('whatIf.listLead')}
          </Empty>
        </Card>
      ) : input ? (
        <Comparison run={run} scenarios={items} input={input} />
      ) : (
        <Bones label={t('whatIf.loading')} rows={6} />
      )}
    </Page>
  );
}
