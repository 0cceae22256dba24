'use client';
import type { Group } from '@tailcamp/contracts';
import type { FormEvent } from 'react';
import { fieldErrors, inWords, isCode } from '@/lib/api/problem';
import { useAnswers, useWrite } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Input } from '@/ui/field';
import { toast } from '@/ui/toast-store';

/** Members and staff name the group. */
export function RenameGroup({ group, open, onClose }: { group: Group; open: boolean; onClose: () => void }) {
  const t = useT();
  const { put, refresh } = useAnswers();
  const rename = useWrite('groups.change');
  const groupId = group.id;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get('name') ?? '');
    rename.mutate(
      { groupId, name, version: group.version },
      {
        onSuccess: (renamed) => {
          put('groups.get', { groupId }, renamed);
          refresh('groups.mine');
          refresh('groups.list');
          onClose();
          toast(t('group.renamed', { name: renamed.name }));
        },
        onError: (error) => {
          if (isCode(error, 'stale')) refresh('groups.get', { groupId });
        },
      },
    );
  };
  const error = fieldErrors(rename.error).name ?? (rename.error ? inWords(rename.error) : undefined);
  return (
    <Dialog open={open} onClose={onClose} title={t('group.rename')}>
      <form onSubmit={submit}>
        <Input label={t('group.name')} name="name" required maxLength={80} defaultValue={group.name} error={error} />
        <div className="dialog-do">
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button tone="primary" type="submit" busy={rename.isPending}>
            {t('group.renameDo')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
