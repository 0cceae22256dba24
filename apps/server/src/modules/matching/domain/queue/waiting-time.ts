const MINUTE = 60_000;
const HALF_HOUR = 30 * MINUTE;
const POINTS = 48;

export const minutesSince = (from: Date, now: Date): number => (now.getTime() - from.getTime()) / MINUTE;
export const minutesAfter = (from: Date, minutes: number): Date => new Date(from.getTime() + minutes * MINUTE);

/** When somebody was in the queue; null while they still are. */
export interface Stay {
  joinedAt: Date;
  endedAt: Date | null;
}

/** How many were in the queue at each half hour of the last day, the last point now. */
export function waitingOverTime(stays: readonly Stay[], now: Date): { at: Date; waiting: number }[] {
  return Array.from({ length: POINTS + 1 }, (_, back) => {
    const at = new Date(now.getTime() - (POINTS - back) * HALF_HOUR);
    const there = ({ joinedAt, endedAt }: Stay) => joinedAt <= at && (endedAt === null || endedAt > at);
    return { at, waiting: stays.filter(there).length };
  });
}

/** The first of these minutes of waiting that lies ahead of somebody who joined then. */
export function nextMoment(joinedAt: Date, moments: readonly number[], now: Date): Date | null {
  const waited = minutesSince(joinedAt, now);
  const ahead = moments.filter((minutes) => minutes > waited);
  return ahead.length === 0 ? null : minutesAfter(joinedAt, Math.min(...ahead));
}

export const earliest = (moments: readonly (Date | null)[]): Date | null =>
  moments.reduce((first, at) => (at !== null && (first === null || at < first) ? at : first), null);

export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
