/** A key signs for this long. */
export const SIGNING_MS = 90 * 24 * 3_600_000;

/** It verifies for this long after its successor came: longer than any token it signed, and than clocks differ. */
export const OVERLAP_MS = 3_600_000;

export interface Dated {
  createdAt: Date;
}

/** The key to sign with, or undefined when a new one is due. Keys come newest first. */
export function signingKey<K extends Dated>(keys: readonly K[], now: Date): K | undefined {
  const newest = keys[0];
  return newest !== undefined && now.getTime() - newest.createdAt.getTime() < SIGNING_MS ? newest : undefined;
}

/** The keys whose signatures still count: the newest, and those whose successor is younger than the overlap. */
export function verifyingKeys<K extends Dated>(keys: readonly K[], now: Date): K[] {
  return keys.filter((_, at) => {
    const successor = keys[at - 1];
    return successor === undefined || now.getTime() - successor.createdAt.getTime() < OVERLAP_MS;
  });
}
