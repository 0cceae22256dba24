import type { LatePolicy, RubricCriterion } from '@tailcamp/contracts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

export interface Lateness {
  late: boolean;
  /** Percent that are lost. */
  penalty: number;
  /** Whether it is taken at all. */
  accepted: boolean;
}

/** What comes of handing in at a moment: within the grace it is in time, then each day begun costs. */
export function lateness({ accept, graceMinutes, percentPerDay, most }: LatePolicy, dueAt: Date, at: Date): Lateness {
  const late = at.getTime() > dueAt.getTime() + graceMinutes * MINUTE;
  if (!late) return { late, penalty: 0, accepted: true };
  const days = Math.ceil((at.getTime() - dueAt.getTime()) / DAY);
  return { late, penalty: Math.min(most, days * percentPerDay), accepted: accept };
}

/** The sum of the chosen levels; null while a criterion has none. A rubric without criteria gives no points. */
export function rubricPoints(
  rubric: readonly RubricCriterion[],
  levels: Readonly<Record<string, string>>,
): number | null {
  if (rubric.length === 0) return null;
  let sum = 0;
  for (const criterion of rubric) {
    const level = criterion.levels.find(({ id }) => id === levels[criterion.id]);
    if (level === undefined) return null;
    sum += level.points;
  }
  return sum;
}

/** Whether every choice is of a criterion that there is, at a level that it has. */
export const choosesWhatThereIs = (
  rubric: readonly RubricCriterion[],
  levels: Readonly<Record<string, string>>,
): boolean =>
  Object.entries(levels).every(([criterionId, levelId]) =>
    rubric.find(({ id }) => id === criterionId)?.levels.some(({ id }) => id === levelId),
  );

/** The best levels together: what a rubric makes reachable. */
export const reachable = (rubric: readonly RubricCriterion[], points: number): number =>
  rubric.length === 0
    ? points
    : rubric.reduce((sum, { levels }) => sum + Math.max(...levels.map((level) => level.points)), 0);

interface Reached {
  given: number | null;
  penalty: number;
  override: number | null;
}
/** What counts, to the hundredth: what was set by hand, else what was given less the penalty. */
export function counted({ given, penalty, override }: Reached): number | null {
  if (override !== null) return override;
  return given === null ? null : Math.round(given * (100 - penalty)) / 100;
}
