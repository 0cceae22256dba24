'use client';
import { Hourglass } from 'lucide-react';
import { inWords } from '@/lib/api/problem';
import { useRead } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Banner, Bones } from '@/ui/states';
import { EffectRow } from './effect-row';
import { usePlace } from './use-place';

interface PlaceDialogProps {
  campId: string;
  memberId: string;
  queueOpen: boolean;
  onClose: () => void;
}

/** A place for one student: what it would do to each group, before it is done. */
export function PlaceDialog({ campId, memberId, queueOpen, onClose }: PlaceDialogProps) {
  const t = useT();
  const { data, error } = useRead('queue.placesFor', { campId, memberId });
  const { place, busy } = usePlace(campId, onClose);
  const name = data?.name ?? '';
  return (
    <Dialog open onClose={onClose} title={t('queue.placeTitle', { name })}>
      <p className="note muted">{t('queue.placeLead')}</p>
      {error && <Banner>{inWords(error)}</Banner>}
      {!data && !error && <Bones label={t('state.loading')} />}
      {data?.groups.length === 0 && <p className="note">{t('queue.noGroups')}</p>}
      <ul className="effects">
        {data?.groups.map((group) => (
          <EffectRow
            key={group.groupId}
            name={group.name}
            about={t('queue.members', { count: group.size })}
            effect={group}
            action={
              <Button size="small" busy={busy} onClick={() => place(memberId, group.groupId, name)}>
                {t('queue.placeIn', { name: group.name })}
              </Button>
            }
          />
        ))}
      </ul>
      {queueOpen && (
        <div className="row end">
          <Button icon={Hourglass} busy={busy} onClick={() => place(memberId, 'queue', name)}>
            {t('queue.toQueue')}
          </Button>
        </div>
      )}
    </Dialog>
  );
}
