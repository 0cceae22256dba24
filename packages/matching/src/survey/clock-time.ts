/** Minutes after midnight at which a label of a timetable begins, and where it ends if the label says so. */
export interface ClockTime {
  readonly start: number;
  readonly end: number | null;
}

const POINT = /^(\d{1,2})(?:[:.h](\d{2}))?\s*(am|pm|a\.m\.|p\.m\.|uhr|h)?$/i;

/** Reads `8AM`, `noon`, `13:00`, `9:30 pm`, `18–20`, `8AM - 10AM`; null for anything else. A bare number is no time. */
export function parseClockTime(label: string): ClockTime | null {
  const text = label.trim().toLowerCase();
  const single = parsePoint(text);
  if (single !== null && (single.marked || single.half !== null))
    return { start: minutesOf(single, single.half), end: null };
  const parts = text.split(/\s*(?:[-–—]|\bto\b|\buntil\b)\s*/);
  if (parts.length !== 2) return null;
  const [from, until] = [parsePoint(parts[0] ?? ''), parsePoint(parts[1] ?? '')];
  if (from === null || until === null) return null;
  const end = minutesOf(until, until.half);
  let start = minutesOf(from, from.half ?? until.half);
  // "11-1pm" begins in the morning.
  if (from.half === null && start > end) start = minutesOf(from, null);
  return { start, end: end <= start ? end + 1440 : end };
}

interface Point {
  readonly hour: number;
  readonly minute: number;
  readonly half: 'am' | 'pm' | null;
  /** Whether the text can be nothing but a time. */
  readonly marked: boolean;
}

function parsePoint(text: string): Point | null {
  if (/^(12 )?noon$/.test(text)) return { hour: 12, minute: 0, half: 'pm', marked: true };
  if (/^(12 )?midnight$/.test(text)) return { hour: 12, minute: 0, half: 'am', marked: true };
  const match = POINT.exec(text);
  if (match === null) return null;
  const [hour, minute] = [Number(match[1]), Number(match[2] ?? 0)];
  if (hour > 24 || minute > 59) return null;
  const suffix = match[3]?.replaceAll('.', '') ?? null;
  const half = suffix === 'am' || suffix === 'pm' ? suffix : null;
  return { hour, minute, half, marked: match[2] !== undefined || suffix !== null };
}

function minutesOf({ hour, minute }: Point, half: 'am' | 'pm' | null): number {
  if (half === 'pm' && hour < 12) return (hour + 12) * 60 + minute;
  if (half === 'am' && hour === 12) return minute;
  return hour * 60 + minute;
}

const WEEKDAYS: readonly string[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
export const WEEKDAY_NAMES = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
const WEEKDAY = /\b(mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs|ur)?(?:day)?s?\b/i;

/** The weekday that a column names, Monday 0; null when it names none. Text in brackets goes first. */
export function weekdayOf(column: string): number | null {
  const bracket = /\[([^\]]*)\]\s*$/.exec(column);
  const found = WEEKDAY.exec(bracket?.[1] ?? '') ?? WEEKDAY.exec(column);
  return found === null ? null : WEEKDAYS.indexOf((found[1] ?? '').toLowerCase());
}

/** `18:30`, and `18` on the hour. */
export function showMinutes(minutes: number): string {
  const within = minutes > 1440 ? minutes - 1440 : minutes;
  const rest = within % 60;
  return rest === 0 ? String(within / 60) : `${Math.floor(within / 60)}:${String(rest).padStart(2, '0')}`;
}
