'use client';
import type { Camp } from '@tailcamp/contracts';
import { Tent } from 'lucide-react';
import { useGiven } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { ButtonLink } from '@/ui/button';
import { Card, Title } from '@/ui/card';
import { Page } from '@/ui/shell/page';
import { Because, Empty } from '@/ui/states';
import { MyGroups } from './my-groups';

/** A student's home: the group, or what it waits for. */
export function StudentHome({ camps }: { camps: readonly Camp[] }) {
  const t = useT();
  const { items: groups } = useGiven('groups.mine', {});
  const { version } = useGiven('camps.myProfile', {});
  const profile = (tone?: 'primary') => (
    <ButtonLink tone={tone} href="/profile">
      {t('home.fillProfile')}
    </ButtonLink>
  );
  const title =
    groups.length > 0
      ? t('home.studentGroup', { count: groups.length, name: groups[0]?.name ?? '' })
      : t(camps.length > 0 ? 'home.studentWaiting' : 'home.studentNone');
  return (
    <Page crumbs={[{ label: t('nav.home') }]}>
      <Title lead={groups.length > 0 ? camps.map(({ name }) => name).join(', ') : undefined}>{title}</Title>
      {groups.length === 0 && (
        <Card label={title}>
          <Empty
            icon={Tent}
            title={version === 0 ? t('profile.titleEmpty') : (camps[0]?.name ?? title)}
            action={version === 0 ? profile('primary') : profile()}
          >
            {version === 0 ? `${t('home.profileBecause')} ` : ''}
            {t(camps.length > 0 ? 'home.studentWaitingLead' : 'home.studentNoneLead')}
          </Empty>
        </Card>
      )}
      <MyGroups />
      {version === 0 && groups.length > 0 && (
        <Card className="padded">
          <Because>
            <b>{t('profile.titleEmpty')}</b> {t('home.profileBecause')}
          </Because>
          {profile()}
        </Card>
      )}
    </Page>
  );
}
