import type { CriterionScore, HardViolation, MatchedGroup } from '@tailcamp/contracts';
import type { Measure } from './criteria/measure.js';
import { partnersOf } from './criteria/pairs.js';
import { isTogether } from './criteria/together.js';
import type { Problem } from './problem.js';
import { cohortObjective } from './solve/objective.js';
import { Partition } from './solve/partition.js';

/** A grouping by the ids of its members. */
export interface NamedGroup {
  readonly name: string;
  readonly members: readonly string[];
}

export interface Evaluation {
  /** 0 to 1; higher is better. */
  readonly objective: number;
  /** The smallest group score. */
  readonly worst: number;
  readonly groups: readonly MatchedGroup[];
  readonly hardViolations: readonly HardViolation[];
}

/**
 * Scores groups as they stand, every criterion from scratch. They need not hold all students, nor keep the sizes.
 * @throws {RangeError} when a member is no student of the problem, or in two groups.
 */
export function evaluate(problem: Problem, groups: readonly NamedGroup[]): Evaluation {
  const numbered = numberMembers(problem, groups);
  const partition = Partition.of(problem.students.ids.length, numbered);
  const opened = problem.measures.map((measure) => ({ measure, tally: measure.open(partition) }));
  const violations: HardViolation[] = [];
  const matched = groups.map((group, g): MatchedGroup => {
    const members = numbered[g]!;
    violations.push(...sizeViolation(problem, group));
    const criteria = opened.map(({ measure, tally }): CriterionScore => {
      const satisfied = tally.shortfall(g, -1, -1) === 0;
      const evidence = measure.evidence(members);
      if (measure.hard && !satisfied) violations.push(violation(problem, measure, group.name, members, evidence));
      const score = measure.step ? (satisfied ? 1 : 0) : Math.min(1, Math.max(0, tally.score(g, -1, -1)));
      const scored = { kind: measure.kind, column: measure.column, score, satisfied, evidence };
      return measure.private ? { ...scored, private: true } : scored;
    });
    const names = members.map((i) => problem.students.ids[i]!);
    return { name: group.name, members: names, score: groupScore(problem.measures, criteria), criteria };
  });
  const scores = matched.map(({ score }) => score);
  return {
    objective: cohortObjective(
      problem.objective,
      scores,
      matched.map(({ members }) => members.length),
    ),
    worst: Math.min(1, ...scores),
    groups: matched,
    hardViolations: violations,
  };
}

/** Student numbers as groups called `Group 1`, `Group 2`, … */
export function nameGroups(problem: Problem, groups: readonly (readonly number[])[]): NamedGroup[] {
  return groups.map((members, g) => ({
    name: `Group ${g + 1}`,
    members: members.map((i) => problem.students.ids[i]!),
  }));
}

/** Student numbers of the members. @throws {RangeError} when one is no student of the problem, or in two groups. */
export function numberMembers(problem: Problem, groups: readonly NamedGroup[]): number[][] {
  const numbers = new Map(problem.students.ids.map((id, i) => [id.toLowerCase(), i]));
  const placed = new Set<number>();
  return groups.map(({ members }) =>
    members.map((id) => {
      const number = numbers.get(id.toLowerCase());
      if (number === undefined) throw new RangeError(`"${id}" is no student of the survey`);
      if (placed.has(number)) throw new RangeError(`"${id}" is in two groups`);
      placed.add(number);
      return number;
    }),
  );
}

function groupScore(measures: readonly Measure[], criteria: readonly CriterionScore[]): number {
  const weight = measures.reduce((sum, measure) => sum + measure.weight, 0);
  if (weight === 0) return 1;
  return measures.reduce((sum, measure, c) => sum + measure.weight * criteria[c]!.score, 0) / weight;
}

function sizeViolation({ size }: Problem, group: NamedGroup): HardViolation[] {
  const n = group.members.length;
  if (n >= size.min && n <= size.max) return [];
  const detail = `${n} ${n === 1 ? 'member' : 'members'}, ${showSize(size)} wanted`;
  return [{ kind: 'groupSize', column: '', group: group.name, members: [...group.members], detail }];
}

export function showSize({ min, max }: { min: number; max: number }): string {
  return min === max ? `exactly ${min}` : `${min} to ${max}`;
}

function violation(
  problem: Problem,
  measure: Measure,
  group: string,
  members: readonly number[],
  evidence: string,
): HardViolation {
  const concerned = isTogether(measure)
    ? members.filter((i) => partnersOf(measure.ties, i).some((partner) => !members.includes(partner)))
    : members;
  const detail = `${measure.rule}: ${evidence}`;
  const ids = concerned.map((i) => problem.students.ids[i]!);
  return { kind: measure.kind, column: measure.column, group, members: ids, detail };
}
