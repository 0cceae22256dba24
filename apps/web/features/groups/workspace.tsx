'use client';
import type { Group } from '@tailcamp/contracts';
import { Archive } from 'lucide-react';
import type { ReactNode } from 'react';
import { useGiven } from '@/lib/api/query';
import { useLocale, useT } from '@/lib/i18n/provider';
import { useStream } from '@/lib/realtime/index';
import { Page } from '@/ui/shell/page';
import { Banner } from '@/ui/states';
import { Tabs } from '@/ui/tabs';
import { toast } from '@/ui/toast-store';
import { useBelongsTo } from '../identity/shown-camp';
import { GroupFace } from './group-face';
import { GroupMenu } from './life/group-menu';
import { partsOf } from './workspace-parts';

/** Around every page of a group: where it is, its parts, what can be done with it, and that it may be closed. */
export function Workspace(props: { groupId: string; actions?: ReactNode; className?: string; children: ReactNode }) {
  const { groupId } = props;
  const t = useT();
  const locale = useLocale();
  const group = useGiven('groups.get', { groupId });
  useBelongsTo(group.campId);
  useGroupStream(group);
  const parts = partsOf(t, group);
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long' });
  return (
    <Page
      crumbs={[{ label: group.campName, href: `/camps/${group.campId}/groups` }, { label: group.name }]}
      mark={<GroupFace of={group} />}
      actions={
        <>
          {props.actions}
          <GroupMenu group={group} />
        </>
      }
      {...(props.className === undefined ? {} : { className: props.className })}
    >
      {parts.length > 1 && <Tabs label={t('group.parts')} items={parts} />}
      {group.closedAt && (
        <Banner calm icon={Archive}>
          {t('group.closedSince', { day: day.format(new Date(group.closedAt)) })}
        </Banner>
      )}
      {props.children}
    </Page>
  );
}

function useGroupStream({ id: groupId, seq }: Group): void {
  const t = useT();
  useStream(`group:${groupId}`, seq, ({ kind }) => {
    if (kind === 'group.dissolved') toast(t('group.dissolved'));
  });
}
