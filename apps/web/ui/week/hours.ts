/** Hours of a week: 168 of them, from Monday 0:00. */
export const HOURS = 24;
export const DAYS = 7;
export const WEEK = DAYS * HOURS;

export const hourOf = (day: number, hour: number): number => day * HOURS + hour;

/** The short names of the days from Monday, in the locale. */
export function dayNames(locale: string, width: 'short' | 'narrow' | 'long' = 'short'): string[] {
  const format = new Intl.DateTimeFormat(locale, { weekday: width, timeZone: 'UTC' });
  return Array.from({ length: DAYS }, (_, day) => format.format(Date.UTC(2024, 0, 1 + day)));
}

export interface Span {
  day: number;
  from: number;
  to: number;
}

/** Runs of hours within a day where all `members` are free; `to` is the hour at which it ends, up to 24. */
export function commonSpans(counts: readonly number[], members: number): Span[] {
  const spans: Span[] = [];
  for (let day = 0; day < DAYS; day += 1) {
    for (let hour = 0; hour < HOURS; hour += 1) {
      if (members === 0 || counts[hourOf(day, hour)] !== members) continue;
      const before = spans.at(-1);
      if (before?.day === day && before.to === hour) before.to = hour + 1;
      else spans.push({ day, from: hour, to: hour + 1 });
    }
  }
  return spans;
}

/** `Sat 12–16, Sun 9–10`: at most `most` of them, the longest first kept, in the order of the week. */
export function spansInWords(spans: readonly Span[], names: readonly string[], most = 3): string {
  const longest = [...spans].sort((a, b) => b.to - b.from - (a.to - a.from)).slice(0, most);
  return spans
    .filter((span) => longest.includes(span))
    .map(({ day, from, to }) => `${names[day]} ${from}–${to}`)
    .join(', ');
}

/** A rectangle of a painted week, set or cleared; the corners may be given in any order. */
export function paint(week: string, from: number, to: number, free: boolean): string {
  const [dayA, dayB] = [Math.floor(from / HOURS), Math.floor(to / HOURS)].sort((a, b) => a - b) as [number, number];
  const [hourA, hourB] = [from % HOURS, to % HOURS].sort((a, b) => a - b) as [number, number];
  const hours = [...week];
  for (let day = dayA; day <= dayB; day += 1)
    for (let hour = hourA; hour <= hourB; hour += 1) hours[hourOf(day, hour)] = free ? '1' : '0';
  return hours.join('');
}
