'use client';
import type { Camp } from '@tailcamp/contracts';
import { UserPlus } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { fieldErrors, inWords } from '@/lib/api/problem';
import { useAnswers, useRead, useWrite } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Dialog } from '@/ui/dialog';
import { Input } from '@/ui/field';
import { Avatar } from '@/ui/marks';
import { toast } from '@/ui/toast-store';
import { STAFF } from './overview-reads';

/** Who runs the camp, and a way to share the work. */
export function StaffCard({ camp }: { camp: Camp }) {
  const t = useT();
  const [adding, setAdding] = useState(false);
  return (
    <Card title={t('camp.staff')}>
      <People camp={camp} />
      <div className="foot">
        <Button icon={UserPlus} onClick={() => setAdding(true)}>
          {t('camp.addStaff')}
        </Button>
      </div>
      <AddStaff campId={camp.id} open={adding} onClose={() => setAdding(false)} />
    </Card>
  );
}

/** Who runs the camp, for its students. */
export function StaffList({ camp }: { camp: Camp }) {
  const t = useT();
  return (
    <Card title={t('camp.runBy')}>
      <People camp={camp} />
    </Card>
  );
}

function People({ camp }: { camp: Camp }) {
  const { data } = useRead('camps.members', { campId: camp.id, ...STAFF });
  return (
    <ul className="people pad">
      {data?.items.map((member) => (
        <li className="row" key={member.id}>
          <Avatar of={{ id: member.userId ?? member.id, name: member.name }} size="l" />
          <div className="grow">
            <b className="clip">{member.name}</b>
            {member.email && <p className="small muted clip">{member.email}</p>}
          </div>
        </li>
      ))}
    </ul>
  );
}

function AddStaff({ campId, open, onClose }: { campId: string; open: boolean; onClose: () => void }) {
  const t = useT();
  const { refresh } = useAnswers();
  const add = useWrite('camps.addStaff');
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const email = String(new FormData(event.currentTarget).get('email') ?? '');
    add.mutate(
      { campId, email },
      {
        onSuccess: ({ name }) => {
          refresh('camps.members');
          onClose();
          toast(t('camp.staffAdded', { name }));
        },
      },
    );
  };
  const error = fieldErrors(add.error).email ?? (add.error ? inWords(add.error) : undefined);
  return (
    <Dialog open={open} onClose={onClose} title={t('camp.addStaff')}>
      <form onSubmit={submit}>
        <Input label={t('sign.email')} name="email" type="email" required hint={t('camp.addStaffLead')} error={error} />
        <div className="dialog-do">
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button tone="primary" type="submit" busy={add.isPending}>
            {t('camp.addStaffDo')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
