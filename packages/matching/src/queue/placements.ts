import { numberMembers } from '../evaluate.js';
import type { Problem } from '../problem.js';
import { NOBODY, Partition } from '../solve/partition.js';
import { Solution } from '../solve/solution.js';

/** A group that stands, by the ids of its members. */
export interface StandingGroup {
  readonly id: string;
  readonly members: readonly string[];
}

/** What it would do to a group to take one student in. */
export interface Effect {
  readonly group: string;
  readonly student: string;
  /** The group's score as it is and as it would be, 0 to 1. */
  readonly before: number;
  readonly after: number;
  /** Hard rules, in words, that the group keeps now and would not then; the largest size is one of them. */
  readonly breaks: readonly string[];
}

/**
 * The effect of each of these students, who are in none of the groups, on each group.
 * @throws {RangeError} when somebody is no student of the problem, or in two groups
 */
export function placements(
  problem: Problem,
  groups: readonly StandingGroup[],
  studentIds: readonly string[],
): Effect[] {
  const numbered = numberMembers(
    problem,
    groups.map(({ id, members }) => ({ name: id, members })),
  );
  const students = numberMembers(problem, [{ name: '', members: studentIds }])[0]!;
  const partition = Partition.of(problem.students.ids.length, numbered);
  const solution = new Solution(problem, partition);
  const rules = problem.measures
    .filter((measure) => measure.hard)
    .map((measure) => ({ rule: measure.rule, tally: measure.open(partition) }));
  return groups.flatMap(({ id }, g) =>
    students.map((student, s): Effect => {
      const breaks = rules
        .filter(({ tally }) => tally.shortfall(g, NOBODY, NOBODY) === 0 && tally.shortfall(g, NOBODY, student) > 0)
        .map(({ rule }) => rule);
      if (partition.sizes[g]! + 1 > problem.size.max) breaks.push(`groups of at most ${problem.size.max}`);
      return {
        group: id,
        student: studentIds[s]!,
        before: solution.score(g),
        after: solution.score(g, NOBODY, student),
        breaks,
      };
    }),
  );
}
