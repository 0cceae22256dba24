import type { Profile } from '@tailcamp/contracts';

/** Monday first, as in `Week` of the contracts. */
export const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
type Week = Profile['availability'];

export const NEVER_FREE: Week = '0'.repeat(168);

/** The free hours of each day as a survey's cell lists them: `18:00;19:00`. */
export function freeHourCells(week: Week): string[] {
  return DAYS.map((_, day) =>
    Array.from(week.slice(day * 24, day * 24 + 24))
      .flatMap((free, hour) => (free === '1' ? [`${String(hour).padStart(2, '0')}:00`] : []))
      .join(';'),
  );
}

/** The week in which exactly these hours are free; `hours[day]` holds hours 0..23. */
export function weekOf(hours: readonly (readonly number[])[]): Week {
  return DAYS.map((_, day) =>
    Array.from({ length: 24 }, (_, hour) => (hours[day]?.includes(hour) ? '1' : '0')).join(''),
  ).join('');
}
