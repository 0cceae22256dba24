'use client';
import { Route } from 'lucide-react';
import { useGiven } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { ButtonLink } from '@/ui/button';
import { Card, Title } from '@/ui/card';
import { Page } from '@/ui/shell/page';
import { Because, Empty } from '@/ui/states';
import { useDates } from '@/ui/time';
import { Weeks } from '../path/weeks';
import { StuckWords } from './stuck-words';

/** The path of a student, for staff. */
export function MemberPathPage({ campId, memberId }: { campId: string; memberId: string }) {
  const t = useT();
  const dates = useDates();
  const camp = useGiven('camps.get', { campId });
  const { name, path, stuck, today } = useGiven('classPaths.of', { campId, memberId });
  const crumbs = [
    { label: camp.name, href: `/camps/${campId}` },
    { label: t('nav.classMap'), href: `/camps/${campId}/class` },
    { label: name },
  ];
  if (path === null) {
    return (
      <Page crumbs={crumbs}>
        <Title>{t('classMap.pathOf', { name })}</Title>
        <Card label={t('nav.path')}>
          <Empty icon={Route} title={t('classMap.noPath')}>
            {t('classMap.emptyBecause')}
          </Empty>
        </Card>
      </Page>
    );
  }
  return (
    <Page crumbs={crumbs}>
      <Title
        lead={
          path.endsOn === null
            ? t('path.leadDone', { known: path.known })
            : t('classMap.pathLead', {
                done: path.done,
                count: path.steps.length,
                known: path.known,
                day: dates.calendarDay(path.endsOn),
              })
        }
        actions={<ButtonLink href={`/camps/${campId}/members/${memberId}/skills`}>{t('nav.skills')}</ButtonLink>}
      >
        {t('classMap.pathOf', { name })}
      </Title>
      {stuck.length > 0 && (
        <Card title={t('classMap.inTheWay')}>
          <div className="pad standing">
            {stuck.map((one) => (
              <Because key={one.kind === 'idle' ? 'idle' : `${one.kind} ${one.skill.id}`}>
                <StuckWords of={one} />
              </Because>
            ))}
          </div>
        </Card>
      )}
      <Weeks campId={campId} path={path} today={today} at={null} />
    </Page>
  );
}
