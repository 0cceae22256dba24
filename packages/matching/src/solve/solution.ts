import type { Tally } from '../criteria/measure.js';
import type { Problem } from '../problem.js';
import { Memo } from './memo.js';
import { cohortObjective, groupCost } from './objective.js';
import { NOBODY, Partition } from './partition.js';

/** A broken rule counts 1 and its distance, so that fewer broken rules come before nearer ones. */
const BROKEN = 1;

/** A grouping with its running scores. `preview` tells what a change of one group would make of it; `swap` and `move` make it. */
export class Solution {
  readonly partition: Partition;
  /** Sum over the groups of what the objective makes small. */
  cost = 0;
  /** Sum over the groups and hard rules of broken rules and their distances; 0 when all are kept. */
  broken = 0;
  /** Of the group last previewed. */
  nextCost = 0;
  nextBroken = 0;

  #memo: Memo | null = null;
  readonly #problem: Problem;
  readonly #tallies: readonly Tally[];
  readonly #hard: readonly Tally[];
  readonly #weighted: readonly { tally: Tally; weight: number; step: boolean }[];
  readonly #weight: number;
  readonly #costs: Float64Array;
  readonly #brokenBy: Float64Array;

  constructor(problem: Problem, partition: Partition) {
    this.#problem = problem;
    this.partition = partition;
    const opened = problem.measures.map((measure) => ({ measure, tally: measure.open(partition) }));
    this.#tallies = opened.map(({ tally }) => tally);
    const merged = problem.units.members.some((unit) => unit.length > 1);
    this.#hard = opened
      // Merged units keep a hard `together`, so that there is nothing to count.
      .filter(({ measure }) => measure.hard && !(merged && measure.kind === 'together'))
      .map(({ tally }) => tally);
    this.#weighted = opened
      .filter(({ measure }) => !measure.hard)
      .map(({ measure, tally }) => ({ tally, weight: measure.weight, step: measure.step }));
    this.#weight = this.#weighted.reduce((sum, { weight }) => sum + weight, 0);
    this.#costs = new Float64Array(partition.groups);
    this.#brokenBy = new Float64Array(partition.groups);
    for (let group = 0; group < partition.groups; group++) this.#refresh(group);
  }

  static of(problem: Problem, groups: readonly (readonly number[])[]): Solution {
    return new Solution(problem, Partition.of(problem.students.ids.length, groups));
  }

  /** Weighted mean of the weighted criteria, after the change; 1 when there are none. */
  score(group: number, out = NOBODY, into = NOBODY): number {
    if (this.#weight === 0) return 1;
    let sum = 0;
    for (let c = 0; c < this.#weighted.length; c++) {
      const { tally, weight, step } = this.#weighted[c]!;
      if (!step) sum += weight * tally.score(group, out, into);
      else if (tally.shortfall(group, out, into) === 0) sum += weight;
    }
    return sum / this.#weight;
  }

  /** From here on, what changes would come to is kept while their groups stand. */
  remember(): void {
    this.#memo ??= new Memo(this.partition.students, this.partition.groups);
  }

  preview(group: number, out: number, into: number): void {
    const memo = this.#memo;
    if (memo?.finds(group, out, into) === true) {
      this.nextCost = memo.cost;
      this.nextBroken = memo.broken;
      return;
    }
    this.#look(group, out, into);
    memo?.keep(group, out, into, this.nextCost, this.nextBroken);
  }

  #look(group: number, out: number, into: number): void {
    const n = this.partition.sizes[group]! - (out >= 0 ? 1 : 0) + (into >= 0 ? 1 : 0);
    this.nextBroken = n === 0 ? 0 : this.#previewBroken(group, out, into);
    this.nextCost = n === 0 ? 0 : groupCost(this.#problem.objective, this.score(group, out, into), n);
  }

  brokenIn(group: number): number {
    return this.#brokenBy[group]!;
  }

  costOf(group: number): number {
    return this.#costs[group]!;
  }

  /** Of a perfect group of that size. */
  leastCostOf(group: number): number {
    return groupCost(this.#problem.objective, 1, this.partition.sizes[group]!);
  }

  /** Two students of different groups change places. */
  swap(a: number, b: number): void {
    const { partition } = this;
    const [groupA, groupB] = [partition.groupOf[a]!, partition.groupOf[b]!];
    for (let t = 0; t < this.#tallies.length; t++) {
      this.#tallies[t]!.commit(groupA, a, b);
      this.#tallies[t]!.commit(groupB, b, a);
    }
    partition.swap(a, b);
    this.#refresh(groupA);
    this.#refresh(groupB);
  }

  /** A student goes to another group, or from or to none (-1). */
  move(student: number, to: number): void {
    const from = this.partition.groupOf[student]!;
    if (from >= 0) {
      for (const tally of this.#tallies) tally.commit(from, student, NOBODY);
      this.partition.change(from, student, NOBODY);
      this.#refresh(from);
    }
    if (to >= 0) {
      for (const tally of this.#tallies) tally.commit(to, NOBODY, student);
      this.partition.change(to, NOBODY, student);
      this.#refresh(to);
    }
  }

  scores(): number[] {
    return Array.from({ length: this.partition.groups }, (_, group) => this.score(group));
  }

  objective(): number {
    return cohortObjective(this.#problem.objective, this.scores(), this.partition.sizes);
  }

  #previewBroken(group: number, out: number, into: number): number {
    let broken = 0;
    for (let h = 0; h < this.#hard.length; h++) {
      const shortfall = this.#hard[h]!.shortfall(group, out, into);
      if (shortfall > 0) broken += BROKEN + shortfall;
    }
    return broken;
  }

  #refresh(group: number): void {
    const [cost, broken] = [this.#costs[group]!, this.#brokenBy[group]!];
    this.#memo?.forget(group);
    this.#look(group, NOBODY, NOBODY);
    this.#costs[group] = this.nextCost;
    this.#brokenBy[group] = this.nextBroken;
    this.cost += this.nextCost - cost;
    this.broken += this.nextBroken - broken;
    // Sums of whole numbers come back to 0 exactly; those with fractions may leave dust.
    if (this.broken < 1e-6) this.broken = 0;
  }
}
