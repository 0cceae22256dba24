'use client';
import type { Queue } from '@tailcamp/contracts';
import { UserRoundPlus } from 'lucide-react';
import { useState } from 'react';
import { inWords } from '@/lib/api/problem';
import { useRead } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Dialog } from '@/ui/dialog';
import { Banner, Bones } from '@/ui/states';
import { EffectRow } from './effect-row';
import { usePlace } from './use-place';

/** Groups that have become too small: a member can be found for each, and its members are offered choices of their own. */
export function ShortCard({ campId, queue }: { campId: string; queue: Queue }) {
  const t = useT();
  const [filling, setFilling] = useState<string | null>(null);
  return (
    <Card title={t('queue.short')}>
      <ul className="members-wide pad-top">
        {queue.short.map(({ groupId, name, size }) => (
          <li key={groupId}>
            <div className="grow">
              <b>{name}</b>
              <span className="small muted">{t('queue.shortSize', { count: size, least: queue.groupSize.min })}</span>
            </div>
            <Button size="small" icon={UserRoundPlus} onClick={() => setFilling(groupId)}>
              {t('queue.find')}
            </Button>
          </li>
        ))}
      </ul>
      {filling !== null && <FillDialog campId={campId} groupId={filling} onClose={() => setFilling(null)} />}
    </Card>
  );
}

function FillDialog({ campId, groupId, onClose }: { campId: string; groupId: string; onClose: () => void }) {
  const t = useT();
  const { data, error } = useRead('queue.fitsFor', { campId, groupId });
  const { place, busy } = usePlace(campId, onClose);
  return (
    <Dialog open onClose={onClose} title={t('queue.fitTitle', { name: data?.name ?? '' })}>
      <p className="note muted">{t('queue.fitLead')}</p>
      {error && <Banner>{inWords(error)}</Banner>}
      {!data && !error && <Bones label={t('state.loading')} />}
      {data?.students.length === 0 && <p className="note">{t('queue.noStudents')}</p>}
      <ul className="effects">
        {data?.students.map((student) => (
          <EffectRow
            key={student.memberId}
            name={student.name}
            about={student.waiting ? t('queue.waiting') : ''}
            effect={student}
            action={
              <Button size="small" busy={busy} onClick={() => place(student.memberId, groupId, student.name)}>
                {t('queue.take')}
              </Button>
            }
          />
        ))}
      </ul>
    </Dialog>
  );
}
