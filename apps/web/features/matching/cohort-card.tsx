'use client';
import type { MatchReport, Run } from '@tailcamp/contracts';
import { ArrowDown, ArrowUp, Check, X } from 'lucide-react';
import { useT } from '@/lib/i18n/provider';
import { TailStrip } from '@/ui/charts/tail-strip';
import { percent, score } from '@/ui/format';
import { Icon } from '@/ui/icon';
import { Tag } from '@/ui/marks';
import { ruleInWords } from './criterion-words';
import { sizeInWords } from './policy-sums';
import { foundAt, RunCurve } from './run-curve';

interface CohortProps {
  run: Run;
  report: MatchReport;
}

/** The whole camp: how good, how good the worst, which rules held, how it was found. */
export function CohortCard({ run, report }: CohortProps) {
  const t = useT();
  const found = foundAt(run.curve);
  return (
    <section className="card cohort" aria-label={t('run.objective')}>
      <ObjectiveStat run={run} report={report} />
      <WorstStat run={run} report={report} />
      <HardStat run={run} report={report} />
      <figure className="stat curve">
        <figcaption>
          <h2 className="row">
            {t('run.curve')}
            <span className="muted num">
              {found === null ? t('run.moves', { count: report.moves }) : t('run.found', { seconds: found.toFixed(1) })}
            </span>
          </h2>
        </figcaption>
        <RunCurve run={run} />
      </figure>
    </section>
  );
}

function ObjectiveStat({ run, report }: CohortProps) {
  const t = useT();
  return (
    <div className="stat">
      <h2>
        {t('run.objective')} <span className="muted">{t(`run.${run.policy.objective ?? 'harmonic'}`)}</span>
      </h2>
      <p className="figure num">
        {score(report.objective, 4)} <Delta now={report.objective} before={run.previous?.objective} run={run} />
      </p>
      <p className="note muted num low">
        {report.bound === null ? t('run.noBound') : t('run.bound', { bound: score(report.bound, 4) })}
      </p>
      {report.gap !== null && (
        <p className="note">
          <Tag tone="good">
            <Icon of={Check} />
            {report.gap === 0 ? t('run.optimal') : <Gap gap={percent(report.gap, 2)} />}
          </Tag>
        </p>
      )}
    </div>
  );
}

/** How far from the best it may be; on the phone in two words. */
function Gap({ gap }: { gap: string }) {
  const t = useT();
  return (
    <>
      <span className="wide">{t('run.within', { gap })}</span>
      <span className="phone-inline">{t('run.gap', { gap })}</span>
    </>
  );
}

function WorstStat({ run, report }: CohortProps) {
  const t = useT();
  const scores = report.groups.map((group) => group.score);
  const worst = Math.min(...scores);
  const words = t('run.strip', { count: scores.length, low: score(worst, 3), high: score(Math.max(...scores), 3) });
  return (
    <div className="stat">
      <h2>
        {t('run.worstGroup')} <span className="muted">{t('run.tail')}</span>
      </h2>
      <p className="figure num ember">
        {score(worst, 3)} <Delta now={worst} before={run.previous?.worst} run={run} />
      </p>
      <TailStrip scores={scores} label={words} />
    </div>
  );
}

/** Up or down on the run before; nothing where it is the same to three places. */
function Delta({ now, before, run }: { now: number; before: number | undefined; run: Run }) {
  const t = useT();
  if (before === undefined || Math.abs(now - before) < 0.0005) return null;
  const up = now > before;
  return (
    <span className={`delta ${up ? 'good' : 'muted'}`}>
      <Icon of={up ? ArrowUp : ArrowDown} size="s" />
      {score(Math.abs(now - before), 3)}
      <span className="sr"> {t('run.since', { number: run.previous?.number ?? 0 })}</span>
    </span>
  );
}

function HardStat({ run, report }: CohortProps) {
  const t = useT();
  const hard = run.policy.criteria.filter((criterion) => criterion.hard);
  const brokenKinds = new Set(report.hardViolations.map(({ kind }) => kind));
  const rules = [
    { text: sizeInWords(t, run.policy), broken: brokenKinds.has('groupSize') || brokenKinds.has('size') },
    ...hard.map((criterion) => ({ text: ruleInWords(t, criterion), broken: brokenKinds.has(criterion.kind) })),
  ];
  const broken = rules.filter((rule) => rule.broken).length;
  return (
    <div className="stat">
      <h2>{t('run.hard')}</h2>
      <p className="figure num">
        {t('run.kept', { kept: rules.length - broken, all: rules.length })}{' '}
        <span className={`delta ${broken > 0 ? 'bad' : 'muted'}`}>
          {broken > 0 ? t('run.brokenWord', { count: broken }) : t('run.keptWord')}
        </span>
      </p>
      <ul className={rules.length > 6 ? 'rules' : 'rules one'}>
        {rules.map((rule) => (
          <li key={rule.text} title={rule.text}>
            <Icon of={rule.broken ? X : Check} size="s" tone={rule.broken ? 'bad' : 'good'} />
            <span>{rule.text}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
