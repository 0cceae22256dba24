'use client';
import type { Group } from '@tailcamp/contracts';
import { useEffect, useState } from 'react';
import { useLocale, useT } from '@/lib/i18n/provider';
import { Card } from '@/ui/card';
import { Avatar, Tag } from '@/ui/marks';
import { MemberMenu } from './life/member-menu';

/** Who is in the group, the role each wished for, and what time it is where they are. */
export function Members({ group }: { group: Group }) {
  const t = useT();
  const staff = !group.members.some(({ isMe }) => isMe);
  return (
    <Card title={t('group.members')}>
      <ul className="members-wide pad-top">
        {group.members.map((member) => (
          <li key={member.memberId}>
            <Avatar of={{ id: member.memberId, name: member.name }} size="l" />
            <div className="grow">
              <div className="row">
                <b>{member.name}</b>
                {member.isMe && <Tag tone="accent">{t('group.you')}</Tag>}
                {member.memberId === group.leaderId && <Tag tone="info">{t('group.leads')}</Tag>}
              </div>
              {member.role && <span className="small muted">{member.role}</span>}
            </div>
            {member.timeZone && <TimeThere zone={member.timeZone} />}
            {group.closedAt === null && <MemberMenu group={group} member={member} staff={staff} />}
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** The time in a zone now; the browser's clock says it, so the server's paint leaves it out. */
function TimeThere({ zone }: { zone: string }) {
  const locale = useLocale();
  const [now, setNow] = useState<Date | null>(null);
  useEffect(() => {
    setNow(new Date());
    const timer = setInterval(() => setNow(new Date()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return (
    <span className="small muted num" title={zone}>
      {now ? new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: zone }).format(now) : zone}
    </span>
  );
}
