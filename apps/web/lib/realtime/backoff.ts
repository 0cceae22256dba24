const FIRST_MS = 500;
const LONGEST_MS = 30_000;

/** How long to wait after so many failures, from 1: doubling to half a minute, spread so that not all come back at once. */
export const backoff = (failures: number, chance = Math.random()): number =>
  Math.min(LONGEST_MS, FIRST_MS * 2 ** (failures - 1)) * (0.5 + chance / 2);
