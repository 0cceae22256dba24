/** A session ends this long after it was opened, however often it is refreshed. */
export const SESSION_LIFETIME_MS = 30 * 24 * 3_600_000;

/**
 * Two tabs, or an answer that was lost on the way, show the token that was just used a second time. For this long that
 * is no theft (OWASP ASVS 5.0, 10.4.5).
 */
export const GRACE_MS = 10_000;

export interface Family {
  generation: number;
  rotatedAt: Date;
  expiresAt: Date;
  endedAt: Date | null;
}

/**
 * What a refresh token of `generation` is worth to its family now.
 * - `rotate`: it is the present one; the family moves on.
 * - `sibling`: it is the one before, within the grace; it gets another token of the present generation. Whichever
 *   sibling is used first moves the family on, and the others are then of an earlier generation: a thief who won one
 *   within the grace is found out at the next refresh all the same.
 * - `replayed`: it was used before; the family ends.
 * - `ended`: the session is over.
 */
export type RefreshVerdict = 'rotate' | 'sibling' | 'replayed' | 'ended';

export function judgeRefresh(generation: number, family: Family, now: Date): RefreshVerdict {
  if (family.endedAt !== null || family.expiresAt <= now) return 'ended';
  if (generation === family.generation) return 'rotate';
  const sinceRotation = now.getTime() - family.rotatedAt.getTime();
  return generation === family.generation - 1 && sinceRotation <= GRACE_MS ? 'sibling' : 'replayed';
}
