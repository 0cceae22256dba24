'use client';
import type { Group, GroupMember } from '@tailcamp/contracts';
import { useState } from 'react';
import { useRead } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Select } from '@/ui/field';
import { Bones } from '@/ui/states';
import { useArrange } from './use-arrange';

/** As many as one answer holds. */
const MOST = 200;

/** Staff move somebody into another group, or exchange them with one of its members. */
export function MoveMember(props: { group: Group; member: GroupMember | null; onClose: () => void }) {
  const { group, member, onClose } = props;
  const t = useT();
  return (
    <Dialog open={member !== null} onClose={onClose} title={t('group.moveTitle', { name: member?.name ?? '' })}>
      {member && <MoveForm group={group} member={member} onClose={onClose} />}
    </Dialog>
  );
}

function MoveForm({ group, member, onClose }: { group: Group; member: GroupMember; onClose: () => void }) {
  const t = useT();
  const { campId } = group;
  const { data } = useRead('groups.list', { campId, limit: MOST });
  const arrange = useArrange(campId);
  const [to, setTo] = useState('');
  const [against, setAgainst] = useState('');
  const others = data?.items.filter(({ id }) => id !== group.id) ?? [];
  const target = others.find(({ id }) => id === to);
  const go = () => {
    if (target === undefined) return;
    const back = against === '' ? [] : [{ memberId: against, groupId: group.id }];
    const said = t(against === '' ? 'group.moved' : 'group.exchanged', { name: member.name, group: target.name });
    arrange.run([{ memberId: member.memberId, groupId: to }, ...back], said, onClose);
  };
  if (data === undefined) return <Bones label={t('group.moveTo')} rows={2} />;
  return (
    <>
      <div className="form-column">
        <Select label={t('group.moveTo')} value={to} onChange={(event) => setTo(event.target.value)}>
          <option value="">{t('group.moveChoose')}</option>
          {others.map(({ id, name, members }) => (
            <option key={id} value={id}>
              {`${name} · ${t('count.people', { count: members.length })}`}
            </option>
          ))}
        </Select>
        {target && (
          <Select label={t('group.exchangeWith')} value={against} onChange={(event) => setAgainst(event.target.value)}>
            <option value="">{t('group.exchangeNobody')}</option>
            {target.members.map(({ memberId, name }) => (
              <option key={memberId} value={memberId}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </div>
      <div className="dialog-do">
        <Button onClick={onClose}>{t('action.cancel')}</Button>
        <Button tone="primary" busy={arrange.busy} disabled={target === undefined} onClick={go}>
          {t(against === '' ? 'group.moveDo' : 'group.exchangeDo')}
        </Button>
      </div>
    </>
  );
}
