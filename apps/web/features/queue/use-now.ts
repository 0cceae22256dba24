'use client';
import { useEffect, useMemo, useState } from 'react';
import { useLocale, useT } from '@/lib/i18n/provider';
import { useDates } from '@/ui/time';

const MINUTE = 60_000;
const EVERY_MS = 5_000;

/** The browser's clock, every few seconds; null in the server's paint, which has another. */
function useNow(): number | null {
  const [now, setNow] = useState<number | null>(null);
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** How long somebody waits and what time it is then, in the reader's words and zone. */
export function useTimes() {
  const t = useT();
  const locale = useLocale();
  const { timeZone } = useDates();
  const now = useNow();
  return useMemo(() => {
    const clock = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone });
    const withDay = new Intl.DateTimeFormat(locale, { weekday: 'short', hour: 'numeric', minute: 'numeric', timeZone });
    const duration = (minutes: number) => {
      const whole = Math.max(0, Math.floor(minutes));
      if (whole < 60) return t('queue.minutes', { minutes: whole });
      const [hours, left] = [Math.floor(whole / 60), whole % 60];
      return left === 0 ? t('queue.hours', { hours }) : t('queue.hoursMinutes', { hours, minutes: left });
    };
    const farOff = (at: Date) => now !== null && Math.abs(at.getTime() - now) > 12 * 60 * MINUTE;
    return {
      now,
      duration,
      /** Since a moment; nothing until the browser's clock is known. */
      since: (instant: string) => (now === null ? '…' : duration((now - Date.parse(instant)) / MINUTE)),
      until: (instant: string) => (now === null ? '…' : duration(Math.ceil((Date.parse(instant) - now) / MINUTE))),
      time: (at: Date) => (farOff(at) ? withDay : clock).format(at),
    };
  }, [t, locale, timeZone, now]);
}

export const minutesAfter = (instant: string, minutes: number): Date =>
  new Date(Date.parse(instant) + minutes * MINUTE);
