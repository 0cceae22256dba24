import { type NamedGroup, numberMembers } from '../evaluate.js';
import { type Problem, sizeOf } from '../problem.js';
import { cohortObjective } from '../solve/objective.js';
import { NOBODY, Partition } from '../solve/partition.js';
import { Solution } from '../solve/solution.js';
import { standingGroups } from './standing.js';

/** Another place for a student, and what taking it would change. */
export interface Place {
  readonly member: string;
  /** The group that the student would go to. */
  readonly to: string;
  /** Who would come in exchange; null for a move. */
  readonly with: string | null;
  /** What the scores of the student's group, of the other group and of the whole cohort would change by. */
  readonly here: number;
  readonly there: number;
  readonly camp: number;
  /** What the number of broken rules and their distances would change by; below 0 when rules are mended. */
  readonly broken: number;
}

interface PlacesOptions {
  /** Ids of students who stay where they are. */
  readonly locked?: ReadonlySet<string>;
  /** For each member. */
  readonly most: number;
}

/**
 * For each member of a group the best other places: those that break fewest rules, then those that are best for the
 * cohort. A student whom a hard `together` ties to others has none alone.
 * @throws {RangeError} when there is no such group
 */
export function placesFor(
  problem: Problem,
  given: readonly NamedGroup[],
  name: string,
  { locked = new Set(), most }: PlacesOptions,
): Map<string, Place[]> {
  const { ids } = problem.students;
  const groups = standingGroups(problem, given);
  const from = groups.findIndex((group) => group.name === name);
  if (from === -1) throw new RangeError(`There is no group "${name}"`);
  const solution = new Solution(problem, Partition.of(ids.length, numberMembers(problem, groups)));
  const { partition } = solution;
  const scores = solution.scores();
  const sizes = Array.from(partition.sizes);
  const objective = cohortObjective(problem.objective, scores, sizes);
  const free = (student: number) =>
    problem.units.members[problem.units.unitOf[student]!]!.length === 1 && !locked.has(ids[student]!);

  const changed = (student: number, to: number, other: number): Place => {
    solution.preview(from, student, other);
    const brokenFrom = solution.nextBroken - solution.brokenIn(from);
    solution.preview(to, other, student);
    const broken = brokenFrom + solution.nextBroken - solution.brokenIn(to);
    const gone = other === NOBODY ? 1 : 0;
    const here = solution.score(from, student, other);
    const there = solution.score(to, other, student);
    const after = replaced(scores, from, here, to, there);
    const camp = cohortObjective(
      problem.objective,
      after,
      replaced(sizes, from, sizes[from]! - gone, to, sizes[to]! + gone),
    );
    return {
      member: ids[student]!,
      to: groups[to]!.name,
      with: other === NOBODY ? null : ids[other]!,
      here: here - scores[from]!,
      there: there - scores[to]!,
      camp: camp - objective,
      broken,
    };
  };

  return new Map(
    partition.membersOf(from).map((student) => {
      if (!free(student)) return [ids[student]!, []];
      const places: Place[] = [];
      for (let to = 0; to < groups.length; to++) {
        if (to === from) continue;
        if (sizes[from]! > sizeOf(problem, from).min && sizes[to]! < sizeOf(problem, to).max)
          places.push(changed(student, to, NOBODY));
        for (const other of partition.membersOf(to)) if (free(other)) places.push(changed(student, to, other));
      }
      places.sort((a, b) => (Math.abs(a.broken - b.broken) > 1e-9 ? a.broken - b.broken : b.camp - a.camp));
      return [ids[student]!, places.slice(0, most)];
    }),
  );
}

function replaced(values: readonly number[], a: number, ofA: number, b: number, ofB: number): number[] {
  const copy = [...values];
  copy[a] = ofA;
  copy[b] = ofB;
  return copy;
}
