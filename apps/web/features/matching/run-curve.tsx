'use client';
import type { Run } from '@tailcamp/contracts';
import { useT } from '@/lib/i18n/provider';
import { Curve } from '@/ui/charts/curve';
import { score } from '@/ui/format';

type Point = Run['curve'][number];

/** The points at which the best score changed, and the newest; a curve needs no more. */
function steps(curve: readonly Point[]) {
  const changes = curve.filter((point, index) => index === 0 || point.best !== curve[index - 1]?.best);
  const last = curve.at(-1);
  const kept = last && changes.at(-1) !== last ? [...changes, last] : changes;
  return kept.map(({ seconds, best }) => ({ seconds, value: best }));
}

/**
 * The best score so far, as it arrived. A score with more rules broken does not compare with one with fewer, so what came
 * before the least is drawn apart. A group that scores nothing makes the harmonic mean nothing too: the first groupings dealt
 * are left out as long as one does, or they would press all the rest against the top. Nothing where no point has come yet.
 */
export function RunCurve({ run }: { run: Pick<Run, 'curve'> & { report: { bound: number | null } | null } }) {
  const t = useT();
  const scored = run.curve.filter(({ best }) => best > 0);
  const fewest = Math.min(...scored.map(({ hardViolations }) => hardViolations));
  const from = scored.findIndex(({ hardViolations }) => hardViolations === fewest);
  const points = steps(scored.slice(from));
  const last = points.at(-1);
  if (!last) return null;
  const bound = run.report?.bound;
  return (
    <Curve
      points={points}
      before={steps(scored.slice(0, from))}
      {...(bound
        ? {
            bound: [
              { seconds: 0, value: bound },
              { seconds: last.seconds, value: bound },
            ],
          }
        : {})}
      label={t('run.curveSays', { best: score(last.value, 4), seconds: last.seconds.toFixed(1) })}
      words={{
        best: t('run.best'),
        bound: t('run.boundWord'),
        before: t('run.rulesBroken'),
        seconds: (seconds) => t('run.secondsTick', { seconds }),
      }}
    />
  );
}

/** When the score that stands was found, in seconds. */
export function foundAt(curve: Run['curve']): number | null {
  const best = curve.at(-1)?.best;
  return curve.find((point) => point.best === best)?.seconds ?? null;
}
