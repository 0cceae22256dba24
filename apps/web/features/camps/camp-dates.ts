import type { Camp } from '@tailcamp/contracts';
import { useT } from '@/lib/i18n/provider';
import { useDates } from '@/ui/time';

/** When a camp is, in words; null where it has no dates. */
export function useCampDates(camp: Pick<Camp, 'startsOn' | 'endsOn'>): string | null {
  const t = useT();
  const { calendarDay } = useDates();
  const { startsOn, endsOn } = camp;
  if (startsOn && endsOn) return t('camp.dates', { from: calendarDay(startsOn), to: calendarDay(endsOn) });
  if (startsOn) return t('camp.from', { from: calendarDay(startsOn) });
  return endsOn ? t('camp.until', { to: calendarDay(endsOn) }) : null;
}
