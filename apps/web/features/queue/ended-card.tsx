'use client';
import type { Queue } from '@tailcamp/contracts';
import { useT } from '@/lib/i18n/provider';
import { Card } from '@/ui/card';
import { endInWords } from './rule-words';
import { useTimes } from './use-now';

const SHOWN = 8;

/** How tickets ended lately: in a group, or with a reason that has a name. */
export function EndedCard({ ended }: { ended: Queue['ended'] }) {
  const t = useT();
  const { duration } = useTimes();
  return (
    <Card title={t('queue.ended')}>
      <ul className="members-wide pad-top">
        {ended.slice(0, SHOWN).map(({ id, name, state, reason, waitedMinutes }) => (
          <li key={id}>
            <b className="grow clip">{name}</b>
            <span className="small muted">
              {t('queue.endedAfter', { what: endInWords(t, state, reason), waited: duration(waitedMinutes) })}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
