import { cohortObjective } from '../solve/objective.js';
import type { Random } from '../solve/random.js';
import { bisect } from './bisect.js';
import type { BlockResult, BlockTask } from './block-task.js';
import { pairScore } from './pair-objective.js';
import type { PairProblem } from './pair-problem.js';

/** What a round does with each block. */
export type Effort = Pick<BlockTask, 'sweeps' | 'hot' | 'cold'>;

/** A large cohort's grouping, cut into blocks of students who are near each other, and put together again. */
export class Grouped {
  /** Students, group after group, block after block. */
  #order: Int32Array;
  /** Of the groups in that order. */
  #sizes: Int32Array;
  /** Groups by block. */
  readonly #groupsIn: readonly number[];
  #grouped = false;

  constructor(
    private readonly problem: PairProblem,
    blocks: number,
  ) {
    const groups = problem.sizes.length;
    this.#sizes = problem.sizes;
    this.#order = Int32Array.from({ length: problem.students }, (_, i) => i);
    this.#groupsIn = Array.from(
      { length: blocks },
      (_, b) => Math.floor(((b + 1) * groups) / blocks) - Math.floor((b * groups) / blocks),
    );
  }

  /** Puts near ones side by side: students at first, and whole groups from then on, by their means. */
  arrange(random: Random): void {
    const { vectors, dimensions } = this.problem;
    if (this.#groupsIn.length === 1) return;
    if (!this.#grouped) {
      const students = this.#blocks().map(({ from, to }) => to - from);
      this.#order = bisect(vectors, dimensions, students, random);
      return;
    }
    const arranged = bisect(this.#means(), dimensions, this.#groupsIn, random);
    const starts = this.#starts();
    const order = new Int32Array(this.#order.length);
    let at = 0;
    for (const group of arranged) {
      order.set(this.#order.subarray(starts[group]!, starts[group + 1]!), at);
      at += this.#sizes[group]!;
    }
    this.#sizes = arranged.map((group) => this.#sizes[group]!);
    this.#order = order;
  }

  tasks(seeds: readonly number[], effort: Effort): BlockTask[] {
    const { vectors, dimensions, objective, sign } = this.problem;
    return this.#blocks().map(({ from, to, groups }, b): BlockTask => {
      const own = new Float32Array((to - from) * dimensions);
      for (let at = from; at < to; at++) {
        const row = this.#order[at]! * dimensions;
        own.set(vectors.subarray(row, row + dimensions), (at - from) * dimensions);
      }
      const seed = seeds[b]!;
      return { objective, sign, vectors: own, dimensions, sizes: groups, grouped: this.#grouped, seed, ...effort };
    });
  }

  /** The blocks' groupings, in the order of their tasks. */
  take(results: readonly BlockResult[]): void {
    const order = new Int32Array(this.#order.length);
    this.#blocks().forEach(({ from, groups }, b) => {
      const next = new Int32Array(groups.length);
      let at = from;
      groups.forEach((size, g) => {
        next[g] = at;
        at += size;
      });
      results[b]!.groupOf.forEach((group, student) => {
        order[next[group]!++] = this.#order[from + student]!;
      });
    });
    this.#order = order;
    this.#grouped = true;
  }

  /** Of the whole cohort, from the sums of the groups' vectors: Σ cos = (|Σv|² − Σ|v|²) ÷ 2. */
  objective(): number {
    const { vectors, dimensions } = this.problem;
    const sum = new Float64Array(dimensions);
    const starts = this.#starts();
    const scores = Float64Array.from(this.#sizes, (size, group) => {
      sum.fill(0);
      let own = 0;
      for (let at = starts[group]!; at < starts[group]! + size; at++) {
        const row = this.#order[at]! * dimensions;
        for (let d = 0; d < dimensions; d++) {
          const value = vectors[row + d]!;
          sum[d]! += value;
          own += value * value;
        }
      }
      const square = sum.reduce((total, value) => total + value * value, 0);
      return pairScore(this.problem, (square - own) / 2, size);
    });
    return cohortObjective(this.problem.objective, scores, this.#sizes);
  }

  toGroups(): number[][] {
    const starts = this.#starts();
    const groups = Array.from(this.#sizes, (size, group) =>
      Array.from(this.#order.subarray(starts[group]!, starts[group]! + size)).sort((a, b) => a - b),
    );
    return groups.sort((a, b) => a[0]! - b[0]!);
  }

  /** First student of each group in the order, and the end. */
  #starts(): Int32Array {
    const starts = new Int32Array(this.#sizes.length + 1);
    this.#sizes.forEach((size, group) => {
      starts[group + 1] = starts[group]! + size;
    });
    return starts;
  }

  #blocks(): { from: number; to: number; groups: Int32Array }[] {
    let [from, group] = [0, 0];
    return this.#groupsIn.map((count) => {
      const groups = this.#sizes.slice(group, group + count);
      const to = from + groups.reduce((sum, size) => sum + size, 0);
      const block = { from, to, groups };
      [from, group] = [to, group + count];
      return block;
    });
  }

  #means(): Float32Array {
    const { vectors, dimensions } = this.problem;
    const means = new Float32Array(this.#sizes.length * dimensions);
    let at = 0;
    this.#sizes.forEach((size, group) => {
      for (const end = at + size; at < end; at++) {
        const row = this.#order[at]! * dimensions;
        for (let d = 0; d < dimensions; d++) means[group * dimensions + d]! += vectors[row + d]! / size;
      }
    });
    return means;
  }
}
