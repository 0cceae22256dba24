'use client';
import type { ClassPath } from '@tailcamp/contracts';
import { Grid3x3 } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { useGiven, usePages } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { Button } from '@/ui/button';
import { Card, Title } from '@/ui/card';
import { Chip } from '@/ui/choice';
import { Page } from '@/ui/shell/page';
import { Because, Bones, Empty } from '@/ui/states';
import { ClassHeat } from './class-heat';
import { ExtendDialog, type Extending } from './extend-dialog';
import { PathSettings } from './path-settings';
import { StuckWords } from './stuck-words';

const ROWS = 50;
const STUCK_SHOWN = 6;

/** Where the class stands, skill by skill: who does not get on, with what, and more time for whoever needs it. */
export function ClassMapPage({ campId }: { campId: string }) {
  const t = useT();
  const camp = useGiven('camps.get', { campId });
  const { settings, offered } = useGiven('assessmentSettings.get', { campId });
  const [track, setTrack] = useState<string | null>(null);
  const [stuckOnly, setStuckOnly] = useState(false);
  const [extending, setExtending] = useState<Extending | null>(null);
  const asked = { campId, limit: ROWS, ...(track !== null && { track }), ...(stuckOnly && { stuck: 'true' }) };
  const pages = usePages('classPaths.get', asked);
  const { last, items } = pages;
  const titles = new Map(offered.map(({ id, title }) => [id, title]));
  const late = last?.skills.reduce((sum, skill) => sum + skill.late, 0) ?? 0;
  return (
    <Page crumbs={[{ label: camp.name, href: `/camps/${campId}` }, { label: t('nav.classMap') }]}>
      <Title lead={last && t('classMap.lead', { paths: last.withPath, count: last.students })}>
        {last === undefined
          ? t('nav.classMap')
          : last.withPath === 0
            ? t('classMap.noPaths')
            : last.stuck === 0
              ? t('classMap.titleFine')
              : t('classMap.title', { count: last.stuck, late })}
      </Title>
      <div className="chips">
        <Chip pressed={track === null} onPress={() => setTrack(null)}>
          {t('classMap.allPaths')}
        </Chip>
        {settings.tracks.map((id) => (
          <Chip key={id} pressed={id === track} onPress={() => setTrack(id)}>
            {titles.get(id) ?? id}
          </Chip>
        ))}
        <Chip pressed={stuckOnly} onPress={() => setStuckOnly(!stuckOnly)}>
          {t('classMap.stuckOnly')}
        </Chip>
      </div>
      <div className="two wide-right klass">
        {last === undefined ? (
          <Bones label={t('nav.classMap')} rows={8} />
        ) : last.skills.length === 0 || items.length === 0 ? (
          <Card label={t('nav.classMap')}>
            <Empty icon={Grid3x3} title={t(stuckOnly ? 'classMap.nobodyStuck' : 'classMap.empty')}>
              {t(stuckOnly ? 'classMap.nobodyStuckBecause' : 'classMap.emptyBecause')}
            </Empty>
          </Card>
        ) : (
          <div className="col">
            <ClassHeat campId={campId} skills={last.skills} students={items} onExtend={setExtending} />
            {pages.hasNextPage && (
              <Button className="more" busy={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
                {t('action.more')}
              </Button>
            )}
          </div>
        )}
        <div className="col">
          <StuckCard campId={campId} students={items.filter(({ stuck }) => stuck.length > 0)} />
          <PathSettings campId={campId} />
        </div>
      </div>
      {extending !== null && <ExtendDialog campId={campId} of={extending} onClose={() => setExtending(null)} />}
    </Page>
  );
}

function StuckCard({ campId, students }: { campId: string; students: readonly ClassPath[] }) {
  const t = useT();
  if (students.length === 0) return null;
  return (
    <Card title={t('classMap.stuckTitle')}>
      <ul className="risks">
        {students.slice(0, STUCK_SHOWN).map(({ memberId, name, stuck }) => (
          <li key={memberId}>
            <Link className="link" href={`/camps/${campId}/members/${memberId}/path`}>
              {name}
            </Link>
            {stuck.slice(0, 2).map((one) => (
              <Because key={one.kind === 'idle' ? 'idle' : `${one.kind} ${one.skill.id}`}>
                <StuckWords of={one} />
              </Because>
            ))}
          </li>
        ))}
      </ul>
      {students.length > STUCK_SHOWN && (
        <p className="foot small muted">{t('classMap.stuckMore', { count: students.length - STUCK_SHOWN })}</p>
      )}
    </Card>
  );
}
