import type { GroupSize } from '@tailcamp/contracts';
import { type Problem, sizeOf } from '../problem.js';
import type { Random } from './random.js';
import type { Solution } from './solution.js';

/** Whether a change of cost and of broken rules is taken. */
export type Accept = (cost: number, broken: number) => boolean;

/** The exchanges that keep units whole, the locked in their places and sizes in bounds: each is tried, and made if accepted. */
export class Exchanges {
  /** What costs more than this, and leaves as many rules broken or more, is refused unasked. */
  limit = Number.POSITIVE_INFINITY;
  readonly #free: Uint8Array;
  /** By unit: whether one of its students is locked, and so are all. */
  readonly #locked: Uint8Array;
  readonly #sizes: readonly GroupSize[];
  readonly #sizeMayChange: boolean;

  constructor(
    private readonly problem: Problem,
    readonly solution: Solution,
    private readonly random: Random,
    locked: ReadonlySet<number>,
  ) {
    const { unitOf, members } = problem.units;
    this.#locked = Uint8Array.from(members, (unit) => (unit.some((student) => locked.has(student)) ? 1 : 0));
    this.#free = Uint8Array.from(unitOf, (unit) => (members[unit]!.length === 1 && this.#locked[unit] === 0 ? 1 : 0));
    this.#sizes = Array.from({ length: solution.partition.groups }, (_, group) => sizeOf(problem, group));
    this.#sizeMayChange = this.#sizes.some(({ min, max }) => min < max);
  }

  /** Whether a student is a unit of one and not locked. */
  isFree(student: number): boolean {
    return this.#free[student] === 1;
  }

  /** Whether a unit is of several and not locked. */
  mayMoveUnit(unit: number): boolean {
    return this.problem.units.members[unit]!.length > 1 && this.#locked[unit] === 0;
  }

  get sizeMayChange(): boolean {
    return this.#sizeMayChange;
  }

  /** Two students, free and of different groups, change places. */
  trySwap(a: number, b: number, accept: Accept): boolean {
    const { solution } = this;
    const { groupOf } = solution.partition;
    const [groupA, groupB] = [groupOf[a]!, groupOf[b]!];
    solution.preview(groupA, a, b);
    const costA = solution.nextCost - solution.costOf(groupA) - solution.costOf(groupB);
    const brokenA = solution.nextBroken - solution.brokenIn(groupA) - solution.brokenIn(groupB);
    // Were the other group perfect then, it would still be refused.
    if (costA + solution.leastCostOf(groupB) > this.limit && brokenA >= 0) return false;
    solution.preview(groupB, b, a);
    const cost = costA + solution.nextCost;
    const broken = brokenA + solution.nextBroken;
    if ((cost > this.limit && broken >= 0) || !accept(cost, broken)) return false;
    solution.swap(a, b);
    return true;
  }

  canMove(student: number, to: number): boolean {
    const { groupOf, sizes } = this.solution.partition;
    const from = groupOf[student]!;
    return from !== to && sizes[from]! > this.#sizes[from]!.min && sizes[to]! < this.#sizes[to]!.max;
  }

  /** A student, free, joins another group; ask `canMove` first. */
  tryMove(student: number, to: number, accept: Accept): boolean {
    const { solution } = this;
    const from = solution.partition.groupOf[student]!;
    solution.preview(from, student, -1);
    const [costFrom, brokenFrom] = [solution.nextCost, solution.nextBroken];
    solution.preview(to, -1, student);
    const cost = costFrom + solution.nextCost - solution.costOf(from) - solution.costOf(to);
    const broken = brokenFrom + solution.nextBroken - solution.brokenIn(from) - solution.brokenIn(to);
    if ((cost > this.limit && broken >= 0) || !accept(cost, broken)) return false;
    solution.move(student, to);
    return true;
  }

  /** A unit of several, not locked, goes to another group, and as many students as the sizes ask for come back. */
  tryUnit(unit: number, to: number, accept: Accept): boolean {
    const { solution } = this;
    const { partition } = solution;
    const members = this.problem.units.members[unit]!;
    const from = partition.groupOf[members[0]!]!;
    if (from === to) return false;
    const back = this.#comingBack(members.length, from, to);
    if (back === null) return false;
    const [cost, broken] = [solution.cost, solution.broken];
    for (const student of back) solution.move(student, from);
    for (const student of members) solution.move(student, to);
    if (accept(solution.cost - cost, solution.broken - broken)) return true;
    for (const student of members) solution.move(student, from);
    for (const student of back) solution.move(student, to);
    return false;
  }

  /** Whole units of `to`, drawn at random, so that both sizes stay in bounds; null when the draw does not fit. */
  #comingBack(leaving: number, from: number, to: number): number[] | null {
    const { sizes } = this.solution.partition;
    const [here, there] = [this.#sizes[from]!, this.#sizes[to]!];
    const least = Math.max(0, here.min - sizes[from]! + leaving, sizes[to]! + leaving - there.max);
    const most = Math.min(sizes[to]!, here.max - sizes[from]! + leaving, sizes[to]! + leaving - there.min);
    if (least > most) return null;
    const { unitOf, members } = this.problem.units;
    const inside = new Set(this.solution.partition.membersOf(to).map((student) => unitOf[student]!));
    const units = [...inside].filter((unit) => this.#locked[unit] === 0);
    this.random.shuffle(units);
    const back: number[] = [];
    for (const unit of units) {
      if (back.length >= Math.max(least, Math.min(leaving, most))) break;
      if (back.length + members[unit]!.length <= most) back.push(...members[unit]!);
    }
    return back.length >= least ? back : null;
  }
}
