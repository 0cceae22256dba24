'use client';
import type { Run } from '@tailcamp/contracts';
import Link from 'next/link';
import { inWords } from '@/lib/api/problem';
import { useAnswers, useWrite } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { Button } from '@/ui/button';
import { percent, score } from '@/ui/format';
import { Bar, Bone } from '@/ui/states';
import { toast } from '@/ui/toast-store';
import { RunCurve } from './run-curve';

const PHASES = ['preparing', 'constructing', 'repairing', 'improving', 'proving'] as const;

/** A run on its way: its phase, how far, the best so far as a curve, and a way to stop it. */
export function LiveRun({ run }: { run: Run }) {
  const t = useT();
  const { put, refresh } = useAnswers();
  const cancel = useWrite('matching.cancel');
  const asked = { campId: run.campId, runId: run.id };
  const stop = () =>
    cancel.mutate(asked, {
      onSuccess: (stopped) => {
        put('matching.get', asked, stopped);
        refresh('matching.list');
      },
      onError: (error) => toast(inWords(error), { tone: 'bad' }),
    });
  const phase = PHASES.find((each) => each === run.phase);
  const words = phase ? t(`run.${phase}`) : t('run.queued');
  const best = run.curve.at(-1);
  return (
    <section className="card live-run" aria-label={t('run.curve')}>
      <div className="row">
        <span className="acc row">
          <span className="live" />
          <b aria-live="polite">{words}</b>
        </span>
        <Link className="muted note" href={`/camps/${run.campId}/matching/${run.id}`}>
          {t('run.crumb', { number: run.number })}
        </Link>
        <span className="grow" />
        {best && <span className="figure num">{score(best.best, 4)}</span>}
        <Button size="small" tone="quiet" busy={cancel.isPending} onClick={stop}>
          {t('run.stop')}
        </Button>
      </div>
      {best ? <RunCurve run={run} /> : <Bone width="100%" height={120} />}
      <Bar label={words} done={run.moves} of={Math.max(1, run.of)} />
      <p className="small muted num">
        {t('run.progress', { done: percent(run.of > 0 ? run.moves / run.of : 0) })} ·{' '}
        {t('run.moves', { count: run.moves })}
      </p>
    </section>
  );
}
