const DAYS = 7;
const HOURS = DAYS * 24;
const WEEK = HOURS * 60;
/** Offsets of all zones in use are multiples of a quarter of an hour. */
const QUARTER = 15;

/** When one person is free: 168 hours of 0 or 1 from Monday 0:00, in their own IANA zone. */
export interface Availability {
  timeZone: string;
  availability: string;
}

/**
 * How many people are free in each hour of the week as it reads in `zone`; an hour counts only when somebody is free
 * through all of it, which matters between zones half an hour apart.
 * @param at the moment whose offsets from UTC hold, for daylight saving time moves them
 * @returns 168 counts from Monday 0:00 in `zone`; null when nobody has told any free hour
 */
export function freeCounts(people: readonly Availability[], zone: string, at: Date): number[] | null {
  const told = people.filter(({ availability }) => availability.includes('1'));
  if (told.length === 0) return null;
  const offset = offsetMinutes(zone, at);
  const shifts = told.map(({ timeZone }) => offsetMinutes(timeZone, at) - offset);
  return Array.from({ length: HOURS }, (_, hour) => {
    const freeAt = ({ availability }: Availability, person: number) =>
      isFreeThrough(availability, hour * 60 + (shifts[person] ?? 0));
    return told.filter(freeAt).length;
  });
}

/** Whether somebody is free through the 60 minutes from a minute of their own week, which goes round. */
function isFreeThrough(availability: string, from: number): boolean {
  for (let minute = from; minute < from + 60; minute += QUARTER) {
    const ofWeek = ((minute % WEEK) + WEEK) % WEEK;
    if (availability[Math.floor(ofWeek / 60)] !== '1') return false;
  }
  return true;
}

/**
 * Minutes that the clocks of an IANA zone are ahead of UTC at a moment.
 * @throws RangeError for a zone that does not exist
 */
export function offsetMinutes(timeZone: string, at: Date): number {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  const name = format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
  const [, sign, hours, minutes] = /^GMT([+-])(\d{2}):(\d{2})/.exec(name) ?? [];
  if (sign === undefined) return 0;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
