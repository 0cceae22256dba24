import type { RubricRow } from '@tailcamp/contracts';

/** What is wrong with levels given by a rubric, by the place of the criterion; nothing where they fit. */
export function misgraded(rubric: readonly RubricRow[], levels: readonly number[]): { at: number; message: string }[] {
  if (levels.length !== rubric.length)
    return [{ at: levels.length, message: `The rubric has ${rubric.length} criteria` }];
  return rubric.flatMap(({ criterion, levels: known }, at) =>
    (levels[at] ?? 0) < known.length ? [] : [{ at, message: `“${criterion}” has ${known.length} levels` }],
  );
}

/** The sum of what the levels reached are worth. */
export const pointsOf = (rubric: readonly RubricRow[], levels: readonly number[]): number =>
  rubric.reduce((sum, { levels: known }, at) => sum + (known[levels[at] ?? 0]?.points ?? 0), 0);
