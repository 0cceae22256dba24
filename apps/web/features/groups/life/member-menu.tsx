'use client';
import type { Group, GroupMember } from '@tailcamp/contracts';
import { ArrowRightLeft, Crown, Ellipsis, LogOut, UserMinus } from 'lucide-react';
import { useState } from 'react';
import { useT } from '@/lib/i18n/provider';
import { Icon } from '@/ui/icon';
import { Menu, type MenuItem } from '@/ui/menu';
import { toast } from '@/ui/toast-store';
import { LeaveGroup } from './leave-group';
import { MoveMember } from './move-member';
import { useArrange } from './use-arrange';
import { useChangeGroup } from './use-change-group';

/** What can be done with one member: who leads, where they belong, and leaving by oneself. */
export function MemberMenu({ group, member, staff }: { group: Group; member: GroupMember; staff: boolean }) {
  const t = useT();
  const change = useChangeGroup(group);
  const arrange = useArrange(group.campId);
  const [open, setOpen] = useState<'move' | 'leave' | null>(null);
  const { memberId, name } = member;
  const leads = group.leaderId === memberId;
  const lead = () =>
    change.run({ leaderId: leads ? null : memberId }, () =>
      toast(t(leads ? 'group.leadsNoMore' : 'group.leadsNow', { name })),
    );
  const takeOut = () => arrange.run([{ memberId, groupId: null }], t('group.takenOut', { name }));
  const items: (MenuItem | null)[] = [{ label: t(leads ? 'group.unlead' : 'group.lead'), icon: Crown, onSelect: lead }];
  if (staff) {
    items.push({ label: t('group.move'), icon: ArrowRightLeft, onSelect: () => setOpen('move') });
    items.push({ label: t('group.takeOut'), icon: UserMinus, onSelect: takeOut });
  }
  if (member.isMe) {
    items.push(null, { label: t('group.leave'), icon: LogOut, danger: true, onSelect: () => setOpen('leave') });
  }
  return (
    <>
      <Menu
        className="ib small"
        label={t('group.memberMore', { name })}
        trigger={<Icon of={Ellipsis} />}
        items={items}
      />
      <MoveMember group={group} member={open === 'move' ? member : null} onClose={() => setOpen(null)} />
      <LeaveGroup group={group} open={open === 'leave'} onClose={() => setOpen(null)} />
    </>
  );
}
