import { circleIn } from './circle.js';

/** A row of a file with the columns `skill` and `prerequisite`. */
export interface PrerequisiteRow {
  /** As a spreadsheet counts it. */
  readonly row: number;
  readonly skill: string;
  /** Empty where the row only names a skill. */
  readonly prerequisite: string;
}

export interface PrerequisiteProblem {
  readonly row: number;
  readonly column: 'skill' | 'prerequisite';
  readonly reason: string;
}

/**
 * What keeps such rows from being a graph of skills: names that are missing or unknown, rows that stand there twice, and
 * a circle, named in order at the row that closes it.
 * @param known the skills there are; null where every name of the file makes one
 */
export function problemsIn(
  rows: readonly PrerequisiteRow[],
  known: ReadonlySet<string> | null = null,
): readonly PrerequisiteProblem[] {
  const problems: PrerequisiteProblem[] = [];
  const firstAt = new Map<string, number>();
  const requires = new Map<string, string[]>();
  for (const { row, skill, prerequisite } of rows) {
    if (skill === '') {
      problems.push({ row, column: 'skill', reason: 'the skill has no name' });
      continue;
    }
    for (const [column, name] of [['skill', skill] as const, ['prerequisite', prerequisite] as const]) {
      if (name !== '' && known !== null && !known.has(name)) {
        problems.push({ row, column, reason: `there is no skill "${name}"` });
      }
    }
    const key = JSON.stringify([skill, prerequisite]);
    const before = firstAt.get(key);
    if (before !== undefined) {
      problems.push({ row, column: 'prerequisite', reason: `the same as row ${before}` });
      continue;
    }
    firstAt.set(key, row);
    const needed = requires.get(skill) ?? [];
    requires.set(skill, needed);
    if (prerequisite !== '') needed.push(prerequisite);
  }
  const circle = circleIn(requires);
  if (circle !== null) {
    const edges = circle.slice(1).map((needed, at) => firstAt.get(JSON.stringify([circle[at], needed])) ?? 0);
    const reason = `these skills require each other: ${circle.join(' → ')}`;
    problems.push({ row: Math.max(...edges), column: 'prerequisite', reason });
  }
  return problems.sort((a, b) => a.row - b.row);
}
