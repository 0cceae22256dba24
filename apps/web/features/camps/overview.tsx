'use client';
import type { Camp } from '@tailcamp/contracts';
import { FileUp, Tent } from 'lucide-react';
import { useGiven } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { ButtonLink } from '@/ui/button';
import { Card, Title } from '@/ui/card';
import { Tag } from '@/ui/marks';
import { Page } from '@/ui/shell/page';
import { Empty } from '@/ui/states';
import { LatestRunCard } from '../matching/latest-run-card';
import { MatchButton } from '../matching/match-button';
import { PolicyCard } from '../matching/policy-card';
import { QueueLink } from '../queue/queue-link';
import { useCampDates } from './camp-dates';
import { CampMenu } from './camp-menu';
import { GROUP_COUNT } from './home-reads';
import { JoinCard } from './join-card';
import { MyGroup } from './my-group';
import { StaffCard, StaffList } from './staff-card';

export function CampOverview({ campId }: { campId: string }) {
  const camp = useGiven('camps.get', { campId });
  return camp.myRole === 'student' ? <StudentOverview camp={camp} /> : <StaffOverview camp={camp} />;
}

function StaffOverview({ camp }: { camp: Camp }) {
  const t = useT();
  const dates = useCampDates(camp);
  const { total: groups } = useGiven('groups.list', { campId: camp.id, ...GROUP_COUNT });
  const students = t('count.students', { count: camp.students });
  const title =
    camp.students === 0
      ? t('camp.emptyTitle')
      : groups > 0
        ? t('camp.groupsTitle', { count: groups, students })
        : t('camp.readyTitle', { count: camp.students });
  const next =
    camp.students === 0 ? (
      <ButtonLink tone="primary" icon={FileUp} href={`/camps/${camp.id}/import`}>
        {t('camp.importDo')}
      </ButtonLink>
    ) : groups > 0 ? (
      <ButtonLink tone="primary" icon={Tent} href={`/camps/${camp.id}/groups`}>
        {t('result.openGroups')}
      </ButtonLink>
    ) : (
      <MatchButton camp={camp} />
    );
  return (
    <Page
      crumbs={[{ label: t('nav.home'), href: '/' }, { label: camp.name }]}
      mark={camp.demo ? <Tag tone="info">{t('camp.demo')}</Tag> : undefined}
      actions={<CampMenu camp={camp} />}
    >
      <Title lead={camp.students === 0 ? t('camp.emptyLead') : (dates ?? undefined)} actions={next}>
        {title}
      </Title>
      <div className="two">
        <div className="col">
          <PolicyCard campId={camp.id} />
          <LatestRunCard campId={camp.id} />
        </div>
        <div className="col">
          <JoinCard camp={camp} />
          <StaffCard camp={camp} />
        </div>
      </div>
    </Page>
  );
}

function StudentOverview({ camp }: { camp: Camp }) {
  const t = useT();
  const { items } = useGiven('groups.mine', {});
  const mine = items.find(({ campId }) => campId === camp.id);
  const dates = useCampDates(camp);
  return (
    <Page crumbs={[{ label: t('nav.home'), href: '/' }, { label: camp.name }]}>
      <Title
        lead={dates ?? camp.name}
        actions={
          mine && (
            <ButtonLink tone="primary" icon={Tent} href={`/groups/${mine.id}`}>
              {t('camp.openGroup')}
            </ButtonLink>
          )
        }
      >
        {mine ? t('camp.studentTitle', { name: mine.name }) : t('home.studentWaiting')}
      </Title>
      {mine ? (
        <MyGroup of={mine}>
          <StaffList camp={camp} />
        </MyGroup>
      ) : (
        <Card label={t('camp.yourGroup')}>
          <Empty
            icon={Tent}
            title={t('home.studentWaiting')}
            action={
              <div className="row wrap">
                <QueueLink campId={camp.id} />
                <ButtonLink href="/profile">{t('home.fillProfile')}</ButtonLink>
              </div>
            }
          >
            {t('home.studentWaitingLead')}
          </Empty>
        </Card>
      )}
      {!mine && <StaffList camp={camp} />}
    </Page>
  );
}
