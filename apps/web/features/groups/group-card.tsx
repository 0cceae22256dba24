'use client';
import type { GroupSummary } from '@tailcamp/contracts';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { useT } from '@/lib/i18n/provider';
import { classes } from '@/ui/class-names';
import { score } from '@/ui/format';
import { Avatar, Tag } from '@/ui/marks';
import { GroupFace } from './group-face';
import { groupInWords } from './group-words';

/** A group at a glance: its name, who is in it, its score. The card is the target. */
export function GroupCard(props: { group: GroupSummary; about?: ReactNode; tail?: boolean }) {
  const { group, tail } = props;
  const t = useT();
  const mine = group.members.some(({ isMe }) => isMe);
  return (
    <li className={classes('card', 'group', 'whole-link')}>
      <div className="group-head">
        {group.avatar && <GroupFace of={group} />}
        <div className="grow">
          <h2 className="h3">
            <Link href={`/groups/${group.id}`} prefetch={false}>
              {group.name}
            </Link>
          </h2>
          <p className="small muted">
            {groupInWords(t, group, group.members.length)}
            {props.about ? <> · {props.about}</> : null}
            {tail && (
              <>
                {' · '}
                <span className="ember">{t('run.tail')}</span>
              </>
            )}
          </p>
        </div>
        {mine && <Tag tone="accent">{t('groups.mine')}</Tag>}
        <p className={classes('score', 'num', tail && 'ember')}>{score(group.score, 3)}</p>
      </div>
      <ul className="members plain">
        {group.members.map((member) => (
          <li className="member" key={member.memberId}>
            <Avatar of={{ id: member.memberId, name: member.name }} size="s" />
            <span className="clip grow">{member.name}</span>
            <span className="muted small clip">{member.isMe ? t('group.you') : member.role}</span>
          </li>
        ))}
      </ul>
    </li>
  );
}
