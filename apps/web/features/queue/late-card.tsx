'use client';
import type { Queue } from '@tailcamp/contracts';
import { UserRoundPlus } from 'lucide-react';
import { useState } from 'react';
import { useT } from '@/lib/i18n/provider';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Avatar, Count } from '@/ui/marks';
import { PlaceDialog } from './place-dialog';

/** Rows before the rest is only counted: a class before its first round is nobody to place one by one. */
const SHOWN = 12;

/** Students who are in no group and not in the queue, each to be placed. */
export function LateCard({ campId, late, open }: { campId: string; late: Queue['late']; open: boolean }) {
  const t = useT();
  const [placing, setPlacing] = useState<string | null>(null);
  return (
    <Card title={t('queue.late')} end={late.length > 0 ? <Count>{late.length}</Count> : undefined}>
      {late.length === 0 ? (
        <p className="pad note muted">{t('queue.lateNone')}</p>
      ) : (
        <ul className="members-wide pad-top">
          {late.slice(0, SHOWN).map(({ memberId, name }) => (
            <li key={memberId}>
              <Avatar of={{ id: memberId, name }} />
              <b className="grow clip">{name}</b>
              <Button
                size="small"
                icon={UserRoundPlus}
                aria-label={`${t('queue.place')}: ${name}`}
                onClick={() => setPlacing(memberId)}
              >
                {t('queue.place')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {late.length > SHOWN && <p className="pad small muted num">+ {late.length - SHOWN}</p>}
      {placing !== null && (
        <PlaceDialog campId={campId} memberId={placing} queueOpen={open} onClose={() => setPlacing(null)} />
      )}
    </Card>
  );
}
