'use client';
import type { Run } from '@tailcamp/contracts';
import Link from 'next/link';
import { useRead } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { ButtonLink } from '@/ui/button';
import { score } from '@/ui/format';
import { Tag } from '@/ui/marks';
import { Table, Td, Th } from '@/ui/table';
import { useDates } from '@/ui/time';
import { SCENARIOS_A_PAGE } from './scenarios-a-page';

/** What was made by hand of a run, or of any run of the camp; nothing where nothing was. */
export function ScenarioList({ campId, run }: { campId: string; run?: Pick<Run, 'id' | 'number'> }) {
  const t = useT();
  const dates = useDates();
  const { data } = useRead('scenarios.list', { campId, ...(run && { runId: run.id }), ...SCENARIOS_A_PAGE });
  const scenarios = data?.items ?? [];
  if (scenarios.length === 0) return null;
  return (
    <section className="scenarios" aria-labelledby="scenarios-head">
      <div className="tools">
        <h2 id="scenarios-head">
          {t('whatIf.list')} <span className="muted">{t('whatIf.listLead')}</span>
        </h2>
        <span className="grow" />
        {run && (
          <ButtonLink size="small" href={`/camps/${campId}/matching/${run.id}/compare`}>
            {t('whatIf.compare')}
          </ButtonLink>
        )}
      </div>
      <Table
        cards
        label={t('whatIf.list')}
        head={
          <>
            <Th>{t('whatIf.colName')}</Th>
            {!run && <Th>{t('runs.run')}</Th>}
            <Th>{t('whatIf.colSaved')}</Th>
            <Th right>{t('runs.objective')}</Th>
            <Th right>{t('runs.worst')}</Th>
            <Th right>{t('whatIf.colBroken')}</Th>
            <Th right>{t('whatIf.colMoved')}</Th>
            <Th>{t('runs.state')}</Th>
          </>
        }
      >
        {scenarios.map((scenario) => (
          <tr key={scenario.id} className="row-link">
            <Td className="lead-cell">
              <Link href={`/camps/${campId}/matching/scenarios/${scenario.id}`} prefetch={false}>
                <b>{scenario.name}</b>
              </Link>
            </Td>
            {!run && <Td className="muted">{t('run.crumb', { number: scenario.runNumber })}</Td>}
            <Td head={t('whatIf.colSaved')} className="muted num">
              {dates.moment(scenario.updatedAt)}
            </Td>
            <Td head={t('runs.objective')} right>
              {score(scenario.objective, 4)}
            </Td>
            <Td head={t('runs.worst')} right>
              {score(scenario.worst, 3)}
            </Td>
            <Td head={t('whatIf.colBroken')} right {...(scenario.hardViolations > 0 && { className: 'bad' })}>
              {scenario.hardViolations}
            </Td>
            <Td head={t('whatIf.colMoved')} right>
              {scenario.moved}
            </Td>
            <Td className="act-cell">
              <Tag tone={scenario.published ? 'good' : undefined}>
                {t(scenario.published ? 'whatIf.published' : 'whatIf.draft')}
              </Tag>
            </Td>
          </tr>
        ))}
      </Table>
    </section>
  );
}
