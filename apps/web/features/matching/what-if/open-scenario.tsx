'use client';
import type { Run } from '@tailcamp/contracts';
import { Hand } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { inWords } from '@/lib/api/problem';
import { useAnswers, useRead, useWrite } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { Button } from '@/ui/button';
import { toast } from '@/ui/toast-store';
import { SCENARIOS_A_PAGE } from './scenarios-a-page';

/** Puts the result of a run on the desk, as a scenario of its own. */
export function OpenScenario({ run }: { run: Run }) {
  const t = useT();
  const router = useRouter();
  const { put, refresh } = useAnswers();
  const create = useWrite('scenarios.create');
  const { campId, id: runId } = run;
  const { data } = useRead('scenarios.list', { campId, runId, ...SCENARIOS_A_PAGE });
  const already = data?.items.length ?? 0;
  const name = already === 0 ? t('whatIf.first') : t('whatIf.nth', { number: already + 1 });
  const open = () =>
    create.mutate(
      { campId, runId, name },
      {
        onSuccess: (scenario) => {
          put('scenarios.get', { campId, scenarioId: scenario.id }, scenario);
          refresh('scenarios.list');
          router.push(`/camps/${campId}/matching/scenarios/${scenario.id}`);
        },
        onError: (error) => toast(inWords(error), { tone: 'bad' }),
      },
    );
  return (
    <Button icon={Hand} busy={create.isPending || create.isSuccess} onClick={open}>
      {t('whatIf.open')}
    </Button>
  );
}
