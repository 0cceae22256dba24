'use client';
import type { Group } from '@tailcamp/contracts';
import { useRouter } from 'next/navigation';
import { inWords } from '@/lib/api/problem';
import { useAnswers, useWrite } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Banner } from '@/ui/states';
import { toast } from '@/ui/toast-store';

/** Asks before one leaves: only staff can bring one back. */
export function LeaveGroup({ group, open, onClose }: { group: Group; open: boolean; onClose: () => void }) {
  const t = useT();
  const router = useRouter();
  const { refresh } = useAnswers();
  const leave = useWrite('groups.leave');
  const go = () =>
    leave.mutate(
      { groupId: group.id },
      {
        onSuccess: () => {
          toast(t('group.left', { name: group.name }));
          router.push(`/camps/${group.campId}/groups`);
          refresh('groups.mine');
          refresh('groups.list');
        },
      },
    );
  return (
    <Dialog open={open} onClose={onClose} title={t('group.leaveTitle', { name: group.name })}>
      {leave.error && <Banner>{inWords(leave.error)}</Banner>}
      <p className="note muted">{t('group.leaveLead')}</p>
      <div className="dialog-do">
        <Button onClick={onClose}>{t('action.cancel')}</Button>
        <Button tone="danger" busy={leave.isPending} onClick={go}>
          {t('group.leaveDo')}
        </Button>
      </div>
    </Dialog>
  );
}
