'use client';
import type { Role, User } from '@tailcamp/contracts';
import { inWords } from '@/lib/api/problem';
import { useAnswers, useGiven, usePages, useWrite } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { Button } from '@/ui/button';
import { Card, Title } from '@/ui/card';
import { Avatar, Tag } from '@/ui/marks';
import { Page } from '@/ui/shell/page';
import { Table, Td, Th } from '@/ui/table';
import { useDates } from '@/ui/time';
import { toast } from '@/ui/toast-store';
import { checkInWords, detailInWords } from './health-words';
import { USERS_A_PAGE } from './users-a-page';

const ROLES: readonly Role[] = ['admin', 'instructor', 'student'];

export function Admin() {
  const t = useT();
  const users = usePages('identity.listUsers', USERS_A_PAGE);
  const count = users.items.length;
  return (
    <Page crumbs={[{ label: t('nav.home'), href: '/' }, { label: t('nav.admin') }]}>
      <Title lead={t('admin.lead')}>
        {users.hasNextPage ? t('admin.usersMany', { count }) : t('admin.usersTitle', { count })}
      </Title>
      <div className="two">
        <div className="col">
          <Table
            cards
            label={t('nav.admin')}
            head={
              <>
                <Th>{t('sign.name')}</Th>
                <Th>{t('sign.email')}</Th>
                <Th>{t('admin.since')}</Th>
                <Th>{t('admin.role')}</Th>
              </>
            }
          >
            {users.items.map((user) => (
              <UserRow key={user.id} user={user} />
            ))}
          </Table>
          {users.hasNextPage && (
            <Button className="more" busy={users.isFetchingNextPage} onClick={() => void users.fetchNextPage()}>
              {t('action.more')}
            </Button>
          )}
        </div>
        <System />
      </div>
    </Page>
  );
}

function UserRow({ user }: { user: User }) {
  const t = useT();
  const dates = useDates();
  const { refresh } = useAnswers();
  const change = useWrite('identity.changeRole');
  const me = useGiven('identity.me', {});
  const choose = (role: Role) =>
    change.mutate(
      { userId: user.id, role, version: user.version },
      {
        onSuccess: () => toast(t('admin.roleChanged', { name: user.name, role: t(`role.${role}`) })),
        onError: (error) => toast(inWords(error), { tone: 'bad' }),
        onSettled: () => refresh('identity.listUsers'),
      },
    );
  return (
    <tr>
      <Td className="lead-cell">
        <span className="row">
          <Avatar of={user} /> {user.name}
        </span>
      </Td>
      <Td className="muted">{user.email}</Td>
      <Td className="muted num">{dates.day(user.createdAt)}</Td>
      <Td className="act-cell">
        <select
          className="input compact"
          aria-label={t('admin.roleOf', { name: user.name })}
          value={change.isPending ? change.variables.role : user.role}
          disabled={user.id === me.id || change.isPending}
          onChange={(event) => choose(event.target.value as Role)}
        >
          {ROLES.map((role) => (
            <option key={role} value={role}>
              {t(`role.${role}`)}
            </option>
          ))}
        </select>
      </Td>
    </tr>
  );
}

function System() {
  const t = useT();
  const health = useGiven('system.health', {});
  const well = health.status === 'ok';
  return (
    <Card title={well ? t('admin.healthy') : t('admin.unhealthy')}>
      <div className="pad">
        <p className="note muted">{t('admin.version', { version: health.version, role: health.role })}</p>
        <dl className="checks" aria-label={t('admin.system')}>
          {Object.entries(health.checks).map(([name, check]) => (
            <div key={name}>
              <dt>{checkInWords(t, name)}</dt>
              <dd>
                <Tag tone={check.ok ? 'good' : 'bad'}>{check.ok ? t('admin.ok') : t('admin.down')}</Tag>
              </dd>
              {check.detail && <dd className="small muted">{detailInWords(t, check.detail)}</dd>}
            </div>
          ))}
        </dl>
      </div>
    </Card>
  );
}
