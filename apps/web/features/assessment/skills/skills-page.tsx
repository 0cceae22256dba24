'use client';
import { Download, FileUp, Plus, Workflow } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useGiven, useRead } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { Button } from '@/ui/button';
import { Card, Title } from '@/ui/card';
import { Chip, Segmented } from '@/ui/choice';
import { Icon } from '@/ui/icon';
import { Menu } from '@/ui/menu';
import { Page } from '@/ui/shell/page';
import { Bones, Empty } from '@/ui/states';
import { ImportDialog } from '../files/import-dialog';
import { saveFile } from '../files/save-file';
import { StaffTabs } from '../staff/staff-tabs';
import { SkillForm } from './skill-form';
import { SkillList } from './skill-list';
import { DomainLegend, SkillMap } from './skill-map';
import { SkillSheet } from './skill-sheet';

/** What a camp teaches and asks, track by track: skills, and what they rest on. */
export function SkillsPage({ campId, track: asked }: { campId: string; track: string | null }) {
  const t = useT();
  const camp = useGiven('camps.get', { campId });
  const { offered } = useGiven('assessmentSettings.get', { campId });
  const [chosen, setChosen] = useState(asked);
  const [importing, setImporting] = useState(false);
  const track = offered.find(({ id }) => id === chosen) ?? offered[0];
  const choose = (id: string) => {
    setChosen(id);
    window.history.replaceState(null, '', `?track=${id}`);
  };
  return (
    <Page crumbs={[{ label: camp.name, href: `/camps/${campId}` }, { label: t('staff.skills') }]}>
      <StaffTabs campId={campId} />
      {offered.length > 1 && (
        <div className="chips wrap">
          {offered.map(({ id, title, skills }) => (
            <Chip key={id} pressed={id === track?.id} count={skills} onPress={() => choose(id)}>
              {title}
            </Chip>
          ))}
        </div>
      )}
      {track === undefined ? (
        <Card label={t('staff.skills')}>
          <Empty
            icon={Workflow}
            title={t('skillMap.none')}
            action={
              <Button tone="primary" icon={FileUp} onClick={() => setImporting(true)}>
                {t('skillMap.import')}
              </Button>
            }
          >
            {t('skillMap.noneBecause')}
          </Empty>
        </Card>
      ) : (
        <TrackGraph key={track.id} campId={campId} track={track.id} onImport={() => setImporting(true)} />
      )}
      <ImportDialog
        what="skills"
        campId={campId}
        open={importing}
        onClose={() => setImporting(false)}
        suggested={track?.id ?? null}
      />
    </Page>
  );
}

type View = 'graph' | 'list';

function TrackGraph({ campId, track: id, onImport }: { campId: string; track: string; onImport: () => void }) {
  const t = useT();
  const { data: track } = useRead('skillGraph.track', { campId, track: id });
  const [view, setView] = useState<View>('graph');
  // Where a graph would be seen through a keyhole, the list says more; the server does not know the window.
  useEffect(() => {
    if (matchMedia('(max-width: 767px)').matches) setView('list');
  }, []);
  const [opened, setOpened] = useState<string | null>(null);
  const [editing, setEditing] = useState<{ skill: string | null } | null>(null);
  if (track === undefined) return <Bones label={t('state.loading')} rows={8} />;
  const { skills, domains } = track;
  const own = skills.filter(({ source }) => source === 'camp').length;
  const unasked = skills.filter(({ questions }) => questions === 0).length;
  const edited = skills.find((skill) => skill.id === editing?.skill) ?? null;
  const exporting = (name: 'skillGraph.exportCsv' | 'skillGraph.exportYaml') => () =>
    void saveFile(name, { campId, track: id });
  return (
    <>
      <Title
        lead={
          <>
            {unasked > 0 ? t('skillMap.unasked', { count: unasked }) : t('skillMap.allAsked')}
            {own > 0 && ` ${t('skillMap.ownSome', { count: own })}`}
          </>
        }
        actions={
          <div className="row wrap">
            <Button icon={FileUp} onClick={onImport}>
              {t('file.import')}
            </Button>
            <Menu
              className="btn"
              trigger={
                <>
                  <Icon of={Download} size="s" />
                  {t('file.export')}
                </>
              }
              items={[
                { label: t('file.asCsv'), onSelect: exporting('skillGraph.exportCsv') },
                { label: t('file.asYaml'), onSelect: exporting('skillGraph.exportYaml') },
              ]}
            />
            <Button tone="primary" icon={Plus} onClick={() => setEditing({ skill: null })}>
              {t('skillMap.add')}
            </Button>
          </div>
        }
      >
        {t('skillMap.title', { track: track.title, count: skills.length })}
      </Title>
      <div className="tools">
        <h2 className="grow h3">{t('skillMap.graph')}</h2>
        <Segmented<View>
          label={t('skillMap.view')}
          value={view}
          options={[
            { value: 'graph', label: t('skillMap.asGraph') },
            { value: 'list', label: t('skillMap.asList') },
          ]}
          onChange={setView}
        />
      </div>
      {view === 'graph' ? (
        <>
          <SkillMap skills={skills} domains={domains} onOpen={setOpened} />
          <DomainLegend domains={domains} />
        </>
      ) : (
        <SkillList track={track} onOpen={setOpened} />
      )}
      <SkillSheet
        campId={campId}
        track={track}
        open={opened}
        onOpen={setOpened}
        onEdit={(skill) => {
          setOpened(null);
          setEditing({ skill });
        }}
      />
      {editing !== null && (
        <SkillForm
          key={editing.skill ?? ''}
          campId={campId}
          track={track}
          before={edited}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  );
}
