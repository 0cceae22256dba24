'use client';
import type { FreeHours, Group } from '@tailcamp/contracts';
import { useLocale, useT } from '@/lib/i18n/provider';
import { Card } from '@/ui/card';
import { useDates } from '@/ui/time';
import { FreeGrid, FreeWeek } from '@/ui/week/free-grid';
import { commonSpans, dayNames, spansInWords } from '@/ui/week/hours';
import { commonHours, inReadersZone } from './zone-shift';

const SPANS_NAMED = 4;

/** When all have time, in the reader's own zone: the outline is where all are free. */
export function CommonTime({ group }: { group: Group }) {
  const t = useT();
  const { free, members } = group;
  if (!free)
    return (
      <Card title={t('group.free')}>
        <p className="pad note muted">{t('group.freeUnknown')}</p>
      </Card>
    );
  return (
    <Card title={t('group.free')} end={<FreeZone free={free} />}>
      <div className="pad">
        <CommonWeek free={free} members={members.length} />
      </div>
    </Card>
  );
}

interface Common {
  free: FreeHours;
  members: number;
}

/** The week in words and as a grid. */
export function CommonWeek(common: Common) {
  const { counts, words, days } = useCommon(common);
  return (
    <div className="form-column">
      <p className="note">
        <Unbroken text={words} />
      </p>
      <FreeWeek counts={counts} members={common.members} label={words} days={days} />
    </div>
  );
}

/** Words with spans of hours in them, each of which stays on one line. */
function Unbroken({ text }: { text: string }) {
  const parts = text.split(/(\p{L}+\.? \d+–\d+)/u);
  return parts.map((part, at) =>
    at % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place in the words
      <span className="num unbroken" key={at}>
        {part}
      </span>
    ) : (
      part
    ),
  );
}

/** The week small, for a card that says it in words below. */
export function CommonGrid(common: Common) {
  const { counts, words } = useCommon(common);
  return <FreeGrid counts={counts} members={common.members} label={words} />;
}

export function CommonWords(common: Common) {
  return useCommon(common).words;
}

/** In which zone the hours are read. */
export function FreeZone({ free }: { free: FreeHours }) {
  const t = useT();
  const { timeZone } = useDates();
  return (
    <span className="small muted">
      {free.zone === null ? t('group.freeAsGiven') : t('group.freeZone', { zone: timeZone })}
    </span>
  );
}

function useCommon({ free, members }: Common) {
  const t = useT();
  const locale = useLocale();
  const { timeZone } = useDates();
  const counts = inReadersZone(free, timeZone);
  const days = dayNames(locale);
  const count = commonHours(counts, members);
  const spans = spansInWords(commonSpans(counts, members), days, SPANS_NAMED);
  const words = count > 0 ? t('group.freeSays', { hours: t('count.hours', { count }), spans }) : t('group.freeNone');
  return { counts, days, words };
}
