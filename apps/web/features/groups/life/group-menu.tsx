'use client';
import type { Group } from '@tailcamp/contracts';
import { Archive, ArchiveRestore, Ellipsis, Merge, Pencil } from 'lucide-react';
import { useState } from 'react';
import { useT } from '@/lib/i18n/provider';
import { Icon } from '@/ui/icon';
import { Menu, type MenuItem } from '@/ui/menu';
import { ChangeGroup } from './change-group';
import { MergeGroup } from './merge-group';
import { useCloseGroup } from './use-close-group';

/** What can be done with a group: everybody names it, staff merge, close and reopen it. */
export function GroupMenu({ group }: { group: Group }) {
  const t = useT();
  const [open, setOpen] = useState<'change' | 'merge' | null>(null);
  const life = useCloseGroup(group);
  const close = () => setOpen(null);
  const staff = !group.members.some(({ isMe }) => isMe);
  const items: (MenuItem | null)[] = [];
  if (group.closedAt === null) {
    items.push({ label: t('group.rename'), icon: Pencil, onSelect: () => setOpen('change') });
    if (staff) {
      items.push({ label: t('group.merge'), icon: Merge, onSelect: () => setOpen('merge') });
      items.push(null, { label: t('group.close'), icon: Archive, onSelect: life.close });
    }
  } else if (staff) items.push({ label: t('group.reopen'), icon: ArchiveRestore, onSelect: life.reopen });
  if (items.length === 0) return null;
  return (
    <>
      <Menu className="ib" label={t('group.more')} trigger={<Icon of={Ellipsis} />} items={items} />
      <ChangeGroup group={group} open={open === 'change'} onClose={close} />
      <MergeGroup group={group} open={open === 'merge'} onClose={close} />
    </>
  );
}
