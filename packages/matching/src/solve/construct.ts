import type { GroupSize } from '@tailcamp/contracts';
import { type Problem, sizeOf } from '../problem.js';
import type { Candidates } from './candidates.js';
import { Partition } from './partition.js';
import type { Random } from './random.js';
import { evenTargets } from './sizes.js';
import { Solution } from './solution.js';

const LOOKED_AT = 48;

/**
 * A first grouping, greedily: units of several students first, largest first, each where it breaks least; then group after
 * group takes whom it breaks fewest rules with and scores best with. Null when the units do not fit the groups.
 */
export function construct(problem: Problem, groups: number, candidates: Candidates, random: Random): Solution | null {
  const students = problem.students.ids.length;
  const solution = new Solution(problem, new Partition(students, groups, 2 * problem.size.max));
  const { partition } = solution;
  const sizes = Array.from({ length: groups }, (_, group) => sizeOf(problem, group));
  const several = problem.units.members.filter((unit) => unit.length > 1).sort((a, b) => b.length - a.length);
  for (const unit of several) {
    const group = roomiest(solution, unit, sizes);
    if (group === null) return null;
    for (const student of unit) solution.move(student, group);
  }
  const targets = evenTargets(students, Array.from(partition.sizes), sizes);
  if (targets === null) return null;

  const free = new Pool(problem.units.members.filter((unit) => unit.length === 1).map(([student]) => student!));
  free.shuffle(random);
  for (let group = 0; group < groups; group++) {
    while (partition.sizes[group]! < targets[group]!) {
      const student = bestFor(solution, group, free, candidates, random);
      free.remove(student);
      solution.move(student, group);
    }
  }
  return solution;
}

function roomiest(solution: Solution, unit: readonly number[], sizes: readonly GroupSize[]): number | null {
  const { partition } = solution;
  let best: { group: number; size: number; broken: number } | null = null;
  for (let group = 0; group < partition.groups; group++) {
    const size = partition.sizes[group]!;
    if (size + unit.length > sizes[group]!.max) continue;
    solution.preview(group, -1, unit[0]!);
    const broken = solution.nextBroken;
    if (best === null || size < best.size || (size === best.size && broken < best.broken))
      best = { group, size, broken };
  }
  return best?.group ?? null;
}

function bestFor(solution: Solution, group: number, free: Pool, candidates: Candidates, random: Random): number {
  const { partition } = solution;
  let [best, broken, cost] = [-1, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  const look = (student: number) => {
    solution.preview(group, -1, student);
    if (solution.nextBroken > broken || (solution.nextBroken === broken && solution.nextCost >= cost)) return;
    [best, broken, cost] = [student, solution.nextBroken, solution.nextCost];
  };
  if (candidates.dense) {
    for (let at = 0; at < free.size; at++) look(free.at(at));
    return best;
  }
  if (partition.sizes[group] === 0) return free.at(0);
  for (const member of partition.membersOf(group)) {
    for (let k = 0; k < candidates.perStudent; k++) {
      const near = candidates.near[member * candidates.perStudent + k]!;
      if (free.has(near)) look(near);
    }
  }
  const drawn = best === -1 ? LOOKED_AT : candidates.strangers;
  for (let draw = 0; draw < drawn; draw++) look(free.at(random.below(free.size)));
  return best;
}

/** Students who are in no group yet. */
class Pool {
  readonly #students: number[];
  readonly #position: Map<number, number>;

  constructor(students: readonly number[]) {
    this.#students = [...students];
    this.#position = new Map();
  }

  get size(): number {
    return this.#students.length;
  }

  at(position: number): number {
    return this.#students[position]!;
  }

  has(student: number): boolean {
    return this.#position.has(student);
  }

  shuffle(random: Random): void {
    random.shuffle(this.#students);
    this.#students.forEach((student, position) => {
      this.#position.set(student, position);
    });
  }

  remove(student: number): void {
    const position = this.#position.get(student)!;
    const last = this.#students.pop()!;
    this.#position.delete(student);
    if (last === student) return;
    this.#students[position] = last;
    this.#position.set(last, position);
  }
}
