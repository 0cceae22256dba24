import type { HardViolation } from '@tailcamp/contracts';
import { type Evaluation, evaluate, type NamedGroup } from '../evaluate.js';
import type { Problem } from '../problem.js';
import { cohortObjective } from '../solve/objective.js';

/**
 * The evaluation of groups that differ in few places from ones evaluated before: only groups whose members changed are
 * scored anew. Equal to `evaluate(problem, groups)`.
 * @throws {RangeError} when a member is no student of the problem, or in two groups.
 */
export function reevaluate(problem: Problem, before: Evaluation, groups: readonly NamedGroup[]): Evaluation {
  const same = groups.map(({ name, members }, g) => {
    const known = before.groups[g];
    return known?.name === name && isSame(known.members, members);
  });
  if (groups.length !== before.groups.length || !same.includes(true)) return evaluate(problem, groups);
  // Those that stand keep their places, for a named group is known by its number; emptied, they cost nothing.
  const fresh = evaluate(
    problem,
    groups.map(({ name, members }, g) => ({ name, members: same[g] ? [] : members })),
  );
  const matched = groups.map((_, g) => (same[g] ? before.groups[g]! : fresh.groups[g]!));
  const scores = matched.map(({ score }) => score);
  const sizes = matched.map(({ members }) => members.length);
  return {
    objective: cohortObjective(problem.objective, scores, sizes),
    worst: Math.min(1, ...scores.filter((_, g) => sizes[g]! > 0)),
    groups: matched,
    hardViolations: groups.flatMap(({ name }, g) => of(same[g] ? before : fresh, name)),
  };
}

const of = ({ hardViolations }: Evaluation, name: string): HardViolation[] =>
  hardViolations.filter(({ group }) => group === name);

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((member, i) => member === other[i]);
}
