import { DAYS, HOURS, WEEK } from '../../ui/week/hours';

/** How far a zone is ahead of UTC at a moment, in whole hours (the half hours of some zones are rounded). */
function hoursAhead(zone: string, at: Date): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    dateStyle: 'short',
    timeStyle: 'short',
  });
  const wall = new Date(`${parts.format(at)} UTC`).getTime();
  return Math.round((wall - at.getTime()) / 3_600_000);
}

/** The 168 counts of a week in one zone, as they fall in another now; as they are where they name none. */
export function inReadersZone(
  free: { zone: string | null; counts: readonly number[] },
  zone: string,
  at: Date = new Date(),
): readonly number[] {
  if (free.zone === null) return free.counts;
  const shift = hoursAhead(zone, at) - hoursAhead(free.zone, at);
  return Array.from({ length: WEEK }, (_, hour) => free.counts[(hour - shift + WEEK) % WEEK] ?? 0);
}

/** How many hours of the week all members are free. */
export const commonHours = (counts: readonly number[], members: number): number =>
  members === 0 ? 0 : counts.slice(0, DAYS * HOURS).filter((count) => count === members).length;
