'use client';
import Link from 'next/link';
import { useRead } from '@/lib/api/query';
import { useLocale, useT } from '@/lib/i18n/provider';
import { Card } from '@/ui/card';
import { Stack } from '@/ui/marks';
import { GroupFace } from './group-face';

/** The groups of the past: what they made can still be read. Nothing where there are none. */
export function ClosedGroups({ campId }: { campId: string }) {
  const t = useT();
  const locale = useLocale();
  const { data } = useRead('groups.closed', { campId });
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
  if (data === undefined || data.items.length === 0) return null;
  return (
    <Card title={t('groups.closed')}>
      <ul className="plain closed-groups">
        {data.items.map((group) => (
          <li key={group.id} className="whole-link">
            <GroupFace of={group} />
            <span className="grow clip">
              <Link href={`/groups/${group.id}`} prefetch={false}>
                {group.name}
              </Link>
            </span>
            <Stack of={group.members.map(({ memberId, name }) => ({ id: memberId, name }))} />
            {group.closedAt && <span className="small muted num">{day.format(new Date(group.closedAt))}</span>}
          </li>
        ))}
      </ul>
    </Card>
  );
}
