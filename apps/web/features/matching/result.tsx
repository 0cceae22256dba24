'use client';
import type { MatchReport, Run } from '@tailcamp/contracts';
import { LayoutGrid, Rows3 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useT } from '@/lib/i18n/provider';
import { Chip, Segmented } from '@/ui/choice';
import { CohortCard } from './cohort-card';
import { Explanation } from './explanation';
import { GroupDeck } from './group-deck';
import { ranked } from './ranked';
import { FormedBy, Notices, Problems } from './result-problems';
import { ScoreMap } from './score-map';

type Order = 'worst' | 'name';
type View = 'cards' | 'table';

/** A finished run: the whole camp in one card, then its groups, worst first, each with its reasons. */
export function Result({ run, report }: { run: Run; report: MatchReport }) {
  const t = useT();
  const [order, setOrder] = useState<Order>('worst');
  const [view, setView] = useState<View>('cards');
  const groups = useMemo(() => ranked(report.groups), [report.groups]);
  const [opened, setOpened] = useState<string | null>(groups[0]?.name ?? null);
  // On the phone the explanation comes up as a sheet, and only when it was asked for.
  const [asked, setAsked] = useState(false);
  const open = (name: string) => {
    setOpened(name);
    setAsked(true);
  };
  const shown = order === 'worst' ? groups : [...groups].sort((a, b) => a.number - b.number);
  const group = shown.find(({ name }) => name === opened);
  const students = t('count.students', { count: run.students });
  const count = report.groups.length;
  const step = (by: number) => {
    const at = shown.findIndex(({ name }) => name === opened);
    setOpened(shown[(at + by + shown.length) % shown.length]?.name ?? null);
  };
  return (
    <>
      <h1 className="sr">{t('run.h1', { number: run.number, students, groups: t('count.groups', { count }) })}</h1>
      <CohortCard run={run} report={report} />
      <Problems run={run} report={report} />
      <div className="work">
        <section aria-labelledby="groups-head">
          <div className="tools">
            <h2 id="groups-head">
              {t('result.groups', { count })} <span className="muted">{t('result.nobodyLeft', { students })}</span>
            </h2>
            <span className="grow" />
            {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would bring its own frame; the role says the same */}
            <div className="chips" role="group" aria-label={t('result.show')}>
              <Chip pressed={order === 'worst'} onPress={() => setOrder('worst')}>
                {t('result.worstFirst')}
              </Chip>
              <Chip pressed={order === 'name'} onPress={() => setOrder('name')}>
                {t('result.byName')}
              </Chip>
            </div>
            <Segmented
              label={t('result.view')}
              value={view}
              onChange={setView}
              options={[
                { value: 'cards', label: t('result.cards'), icon: LayoutGrid },
                { value: 'table', label: t('result.table'), icon: Rows3 },
              ]}
            />
          </div>
          {view === 'cards' ? (
            <GroupDeck groups={shown} names={run.names} free={run.free} opened={opened} onOpen={open} />
          ) : (
            <ScoreMap groups={shown} onOpen={open} />
          )}
        </section>
        {group && (
          <Explanation
            group={group}
            names={run.names}
            pairs={run.pairs[group.name] ?? null}
            free={run.free[group.name] ?? null}
            onStep={step}
            asked={asked}
            onClose={() => {
              setOpened(null);
              setAsked(false);
            }}
          />
        )}
      </div>
      <Notices notices={report.notices} />
      <FormedBy solver={run.solver} />
    </>
  );
}
