'use client';
import type { Run, ScenarioSummary } from '@tailcamp/contracts';
import type { Evaluation } from '@tailcamp/matching';
import { useEffect, useState } from 'react';
import { call } from '@/lib/api';
import type { Output } from '@/lib/api/names';
import { inWords } from '@/lib/api/problem';
import { useT } from '@/lib/i18n/provider';
import { Select } from '@/ui/field';
import { Banner, Bones } from '@/ui/states';
import { ComparedScenario, type Scored } from './compared-scenario';
import { Engine } from './engine/engine';

interface ComparisonProps {
  run: Run;
  scenarios: readonly ScenarioSummary[];
  input: Output<'scenarios.input'>;
}

/** Each scenario against the run, or against another one: what it comes to and what it costs whom. */
export function Comparison({ run, scenarios, input }: ComparisonProps) {
  const t = useT();
  const [baseId, setBaseId] = useState(run.id);
  const { scored, error } = useScored(run, scenarios, input);
  if (error !== null) return <Banner>{error}</Banner>;
  if (scored === null) return <Bones label={t('whatIf.loading')} rows={6} />;
  const base = scored.find(({ id }) => id === baseId) ?? scored[0];
  if (base === undefined) return null;
  return (
    <>
      <div className="compare-base">
        <Select label={t('whatIf.base')} value={base.id} onChange={(event) => setBaseId(event.target.value)}>
          {scored.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </div>
      <div className="compare">
        {scored
          .filter(({ id }) => id !== base.id)
          .map((each) => (
            <ComparedScenario key={each.id} run={run} base={base} scored={each} />
          ))}
      </div>
    </>
  );
}

/** The run and its scenarios, all scored by one engine and the policy of the run, so that they can be compared. */
function useScored(run: Run, scenarios: readonly ScenarioSummary[], input: Output<'scenarios.input'>) {
  const t = useT();
  const [scored, setScored] = useState<readonly Scored[] | null>(null);
  const [error, setError] = useState<string | null>(null);
  const name = t('whatIf.theRun', { number: run.number });
  useEffect(() => {
    let gone = false;
    let close = () => {};
    const score = async (): Promise<Scored[]> => {
      const { engine } = await Engine.open(input, run.policy);
      close = () => engine.close();
      const ask = (groups: Parameters<typeof engine.ask<'score'>>[1]['groups']): Promise<Evaluation> =>
        engine.ask('score', { groups });
      const all: Scored[] = [{ id: run.id, name, href: null, ...(await ask(run.report?.groups ?? [])) }];
      for (const { id, campId } of scenarios) {
        const scenario = await call('scenarios.get', { campId, scenarioId: id });
        const href = `/camps/${campId}/matching/scenarios/${id}`;
        all.push({ id, name: scenario.name, href, ...(await ask(scenario.groups)) });
      }
      return all;
    };
    score().then(
      (all) => gone || setScored(all),
      (failed: unknown) => gone || setError(inWords(failed)),
    );
    return () => {
      gone = true;
      close();
    };
  }, [run, scenarios, input, name]);
  return { scored, error };
}
