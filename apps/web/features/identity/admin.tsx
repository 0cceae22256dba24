'use client';
import type { Role, User } from '@tailcamp/contracts';
import { inWords } from '@/lib/api/problem';
import { useAnswers, useGiven, usePages, useWrite } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { Button } from '@/ui/button';
import { Title } from '@/ui/card';
import { Avatar, Tag } from '@/ui/marks';
import { Page } from '@/ui/shell/page';
import { Table, Th } from '@/ui/table';
import { useDates } from '@/ui/time';
import { toast } from '@/ui/toast-store';
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
      <Table
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
      <System />
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
      <td>
        <span className="row">
          <Avatar of={user} /> {user.name}
        </span>
      </td>
      <td className="muted">{user.email}</td>
      <td className="muted num">{dates.day(user.createdAt)}</td>
      <td>
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
      </td>
    </tr>
  );
}

function System() {
  const t = useT();
  const health = useGiven('system.health', {});
  const well = health.status === 'ok';
  return (
    <>
      <div>
        <h2>{well ? t('admin.healthy') : t('admin.unhealthy')}</h2>
        <p className="note muted">{t('admin.version', { version: health.version, role: health.role })}</p>
      </div>
      <Table
        label={t('admin.system')}
        head={
          <>
            <Th>{t('admin.check')}</Th>
            <Th>{t('admin.state')}</Th>
          </>
        }
      >
        {Object.entries(health.checks).map(([name, check]) => (
          <tr key={name}>
            <td>{name}</td>
            <td>
              <Tag tone={check.ok ? 'good' : 'bad'}>{check.ok ? t('admin.ok') : t('admin.down')}</Tag>{' '}
              <span className="muted">{check.detail}</span>
            </td>
          </tr>
        ))}
      </Table>
    </>
  );
}
