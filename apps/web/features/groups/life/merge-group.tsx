'use client';
import type { Group } from '@tailcamp/contracts';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useRead } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Select } from '@/ui/field';
import { Bones } from '@/ui/states';
import { useCloseGroup } from './use-close-group';

/** As many as one answer holds. */
const MOST = 200;

/** Staff choose the group that takes the members of this one in. */
export function MergeGroup({ group, open, onClose }: { group: Group; open: boolean; onClose: () => void }) {
  const t = useT();
  return (
    <Dialog open={open} onClose={onClose} title={t('group.mergeTitle', { name: group.name })}>
      <MergeForm group={group} onClose={onClose} />
    </Dialog>
  );
}

function MergeForm({ group, onClose }: { group: Group; onClose: () => void }) {
  const t = useT();
  const router = useRouter();
  const { data } = useRead('groups.list', { campId: group.campId, limit: MOST });
  const life = useCloseGroup(group);
  const [into, setInto] = useState('');
  const go = () =>
    life.merge(into, () => {
      onClose();
      router.push(`/groups/${into}`);
    });
  if (data === undefined) return <Bones label={t('group.mergeInto')} rows={2} />;
  return (
    <>
      <p className="note muted">{t('group.mergeLead')}</p>
      <Select label={t('group.mergeInto')} value={into} onChange={(event) => setInto(event.target.value)}>
        <option value="">{t('group.moveChoose')}</option>
        {data.items
          .filter(({ id }) => id !== group.id)
          .map(({ id, name, members }) => (
            <option key={id} value={id}>
              {`${name} · ${t('count.people', { count: members.length })}`}
            </option>
          ))}
      </Select>
      <div className="dialog-do">
        <Button onClick={onClose}>{t('action.cancel')}</Button>
        <Button tone="primary" busy={life.merging} disabled={into === ''} onClick={go}>
          {t('group.mergeDo')}
        </Button>
      </div>
    </>
  );
}
