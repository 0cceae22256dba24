'use client';
import { useT } from '@/lib/i18n/provider';
import { Button } from '@/ui/button';
import { percent, score } from '@/ui/format';
import { Bar, Bone } from '@/ui/states';
import { RunCurve } from '../run-curve';
import type { Solving } from './solve-rest';

/** Solving in the browser: how far, the best so far as a curve, and a way to stop it. */
export function SolvingCard({ solving, onStop }: { solving: Solving; onStop: () => void }) {
  const t = useT();
  const { curve, moves, of } = solving;
  const best = curve.at(-1);
  return (
    <section className="card live-run" aria-label={t('whatIf.solving')}>
      <div className="row">
        <span className="acc row">
          <span className="live" />
          <b aria-live="polite">{t('whatIf.solving')}</b>
        </span>
        <span className="grow" />
        {best && <span className="figure num">{score(best.best, 4)}</span>}
        <Button size="small" tone="quiet" onClick={onStop}>
          {t('run.stop')}
        </Button>
      </div>
      {best ? <RunCurve run={{ curve, report: null }} /> : <Bone width="100%" height={120} />}
      <Bar label={t('whatIf.solving')} done={moves} of={Math.max(1, of)} />
      <p className="small muted num">
        {t('run.progress', { done: percent(of > 0 ? moves / of : 0) })} · {t('run.moves', { count: moves })}
      </p>
    </section>
  );
}
