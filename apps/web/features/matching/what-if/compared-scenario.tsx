'use client';
import type { Run } from '@tailcamp/contracts';
import type { Evaluation } from '@tailcamp/matching';
import Link from 'next/link';
import { useT } from '@/lib/i18n/provider';
import { Card } from '@/ui/card';
import { TailStrip } from '@/ui/charts/tail-strip';
import { classes } from '@/ui/class-names';
import { score } from '@/ui/format';
import { Avatar } from '@/ui/marks';
import { shortCriterion } from '../criterion-words';
import { type Fate, fates } from './losers';
import { isNothing, signed } from './signed';

/** An arrangement with its scores. */
export interface Scored extends Evaluation {
  id: string;
  name: string;
  /** Null for the run itself. */
  href: string | null;
}

const MOST_SHOWN = 12;

/** One arrangement beside another: the camp, the worst group, the rules, then who loses and who gains. */
export function ComparedScenario({ run, base, scored }: { run: Run; base: Scored; scored: Scored }) {
  const t = useT();
  const told = fates(base.groups, scored.groups);
  const losers = told.filter(({ change }) => change < 0);
  const winners = told.filter(({ change }) => change > 0).reverse();
  const scores = scored.groups.map((group) => group.score);
  const words = { count: scores.length, low: score(scored.worst, 3), high: score(Math.max(...scores), 3) };
  const title = scored.href === null ? scored.name : <Link href={scored.href}>{scored.name}</Link>;
  return (
    <Card title={title} className="compared">
      <div className="compared-body">
        <dl className="compared-figures">
          <Figure
            word={t('run.objective')}
            value={score(scored.objective, 4)}
            change={scored.objective - base.objective}
            digits={4}
          />
          <Figure
            word={t('run.worstGroup')}
            value={score(scored.worst, 3)}
            change={scored.worst - base.worst}
            digits={3}
            tail
          />
          <div>
            <dt>{t('whatIf.colBroken')}</dt>
            <dd className={classes('figure', 'num', scored.hardViolations.length > 0 && 'bad')}>
              {scored.hardViolations.length}
            </dd>
          </div>
        </dl>
        <TailStrip scores={scores} label={t('run.strip', words)} />
        <Fates
          run={run}
          title={t('whatIf.losers', { count: losers.length })}
          fates={losers}
          none={t('whatIf.nobodyLoses')}
        />
        {winners.length > 0 && (
          <Fates run={run} title={t('whatIf.winners', { count: winners.length })} fates={winners} />
        )}
        <GroupsThatDiffer base={base} scored={scored} />
      </div>
    </Card>
  );
}

function Figure(props: { word: string; value: string; change: number; digits: number; tail?: boolean }) {
  const { word, value, change, digits, tail } = props;
  return (
    <div>
      <dt>{word}</dt>
      <dd className={classes('figure', 'num', tail && 'ember')}>
        {value}{' '}
        {!isNothing(change, digits) && (
          <span className={`delta ${change > 0 ? 'good' : 'bad'}`}>{signed(change, digits)}</span>
        )}
      </dd>
    </div>
  );
}

/** Who, how much, and by which criterion most. */
function Fates(props: { run: Run; title: string; fates: readonly Fate[]; none?: string }) {
  const { run, title, fates: all, none } = props;
  const t = useT();
  if (all.length === 0) return <p className="note muted">{none}</p>;
  return (
    <section>
      <h3>{title}</h3>
      <ul className="fates plain">
        {all.slice(0, MOST_SHOWN).map(({ member, from, to, change, reason }) => {
          const name = run.names[member] ?? member;
          return (
            <li key={member}>
              <span className="row">
                <Avatar of={{ id: member, name }} size="s" />
                <span className="grow clip">{name}</span>
                <b className={classes('num', change < 0 ? 'bad' : 'good')}>{signed(change)}</b>
              </span>
              <span className="small muted">
                {from === to ? t('whatIf.stays', { group: to }) : t('whatIf.goes', { from, to })}
                {reason && ' · '}
                {reason &&
                  t('whatIf.because', {
                    name: shortCriterion(t, reason),
                    before: score(reason.before),
                    after: score(reason.after),
                  })}
              </span>
            </li>
          );
        })}
      </ul>
      {all.length > MOST_SHOWN && (
        <details>
          <summary className="small muted">+{all.length - MOST_SHOWN}</summary>
          <p className="small">
            {all
              .slice(MOST_SHOWN)
              .map(({ member, change }) => `${run.names[member] ?? member} ${signed(change)}`)
              .join(', ')}
          </p>
        </details>
      )}
    </section>
  );
}

function GroupsThatDiffer({ base, scored }: { base: Scored; scored: Scored }) {
  const t = useT();
  const was = new Map(base.groups.map((group) => [group.name, group]));
  const differing = scored.groups.flatMap((group) => {
    const old = was.get(group.name);
    const same = old !== undefined && [...old.members].sort().join() === [...group.members].sort().join();
    return same ? [] : [{ name: group.name, before: old?.score ?? null, after: group.score }];
  });
  if (differing.length === 0) return <p className="note muted">{t('whatIf.sameGroups')}</p>;
  return (
    <section>
      <h3>{t('whatIf.changedGroups')}</h3>
      <dl className="differing">
        {differing.map(({ name, before, after }) => (
          <div key={name}>
            <dt className="clip">{name}</dt>
            <dd className="num">
              {before !== null && <s className="muted">{score(before, 3)}</s>}{' '}
              <span
                className={before === null || isNothing(after - before) ? undefined : after > before ? 'good' : 'bad'}
              >
                {score(after, 3)}
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
