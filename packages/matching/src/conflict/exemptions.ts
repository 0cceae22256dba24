import type { HardViolation } from '@tailcamp/contracts';
import type { Measure } from '../criteria/measure.js';
import type { Problem } from '../problem.js';
import { Partition } from '../solve/partition.js';

/** More places than this are no small thing to ask for. */
const MOST_PLACES = 4;

/**
 * Whom the broken rules of a grouping would have to be dropped for so that it keeps all others, in words: `every other rule is
 * kept if "at least 3 common hours" is dropped for Ana and Bo in Group 2`. Null where that is more than a few places.
 */
export function exemptions(problem: Problem, violations: readonly HardViolation[]): string | null {
  if (violations.length === 0 || violations.length > MOST_PLACES) return null;
  const numbers = new Map(problem.students.ids.map((id, i) => [id, i]));
  const dropped = violations.map(({ kind, column, group, members, detail }) => {
    const measure = problem.measures.find((one) => one.hard && one.kind === kind && one.column === column);
    if (measure === undefined) return `${group} may have ${detail}`;
    const inGroup = members.flatMap((id) => numbers.get(id) ?? []);
    const place = Math.max(0, problem.named?.findIndex(({ name }) => name === group) ?? 0);
    const names = fewestOut(problem, measure, inGroup, place).map((i) => problem.students.names[i]!);
    return `"${measure.rule}" is dropped for ${list(names)} in ${group}`;
  });
  return `every other rule is kept if ${list(dropped)}`;
}

/** The fewest without whom the others of the group keep the rule: one, two, or all of them. */
function fewestOut(problem: Problem, measure: Measure, members: readonly number[], place: number): readonly number[] {
  const students = problem.students.ids.length;
  const groups = problem.named?.length ?? 1;
  const keptWithout = (out: readonly number[]) => {
    const rest = members.filter((i) => !out.includes(i));
    const partition = Partition.of(
      students,
      Array.from({ length: groups }, (_, g) => (g === place ? rest : [])),
    );
    return rest.length === 0 || measure.open(partition).shortfall(place, -1, -1) === 0;
  };
  const one = members.find((i) => keptWithout([i]));
  if (one !== undefined) return [one];
  for (const a of members) for (const b of members) if (a < b && keptWithout([a, b])) return [a, b];
  return members;
}

function list(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
