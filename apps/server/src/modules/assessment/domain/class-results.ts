/** Wide enough for a class to be read, narrow enough to see two humps. */
const STEP = 0.5;
const [LOWEST, HIGHEST] = [-3, 3];
/** From here on a skill counts as mastered. */
export const MASTERED = 0.8;

/** Abilities by steps of half a standard deviation; what lies beyond the ends counts in the last step. */
export function distributionOf(abilities: readonly number[]): { from: number; to: number; students: number }[] {
  const steps = (HIGHEST - LOWEST) / STEP;
  const counts = Array.from({ length: steps }, () => 0);
  for (const ability of abilities) {
    const step = Math.floor((ability - LOWEST) / STEP);
    counts[Math.max(0, Math.min(steps - 1, step))]! += 1;
  }
  return counts.map((students, step) => ({ from: LOWEST + step * STEP, to: LOWEST + (step + 1) * STEP, students }));
}

export const meanOf = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
