'use client';
import { FileUp, Shuffle, Tent } from 'lucide-react';
import { useGiven, usePages } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { Button, ButtonLink } from '@/ui/button';
import { Card, Title } from '@/ui/card';
import { score } from '@/ui/format';
import { Page } from '@/ui/shell/page';
import { Empty } from '@/ui/states';
import { ClosedGroups } from './closed-groups';
import { ExportMenu } from './export-menu';
import { GroupCard } from './group-card';
import { GROUPS_A_PAGE } from './groups-a-page';

/** The groups of a camp, one's own first. */
export function Groups({ campId }: { campId: string }) {
  const t = useT();
  const camp = useGiven('camps.get', { campId });
  const groups = usePages('groups.list', { campId, ...GROUPS_A_PAGE });
  const staff = camp.myRole !== 'student';
  const worst = Math.min(...groups.items.map(({ score }) => score));
  const mine = (group: (typeof groups.items)[number]) => group.members.some(({ isMe }) => isMe);
  const ordered = [...groups.items.filter(mine), ...groups.items.filter((group) => !mine(group))];
  const total = groups.last?.total ?? 0;
  // Only who sees all of them can say which is the weakest; to students it is nobody's business.
  const whole = staff && !groups.hasNextPage;
  const own = !staff && total === 1 ? ordered.find(mine) : undefined;
  return (
    <Page
      crumbs={[{ label: camp.name, href: `/camps/${campId}` }, { label: t('nav.groups') }]}
      actions={staff && total > 0 && <ExportMenu name="groups.export" of={{ campId }} />}
    >
      {total === 0 ? (
        <>
          <Title>{t('groups.empty')}</Title>
          <Card label={t('nav.groups')}>
            <Empty
              icon={Tent}
              title={t('groups.empty')}
              action={
                !staff ? null : camp.students > 0 ? (
                  <ButtonLink tone="primary" icon={Shuffle} href={`/camps/${campId}/matching`}>
                    {t('camp.match', { students: t('count.students', { count: camp.students }) })}
                  </ButtonLink>
                ) : (
                  <ButtonLink tone="primary" icon={FileUp} href={`/camps/${campId}/import`}>
                    {t('camp.importDo')}
                  </ButtonLink>
                )
              }
            >
              {t(staff ? 'groups.emptyLead' : 'groups.emptyStudent')}
            </Empty>
          </Card>
        </>
      ) : (
        <>
          <Title lead={t('groups.lead')}>
            {whole && total > 1
              ? t('groups.titleWorst', { groups: t('count.groups', { count: total }), worst: score(worst, 3) })
              : own
                ? t('home.studentGroup', { count: 1, name: own.name })
                : t('groups.title', { count: total })}
          </Title>
          <ul className="deck">
            {ordered.map((group) => (
              <GroupCard key={group.id} group={group} tail={whole && total > 1 && group.score === worst} />
            ))}
          </ul>
          {groups.hasNextPage && (
            <Button className="more" busy={groups.isFetchingNextPage} onClick={() => void groups.fetchNextPage()}>
              {t('action.more')}
            </Button>
          )}
        </>
      )}
      <ClosedGroups campId={campId} />
    </Page>
  );
}
