'use client';
import { useEffect, useMemo, useState } from 'react';
import { useLocale } from '../lib/i18n/provider';

/**
 * Dates and times in the reader's language and zone. The server does not know the zone, so the first paint is in UTC
 * and the browser's own follows at once.
 */
export function useDates() {
  const locale = useLocale();
  const [timeZone, setTimeZone] = useState('UTC');
  useEffect(() => setTimeZone(Intl.DateTimeFormat().resolvedOptions().timeZone), []);
  return useMemo(() => {
    const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone });
    const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone });
    const calendar = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
    return {
      timeZone,
      day: (instant: string) => day.format(new Date(instant)),
      moment: (instant: string) => moment.format(new Date(instant)),
      /** A day of the calendar, `2026-01-26`, the same in every zone. */
      calendarDay: (date: string) => calendar.format(new Date(`${date}T00:00:00Z`)),
    };
  }, [locale, timeZone]);
}
