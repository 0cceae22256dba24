'use client';
import { type FormEvent, useState } from 'react';
import { inWords } from '@/lib/api/problem';
import { useAnswers, useWrite } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Input } from '@/ui/field';
import { Banner } from '@/ui/states';
import { toast } from '@/ui/toast-store';

/** Whose step gets another day; no student: everybody who has it. */
export interface Extending {
  skill: { id: string; title: string };
  student: { id: string; name: string } | null;
}

const WEEK = 7 * 86_400_000;

/** Another last day for a step, or the planned one again. */
export function ExtendDialog({ campId, of, onClose }: { campId: string; of: Extending; onClose: () => void }) {
  const t = useT();
  const { refresh } = useAnswers();
  const extend = useWrite('classPaths.extend');
  const [until, setUntil] = useState(() => new Date(Date.now() + WEEK).toISOString().slice(0, 10));
  const { skill, student } = of;
  const set = (day: string | null) =>
    extend.mutate(
      { campId, skill: skill.id, until: day, ...(student !== null && { memberIds: [student.id] }) },
      {
        onSuccess: ({ steps }) => {
          refresh('classPaths.get');
          refresh('classPaths.of');
          toast(t(day === null ? 'classMap.asPlanned' : 'classMap.extended', { count: steps }));
          onClose();
        },
      },
    );
  const save = (event: FormEvent) => {
    event.preventDefault();
    set(until);
  };
  return (
    <Dialog open onClose={onClose} title={t('classMap.extend', { skill: skill.title })}>
      <form className="form-column" onSubmit={save}>
        <p className="note muted">
          {student === null ? t('classMap.extendAll') : t('classMap.extendOne', { name: student.name })}
        </p>
        <Input
          label={t('classMap.until')}
          type="date"
          required
          value={until}
          onChange={(event) => setUntil(event.target.value)}
        />
        {extend.error !== null && <Banner>{inWords(extend.error)}</Banner>}
        <div className="row wrap">
          <Button type="submit" tone="primary" busy={extend.isPending}>
            {t('classMap.extendDo')}
          </Button>
          <Button disabled={extend.isPending} onClick={() => set(null)}>
            {t('classMap.back')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
