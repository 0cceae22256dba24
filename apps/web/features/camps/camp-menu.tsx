'use client';
import type { Camp } from '@tailcamp/contracts';
import { Copy, Ellipsis, Pencil, Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { inWords } from '@/lib/api/problem';
import { useAnswers, useWrite } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Input } from '@/ui/field';
import { Icon } from '@/ui/icon';
import { Menu } from '@/ui/menu';
import { Banner } from '@/ui/states';
import { toast } from '@/ui/toast-store';
import { CampForm } from './camp-form';

type Open = 'edit' | 'copy' | 'delete' | null;

/** Edit, copy or delete the camp. */
export function CampMenu({ camp }: { camp: Camp }) {
  const t = useT();
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  return (
    <>
      <Menu
        className="ib"
        label={t('camp.more')}
        trigger={<Icon of={Ellipsis} />}
        items={[
          { label: t('camp.edit'), icon: Pencil, onSelect: () => setOpen('edit') },
          { label: t('camp.copy'), icon: Copy, onSelect: () => setOpen('copy') },
          null,
          { label: t('camp.delete'), icon: Trash2, danger: true, onSelect: () => setOpen('delete') },
        ]}
      />
      <CampForm open={open === 'edit'} onClose={close} camp={camp} />
      <CopyDialog camp={camp} open={open === 'copy'} onClose={close} />
      <DeleteDialog camp={camp} open={open === 'delete'} onClose={close} />
    </>
  );
}

interface Asked {
  camp: Camp;
  open: boolean;
  onClose: () => void;
}

function CopyDialog({ camp, open, onClose }: Asked) {
  const t = useT();
  const router = useRouter();
  const { refresh } = useAnswers();
  const copy = useWrite('camps.copy');
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get('name') ?? '');
    copy.mutate(
      { campId: camp.id, name },
      {
        onSuccess: (made) => {
          refresh('camps.list');
          onClose();
          router.push(`/camps/${made.id}`);
        },
      },
    );
  };
  return (
    <Dialog open={open} onClose={onClose} title={t('camp.copyTitle')}>
      <form onSubmit={submit}>
        {copy.error && <Banner>{inWords(copy.error)}</Banner>}
        <Input
          label={t('camp.name')}
          name="name"
          required
          maxLength={120}
          defaultValue={t('camp.copyOf', { name: camp.name })}
          hint={t('camp.copyLead')}
        />
        <div className="dialog-do">
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button tone="primary" type="submit" busy={copy.isPending}>
            {t('camp.copyDo')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function DeleteDialog({ camp, open, onClose }: Asked) {
  const t = useT();
  const router = useRouter();
  const { refresh } = useAnswers();
  const remove = useWrite('camps.remove');
  const go = () =>
    remove.mutate(
      { campId: camp.id },
      {
        onSuccess: () => {
          toast(t('camp.deleted', { name: camp.name }));
          router.push('/');
          refresh('camps.list');
        },
      },
    );
  return (
    <Dialog open={open} onClose={onClose} title={t('camp.deleteTitle', { name: camp.name })}>
      {remove.error && <Banner>{inWords(remove.error)}</Banner>}
      <p className="note muted">{t('camp.deleteLead', { students: t('count.students', { count: camp.students }) })}</p>
      <div className="dialog-do">
        <Button onClick={onClose}>{t('action.cancel')}</Button>
        <Button tone="danger" busy={remove.isPending} onClick={go}>
          {t('camp.deleteDo')}
        </Button>
      </div>
    </Dialog>
  );
}
