import type { AssessmentSettings } from '@tailcamp/contracts';

const HOUR = 3_600_000;

/**
 * Whether another attempt may be started.
 * @param before those of the same member and track, none of them open
 * @returns when it may be, where waiting is all that it takes; null at once or never
 */
export function mayStart(
  before: readonly { finishedAt: Date | null }[],
  { attempts, waitHours }: Pick<AssessmentSettings, 'attempts' | 'waitHours'>,
  now: Date,
): { may: boolean; notBefore: Date | null } {
  if (attempts !== null && before.length >= attempts) return { may: false, notBefore: null };
  const newest = Math.max(...before.map(({ finishedAt }) => finishedAt?.getTime() ?? 0));
  const due = newest + waitHours * HOUR;
  return before.length === 0 || now.getTime() >= due
    ? { may: true, notBefore: null }
    : { may: false, notBefore: new Date(due) };
}
