'use client';
import type { Camp } from '@tailcamp/contracts';
import { Plus, Tent } from 'lucide-react';
import { useState } from 'react';
import { useGiven, useRead } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { Button } from '@/ui/button';
import { Card, Title } from '@/ui/card';
import { Page } from '@/ui/shell/page';
import { Empty } from '@/ui/states';
import { CampCard } from './camp-card';
import { CampForm } from './camp-form';
import { GROUP_COUNT, LOOKED_INTO } from './home-reads';
import { MyGroups } from './my-groups';

export function StaffHome({ camps }: { camps: readonly Camp[] }) {
  const t = useT();
  const me = useGiven('identity.me', {});
  const [making, setMaking] = useState(false);
  const waiting = useWaiting(camps);
  const newCamp = me.role !== 'student' && (
    <Button icon={Plus} onClick={() => setMaking(true)}>
      {t('home.newCamp')}
    </Button>
  );
  return (
    <Page crumbs={[{ label: t('nav.home') }]} actions={camps.length > 0 ? newCamp : null}>
      <HomeTitle camps={camps} waiting={waiting} />
      {camps.length === 0 ? (
        <Card label={t('home.camps')}>
          <Empty
            icon={Tent}
            title={t('home.empty')}
            action={
              <Button tone="primary" onClick={() => setMaking(true)}>
                {t('home.newCamp')}
              </Button>
            }
          >
            {t('home.emptyLead')}
          </Empty>
        </Card>
      ) : (
        <ul className="deck" aria-label={t('home.camps')}>
          {camps.map((camp, index) => (
            <CampCard
              key={camp.id}
              camp={camp}
              waits={waiting.has(camp.id)}
              first={waiting.has(camp.id) && index === camps.findIndex(({ id }) => waiting.has(id))}
            />
          ))}
        </ul>
      )}
      <MyGroups />
      <CampForm open={making} onClose={() => setMaking(false)} />
    </Page>
  );
}

function HomeTitle({ camps, waiting }: { camps: readonly Camp[]; waiting: ReadonlySet<string> }) {
  const t = useT();
  const students = camps.filter(({ id }) => waiting.has(id)).reduce((sum, camp) => sum + camp.students, 0);
  if (camps.length === 0) return <Title lead={t('home.emptyLead')}>{t('home.empty')}</Title>;
  if (students > 0) return <Title>{t('home.waiting', { count: students })}</Title>;
  const filled = camps.filter((camp) => camp.students > 0).length;
  if (filled === 0) return <Title>{t('home.noStudents')}</Title>;
  return <Title>{t('home.allMatched', { count: filled })}</Title>;
}

/** The camps that have students and no groups yet. */
function useWaiting(camps: readonly Camp[]): ReadonlySet<string> {
  const looked = camps.filter(({ myRole }) => myRole !== 'student').slice(0, LOOKED_INTO);
  const ids = looked.map(({ id }) => id);
  const totals = [
    useTotal(ids[0]),
    useTotal(ids[1]),
    useTotal(ids[2]),
    useTotal(ids[3]),
    useTotal(ids[4]),
    useTotal(ids[5]),
  ];
  return new Set(looked.filter((camp, index) => camp.students > 0 && totals[index] === 0).map(({ id }) => id));
}

function useTotal(campId: string | undefined): number | null {
  const { data } = useRead('groups.list', { campId: campId ?? '', ...GROUP_COUNT }, { enabled: campId !== undefined });
  return data?.total ?? null;
}
