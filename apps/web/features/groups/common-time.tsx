'use client';
import type { Group } from '@tailcamp/contracts';
import { useLocale, useT } from '@/lib/i18n/provider';
import { Card } from '@/ui/card';
import { useDates } from '@/ui/time';
import { FreeWeek } from '@/ui/week/free-grid';
import { commonSpans, dayNames, spansInWords } from '@/ui/week/hours';
import { commonHours, inReadersZone } from './zone-shift';

const SPANS_NAMED = 4;

/** When all have time, in the reader's own zone: the outline is where all are free. */
export function CommonTime({ group }: { group: Group }) {
  const t = useT();
  const locale = useLocale();
  const { timeZone } = useDates();
  const { free, members } = group;
  if (!free)
    return (
      <Card title={t('group.free')}>
        <p className="pad note muted">{t('group.freeUnknown')}</p>
      </Card>
    );
  const counts = inReadersZone(free, timeZone);
  const days = dayNames(locale);
  const count = commonHours(counts, members.length);
  const spans = spansInWords(commonSpans(counts, members.length), days, SPANS_NAMED);
  const words = count > 0 ? t('group.freeSays', { hours: t('count.hours', { count }), spans }) : t('group.freeNone');
  return (
    <Card
      title={t('group.free')}
      end={
        <span className="small muted">
          {free.zone === null ? t('group.freeAsGiven') : t('group.freeZone', { zone: timeZone })}
        </span>
      }
    >
      <div className="pad form-column">
        <p className="note">{words}</p>
        <FreeWeek counts={counts} members={members.length} label={words} days={days} />
      </div>
    </Card>
  );
}
