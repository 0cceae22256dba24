'use client';
import type { Member } from '@tailcamp/contracts';
import { inWords } from '@/lib/api/problem';
import { useAnswers, useWrite } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Banner } from '@/ui/states';
import { toast } from '@/ui/toast-store';

/** Asks before somebody is taken out: their answers in the camp go with them. */
export function RemoveMember(props: { campId: string; member: Member | null; onClose: () => void }) {
  const { campId, member, onClose } = props;
  const t = useT();
  const { refresh } = useAnswers();
  const remove = useWrite('camps.removeMember');
  const name = member?.name ?? '';
  const go = () =>
    member &&
    remove.mutate(
      { campId, memberId: member.id },
      {
        onSuccess: () => {
          onClose();
          refresh('camps.members');
          refresh('camps.get', { campId });
          toast(t('students.removed', { name }));
        },
      },
    );
  return (
    <Dialog open={member !== null} onClose={onClose} title={t('students.removeTitle', { name })}>
      {remove.error && <Banner>{inWords(remove.error)}</Banner>}
      <p className="note muted">{t('students.removeLead')}</p>
      <div className="dialog-do">
        <Button onClick={onClose}>{t('action.cancel')}</Button>
        <Button tone="danger" busy={remove.isPending} onClick={go}>
          {t('students.removeDo')}
        </Button>
      </div>
    </Dialog>
  );
}
