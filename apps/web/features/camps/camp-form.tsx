'use client';
import type { Camp } from '@tailcamp/contracts';
import { useRouter } from 'next/navigation';
import { type FormEvent, useId } from 'react';
import { fieldErrors, inWords } from '@/lib/api/problem';
import { useAnswers, useWrite } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Input, Select } from '@/ui/field';
import { Banner } from '@/ui/states';
import { timeZones } from './time-zones';

/** Opens a camp, or changes the name, dates and zone of one. */
export function CampForm({ open, onClose, camp }: { open: boolean; onClose: () => void; camp?: Camp }) {
  const t = useT();
  const router = useRouter();
  const id = useId();
  const { refresh, put } = useAnswers();
  const create = useWrite('camps.create');
  const change = useWrite('camps.change');
  const asked = camp ? change : create;
  const errors = fieldErrors(asked.error);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? '');
    const fields = {
      name: text('name'),
      startsOn: text('startsOn') || null,
      endsOn: text('endsOn') || null,
      timeZone: text('timeZone'),
    };
    const done = (saved: Camp) => {
      put('camps.get', { campId: saved.id }, saved);
      refresh('camps.list');
      onClose();
      if (!camp) router.push(`/camps/${saved.id}/import`);
    };
    if (camp) change.mutate({ ...fields, campId: camp.id, version: camp.version }, { onSuccess: done });
    else create.mutate(fields, { onSuccess: done });
  };
  const here = camp?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <Dialog open={open} onClose={onClose} title={t(camp ? 'camp.editTitle' : 'camp.createTitle')}>
      <form onSubmit={submit} id={id}>
        {asked.error && Object.keys(errors).length === 0 && <Banner>{inWords(asked.error)}</Banner>}
        <Input
          label={t('camp.name')}
          name="name"
          required
          maxLength={120}
          defaultValue={camp?.name}
          hint={t('camp.nameHint')}
          error={errors.name}
        />
        <div className="form-grid">
          <Input
            label={t('camp.startsOn')}
            name="startsOn"
            type="date"
            defaultValue={camp?.startsOn ?? ''}
            error={errors.startsOn}
          />
          <Input
            label={t('camp.endsOn')}
            name="endsOn"
            type="date"
            defaultValue={camp?.endsOn ?? ''}
            error={errors.endsOn}
          />
        </div>
        <Select label={t('camp.timeZone')} name="timeZone" defaultValue={here} error={errors.timeZone}>
          {timeZones(here).map((zone) => (
            <option key={zone}>{zone}</option>
          ))}
        </Select>
        <div className="dialog-do">
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button tone="primary" type="submit" busy={asked.isPending}>
            {t(camp ? 'action.save' : 'camp.create')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
