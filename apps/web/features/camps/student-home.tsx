'use client';
import type { Camp } from '@tailcamp/contracts';
import { Tent } from 'lucide-react';
import { useGiven } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { ButtonLink } from '@/ui/button';
import { Card, Title } from '@/ui/card';
import { Page } from '@/ui/shell/page';
import { Because, Empty } from '@/ui/states';
import { QueueLink } from '../queue/queue-link';
import { MyGroup } from './my-group';
import { MyGroups } from './my-groups';

/** Somebody waits in one camp, or in a few. */
const QUEUES_SHOWN = 3;

/** A student's home: the group, or what it waits for. */
export function StudentHome({ camps }: { camps: readonly Camp[] }) {
  const t = useT();
  const { items: groups } = useGiven('groups.mine', {});
  const { version } = useGiven('camps.myProfile', {});
  const [mine, ...others] = groups;
  const profile = (tone?: 'primary') => (
    <ButtonLink tone={tone} href="/profile">
      {t('home.fillProfile')}
    </ButtonLink>
  );
  if (!mine) {
    const title = t(camps.length > 0 ? 'home.studentWaiting' : 'home.studentNone');
    return (
      <Page crumbs={[{ label: t('nav.home') }]}>
        <Title actions={camps.slice(0, QUEUES_SHOWN).map(({ id }) => <QueueLink key={id} campId={id} />)}>
          {title}
        </Title>
        <Card label={title}>
          <Empty
            icon={Tent}
            title={version === 0 ? t('profile.titleEmpty') : (camps[0]?.name ?? title)}
            action={version === 0 && camps.length === 0 ? profile('primary') : profile()}
          >
            {version === 0 ? `${t('home.profileBecause')} ` : ''}
            {t(camps.length > 0 ? 'home.studentWaitingLead' : 'home.studentNoneLead')}
          </Empty>
        </Card>
      </Page>
    );
  }
  return (
    <Page crumbs={[{ label: t('nav.home') }]}>
      <Title
        lead={camps.map(({ name }) => name).join(', ')}
        actions={
          <ButtonLink tone="primary" icon={Tent} href={`/groups/${mine.id}`}>
            {t('camp.openGroup')}
          </ButtonLink>
        }
      >
        {t('home.studentGroup', { count: groups.length, name: mine.name })}
      </Title>
      <MyGroup of={mine}>
        {version === 0 && (
          <Card className="padded">
            <Because>
              <b>{t('profile.titleEmpty')}</b> {t('home.profileBecause')}
            </Because>
            {profile()}
          </Card>
        )}
      </MyGroup>
      {others.length > 0 && <MyGroups />}
    </Page>
  );
}
