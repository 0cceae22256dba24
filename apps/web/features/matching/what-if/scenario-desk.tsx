'use client';
import type { Camp, Run, Scenario } from '@tailcamp/contracts';
import { useMemo, useState } from 'react';
import type { Output } from '@/lib/api/names';
import { useRead } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { Button } from '@/ui/button';
import { Chip } from '@/ui/choice';
import { Tag } from '@/ui/marks';
import { Page } from '@/ui/shell/page';
import { Banner, Bones } from '@/ui/states';
import { CohortCard } from '../cohort-card';
import { Explanation } from '../explanation';
import { LiveRun } from '../live-run';
import { ranked } from '../ranked';
import { DeskDeck } from './desk-deck';
import { LiftSaid } from './lift-said';
import { MoveSheet } from './move-sheet';
import { PlacesSection } from './places-section';
import { previewed } from './previewed';
import { ScenarioFoot } from './scenario-foot';
import { ScenarioMenu } from './scenario-menu';
import { useSolveRest } from './solve-rest';
import { SolvingCard } from './solving-card';
import { type Desk, useDesk, worstFirst } from './use-desk';

interface ScenarioDeskProps {
  camp: Camp;
  run: Run;
  scenario: Scenario;
  input: Output<'scenarios.input'>;
}

/** A result on the desk: carry, lock, undo, solve the rest, publish; every score moves at once. */
export function ScenarioDesk({ camp, run, scenario, input }: ScenarioDeskProps) {
  const t = useT();
  const desk = useDesk(run, scenario, input);
  const rest = useSolveRest(desk);
  const at = `/camps/${camp.id}/matching`;
  return (
    <Page
      crumbs={[
        { label: t('nav.matching'), href: at },
        { label: t('run.crumb', { number: run.number }), href: `${at}/${run.id}` },
        { label: desk.now.name },
      ]}
      mark={
        <Tag tone={scenario.published && desk.steps === 0 ? 'good' : undefined}>
          {t(scenario.published && desk.steps === 0 ? 'whatIf.published' : 'whatIf.draft')}
        </Tag>
      }
      className="match"
      actions={<ScenarioMenu desk={desk} camp={camp} />}
      foot={<ScenarioFoot desk={desk} rest={rest} />}
    >
      <h1 className="sr">
        {t('whatIf.h1', {
          name: desk.now.name,
          students: t('count.students', { count: run.students }),
          groups: t('count.groups', { count: desk.now.groups.length }),
        })}
      </h1>
      <DeskBanners desk={desk} engine={input.engine} />
      {rest.here && <SolvingCard solving={rest.here} onStop={rest.stop} />}
      {rest.there && <SolvingThere campId={camp.id} runId={rest.there} />}
      {desk.shown === null ? (
        desk.refused === null && <Bones label={t('whatIf.loading')} rows={8} />
      ) : (
        <Standing desk={desk} />
      )}
      <MoveSheet desk={desk} />
      <LiftSaid desk={desk} />
    </Page>
  );
}

function SolvingThere(asked: { campId: string; runId: string }) {
  const { data } = useRead('matching.get', asked);
  return data ? <LiveRun run={data} /> : null;
}

/** What is in the way of going on, with the way on. */
function DeskBanners({ desk, engine }: { desk: Desk; engine: string }) {
  const t = useT();
  return (
    <>
      {desk.refused && (
        <Banner
          action={
            <Button size="small" onClick={() => desk.edit({ ...desk.now, policy: null }, t('whatIf.didPolicy'))}>
              {t('whatIf.runPolicy')}
            </Button>
          }
        >
          {t('whatIf.policyRefused', { reason: desk.refused })}
        </Banner>
      )}
      {desk.version !== null && desk.version !== engine && (
        <Banner calm>{t('whatIf.otherEngine', { number: desk.run.number })}</Banner>
      )}
      {desk.saving === 'failed' && (
        <Banner
          action={
            <Button size="small" onClick={() => void desk.flush()}>
              {t('action.retry')}
            </Button>
          }
        >
          {t('whatIf.failedBanner')}
        </Banner>
      )}
      {desk.theirs && (
        <Banner
          action={
            <span className="row">
              <Button size="small" onClick={desk.takeTheirs}>
                {t('whatIf.takeTheirs')}
              </Button>
              <Button size="small" onClick={desk.keepMine}>
                {t('whatIf.keepMine')}
              </Button>
            </span>
          }
        >
          {t('whatIf.staleBanner')}
        </Banner>
      )}
    </>
  );
}

type Filter = 'all' | 'changed' | 'locked';

