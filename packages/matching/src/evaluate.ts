import type { CriterionScore, GroupSize, HardViolation, MatchedGroup } from '@tailcamp/contracts';
import type { Exact, Measure } from './criteria/measure.js';
import { partnersOf } from './criteria/pairs.js';
import { isTogether } from './criteria/together.js';
import { type Problem, sizeOf } from './problem.js';
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
 * Scores groups as they stand, every criterion from scratch. They need not hold all students, nor keep the sizes, nor be all
 * of the named groups. An empty one breaks no rule but that of its size.
 * @throws {RangeError} when a member is no student of the problem or in two groups, or a group none of the named ones.
 */
export function evaluate(problem: Problem, groups: readonly NamedGroup[]): Evaluation {
  const numbered = numberMembers(problem, groups);
  const places = placesOf(problem, groups);
  const partition = partitionOf(problem, numbered, places);
  const opened = problem.measures.map((measure) => ({
    measure,
    standing: standingBy(measure, partition),
  }));
  const violations: HardViolation[] = [];
  const matched = groups.map((group, at): MatchedGroup => {
    const [members, g] = [numbered[at]!, places[at]!];
    violations.push(...sizeViolation(group, sizeOf(problem, g)));
    const criteria = opened.map(({ measure, standing }): CriterionScore => {
      const { score: graded, shortfall } = standing(members, g);
      const satisfied = shortfall === 0;
      const evidence = measure.evidence(members, g);
      if (measure.hard && !satisfied && members.length > 0)
        violations.push(violation(problem, measure, group.name, members, evidence));
      const score = measure.step ? (satisfied ? 1 : 0) : Math.min(1, Math.max(0, graded));
      const scored = { kind: measure.kind, column: measure.column, score, satisfied, evidence };
      return measure.private ? { ...scored, private: true } : scored;
    });
    const names = members.map((i) => problem.students.ids[i]!);
    return { name: group.name, members: names, score: groupScore(problem.measures, criteria), criteria };
  });
  const scores = matched.map(({ score }) => score);
  const filled = scores.filter((_, at) => numbered[at]!.length > 0);
  return {
    objective: cohortObjective(
      problem.objective,
      scores,
      matched.map(({ members }) => members.length),
    ),
    worst: Math.min(1, ...filled),
    groups: matched,
    hardViolations: violations,
  };
}

/** Student numbers as groups called `Group 1`, `Group 2`, … or as the policy names them; those that may stay empty and do are left out. */
export function nameGroups(problem: Problem, groups: readonly (readonly number[])[]): NamedGroup[] {
  const { ids } = problem.students;
  const named = groups.map((members, g) => ({
    name: problem.named?.[g]?.name ?? `Group ${g + 1}`,
    members: members.map((i) => ids[i]!),
  }));
  return named.filter(({ members }, g) => members.length > 0 || sizeOf(problem, g).min > 0);
}

/** Numbers of the groups in a partition: of named groups each one's own, else the order in which they are given. */
function placesOf({ named }: Problem, groups: readonly NamedGroup[]): number[] {
  if (named === null) return groups.map((_, at) => at);
  const numbers = new Map(named.map(({ name }, g) => [name.toLowerCase(), g]));
  const places = groups.map(({ name }) => {
    const place = numbers.get(name.toLowerCase());
    if (place === undefined) throw new RangeError(`"${name}" is no group of the policy`);
    return place;
  });
  if (new Set(places).size < places.length) throw new RangeError('a group is there twice');
  return places;
}

function partitionOf({ named, students }: Problem, numbered: number[][], places: readonly number[]): Partition {
  const groups: number[][] = Array.from({ length: named?.length ?? numbered.length }, () => []);
  places.forEach((place, at) => {
    groups[place] = numbered[at]!;
  });
  return Partition.of(students.ids.length, groups);
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

/** How members stand who are that group of the partition. */
function standingBy(measure: Measure, partition: Partition): (members: readonly number[], group: number) => Exact {
  const { exactly } = measure;
  if (exactly !== undefined) return exactly;
  const tally = measure.open(partition);
  return (_, group) => ({ score: tally.score(group, -1, -1), shortfall: tally.shortfall(group, -1, -1) });
}

function groupScore(measures: readonly Measure[], criteria: readonly CriterionScore[]): number {
  const weight = measures.reduce((sum, measure) => sum + measure.weight, 0);
  if (weight === 0) return 1;
  return measures.reduce((sum, measure, c) => sum + measure.weight * criteria[c]!.score, 0) / weight;
}

function sizeViolation(group: NamedGroup, size: GroupSize): HardViolation[] {
  const n = group.members.length;
  if (n >= size.min && n <= size.max) return [];
  const detail = `${n} ${n === 1 ? 'member' : 'members'}, ${showSize(size)} wanted`;
  return [{ kind: 'groupSize', column: '', group: group.name, members: [...group.members], detail }];
}

export function showSize({ min, max }: GroupSize): string {
  return min === max ? `exactly ${min}` : `${min} to ${max}`;
}

/** What the sizes ask for: `groups of 3 to 5`, `5 named groups for 12 to 20`. */
export function showSizes({ named, size }: Pick<Problem, 'named' | 'size'>): string {
  if (named === null) return `groups of ${showSize(size)}`;
  const total = (end: 'min' | 'max') => named.reduce((sum, group) => sum + group[end], 0);
  const places = { min: total('min'), max: total('max') };
  return `${named.length} named ${named.length === 1 ? 'group' : 'groups'} for ${showSize(places)} students`;
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
