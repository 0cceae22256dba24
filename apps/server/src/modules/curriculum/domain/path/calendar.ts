/** Days as ISO dates, and weeks from Monday on, which a plan is made of. */

const DAY = 86_400_000;

/** The day that it is somewhere. @param timeZone an IANA name */
export function dayIn(timeZone: string, at: Date): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  const part = Object.fromEntries(parts.formatToParts(at).map(({ type, value }) => [type, value]));
  return `${part.year}-${part.month}-${part.day}`;
}

export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);

/** Whole days from one to the other; negative when `to` is before. */
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY);

export function mondayOf(day: string): string {
  const weekday = (new Date(day).getUTCDay() + 6) % 7;
  return addDays(day, -weekday);
}

/** Which week of a plan a day lies in, 0 the first. @param startsOn its first Monday */
export const weekOf = (startsOn: string, day: string): number => Math.floor(daysBetween(startsOn, day) / 7);

export const mondayOfWeek = (startsOn: string, week: number): string => addDays(startsOn, week * 7);
export const sundayOfWeek = (startsOn: string, week: number): string => addDays(startsOn, week * 7 + 6);