/** The whole camp in one card, then the groups, then why the opened one scores as it does. */
function Standing({ desk }: { desk: Desk }) {
  const t = useT();
  const { run, now, shown, changed, opened } = desk;
  const [filter, setFilter] = useState<Filter>('all');
  const [asked, setAsked] = useState(false);
  const evaluation = shown ?? { objective: 0, worst: 0, groups: [], hardViolations: [] };
  const standing = desk.standing ?? evaluation;
  const ranks = useMemo(() => ranked(standing.groups), [standing.groups]);
  const groups = useMemo(
    () => previewed(ranks, standing.groups, evaluation.groups),
    [ranks, standing.groups, evaluation.groups],
  );
  const byName = new Map(groups.map((group) => [group.name, group]));
  const report = useMemo(() => reportOf(desk, evaluation), [desk, evaluation]);
  const lockedGroups = now.groups.filter(
    ({ name, members }) =>
      now.locked.groups.includes(name) || members.some((member) => now.locked.members.includes(member)),
  );
  const changedGroups = now.groups.filter(({ members }) => members.some((member) => changed.has(member)));
  const kept =
    filter === 'all' ? null : new Set((filter === 'changed' ? changedGroups : lockedGroups).map((g) => g.name));
  const shownGroups = desk.order.flatMap((name) => (kept === null || kept.has(name) ? (byName.get(name) ?? []) : []));
  const group = byName.get(opened ?? '');
  const step = (by: number) => {
    const at = desk.order.indexOf(opened ?? '');
    desk.open(desk.order[(at + by + desk.order.length) % desk.order.length] ?? null);
  };
  const pressed = (which: Filter) => setFilter(filter === which ? 'all' : which);
  return (
    <>
      <CohortCard run={{ ...run, policy: desk.policy, previous: asPrevious(run) }} report={report} />
      <div className={group ? 'work' : 'work alone'}>
        <section aria-labelledby="groups-head">
          <div className="tools">
            <h2 id="groups-head">
              {t('result.groups', { count: now.groups.length })}{' '}
              <span className="muted">
                {t('result.nobodyLeft', { students: t('count.students', { count: run.students }) })}
              </span>
            </h2>
            <span className="grow" />
            {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would bring its own frame; the role says the same */}
            <div className="chips" role="group" aria-label={t('result.show')}>
              <Chip
                pressed={desk.standing !== null && desk.order.join() === worstFirst(desk.standing).join()}
                onPress={() => desk.standing && desk.setOrder(worstFirst(desk.standing))}
              >
                {t('result.worstFirst')}
              </Chip>
              <Chip pressed={filter === 'changed'} count={changedGroups.length} onPress={() => pressed('changed')}>
                {t('whatIf.changed')}
              </Chip>
              <Chip pressed={filter === 'locked'} count={lockedGroups.length} onPress={() => pressed('locked')}>
                {t('whatIf.locked')}
              </Chip>
            </div>
          </div>
          {shownGroups.length === 0 ? (
            <p className="note muted">
              {filter === 'changed' ? t('whatIf.noneChanged', { number: run.number }) : t('whatIf.noneLocked')}
            </p>
          ) : (
            <DeskDeck
              desk={{
                ...desk,
                open: (name) => {
                  desk.open(name);
                  setAsked(true);
                },
              }}
              groups={shownGroups}
            />
          )}
        </section>
        {group && (
          <Explanation
            group={group}
            names={run.names}
            pairs={null}
            onStep={step}
            asked={asked}
            onClose={() => {
              desk.open(null);
              setAsked(false);
            }}
          >
            <PlacesSection desk={desk} name={group.name} />
          </Explanation>
        )}
      </div>
    </>
  );
}

/** The run's own figures are what a scenario is held against. */
const asPrevious = ({ number, objective, worst }: Run): Run['previous'] => ({
  number,
  objective: objective ?? 0,
  worst: worst ?? 0,
});

/** The scores as a report: the run's bound still bounds every grouping by the same policy. */
function reportOf({ run, now }: Desk, { objective, groups, hardViolations }: NonNullable<Desk['shown']>) {
  const { conflict: _, ...report } = run.report ?? EMPTY_REPORT;
  const bound = now.policy === null ? report.bound : null;
  const gap = bound === null || bound === 0 ? null : Math.max(0, (bound - objective) / bound);
  return { ...report, objective, bound, gap, groups: [...groups], hardViolations: [...hardViolations] };
}

const EMPTY_REPORT: NonNullable<Run['report']> = {
  engine: '',
  seed: 0,
  moves: 0,
  stoppedBy: 'moves',
  objective: 0,
  bound: null,
  gap: null,
  hardViolations: [],
  groups: [],
  notices: [],
  seconds: 0,
};
