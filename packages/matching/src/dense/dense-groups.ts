import type { GroupSize } from '@tailcamp/contracts';
import type { Weights } from './weights.js';
import type { Worth } from './worth.js';

/**
 * Groups of a cohort small enough to keep, for every group and student, the sum of the student's weights to its members: then
 * an exchange is judged in O(1), and one that is made costs O(students).
 */
export class DenseGroups {
  readonly students: number;
  readonly groups: number;
  readonly values: Float64Array;
  /** Sum of what the groups are worth. */
  total = 0;
  readonly groupOf: Int32Array;
  readonly sizes: Int32Array;
  /** By group, then student: sum of weights to the members. */
  readonly toward: Float64Array;
  /** By student: `toward` of the student's own group. */
  readonly own: Float64Array;
  /** By group: sum over its pairs. */
  readonly sums: Float64Array;
  readonly worths: Float64Array;
  readonly #members: Int32Array;
  readonly #slot: Int32Array;
  readonly #capacity: number;

  constructor(
    weights: Weights,
    readonly bounds: readonly GroupSize[],
    readonly worth: Worth,
  ) {
    const { students } = weights;
    const groups = bounds.length;
    this.students = students;
    this.groups = groups;
    this.values = Float64Array.from(weights.values);
    for (let i = 0; i < students; i++) this.values[i * students + i] = 0;
    this.groupOf = new Int32Array(students);
    this.sizes = new Int32Array(groups);
    this.toward = new Float64Array(groups * students);
    this.own = new Float64Array(students);
    this.sums = new Float64Array(groups);
    this.worths = new Float64Array(groups);
    this.#capacity = Math.max(...bounds.map(({ max }) => Math.min(max, students)));
    this.#members = new Int32Array(groups * this.#capacity);
    this.#slot = new Int32Array(students);
  }

  /** @param groupOf by student; sizes in bounds */
  load(groupOf: ArrayLike<number>): void {
    this.sizes.fill(0);
    for (let i = 0; i < this.students; i++) {
      const group = groupOf[i]!;
      this.groupOf[i] = group;
      this.#seat(i, group, this.sizes[group]!++);
    }
    this.recount();
  }

  /** Sums from scratch, so that rounding does not pile up. */
  recount(): void {
    const { students, values, toward, groupOf } = this;
    toward.fill(0);
    for (let i = 0; i < students; i++) {
      const [base, row] = [groupOf[i]! * students, i * students];
      for (let k = 0; k < students; k++) toward[base + k]! += values[row + k]!;
    }
    this.sums.fill(0);
    this.worths.fill(0);
    this.total = 0;
    for (let i = 0; i < students; i++) {
      this.own[i] = toward[groupOf[i]! * students + i]!;
      this.sums[groupOf[i]!]! += this.own[i]! / 2;
    }
    for (let group = 0; group < this.groups; group++) this.#resum(group, this.sums[group]!);
  }

  /** The smallest score of a group, 1 where there is none. */
  worst(): number {
    let worst = 1;
    for (let group = 0; group < this.groups; group++) {
      if (this.sizes[group]! > 0) worst = Math.min(worst, this.worth.score(this.sums[group]!, this.sizes[group]!));
    }
    return worst;
  }

  /** Two students of different groups change places. */
  swap(i: number, j: number): void {
    const { students, values, toward, groupOf } = this;
    const [groupI, groupJ] = [groupOf[i]!, groupOf[j]!];
    const [baseI, baseJ, rowI, rowJ] = [groupI * students, groupJ * students, i * students, j * students];
    const weight = values[rowI + j]!;
    const sumI = this.sums[groupI]! + toward[baseI + j]! - this.own[i]! - weight;
    const sumJ = this.sums[groupJ]! + toward[baseJ + i]! - this.own[j]! - weight;
    for (let k = 0; k < students; k++) {
      const change = values[rowJ + k]! - values[rowI + k]!;
      toward[baseI + k]! += change;
      toward[baseJ + k]! -= change;
    }
    const [slotI, slotJ] = [this.#slot[i]!, this.#slot[j]!];
    this.#seat(i, groupJ, slotJ);
    this.#seat(j, groupI, slotI);
    groupOf[i] = groupJ;
    groupOf[j] = groupI;
    this.#reown(groupI);
    this.#reown(groupJ);
    this.#resum(groupI, sumI);
    this.#resum(groupJ, sumJ);
  }

  /** A student joins another group. */
  move(i: number, to: number): void {
    const { students, values, toward, groupOf, sizes } = this;
    const from = groupOf[i]!;
    const [baseFrom, baseTo, row] = [from * students, to * students, i * students];
    const sumFrom = this.sums[from]! - this.own[i]!;
    const sumTo = this.sums[to]! + toward[baseTo + i]!;
    for (let k = 0; k < students; k++) {
      const weight = values[row + k]!;
      toward[baseFrom + k]! -= weight;
      toward[baseTo + k]! += weight;
    }
    const last = this.#members[from * this.#capacity + --sizes[from]!]!;
    this.#seat(last, from, this.#slot[i]!);
    this.#seat(i, to, sizes[to]!++);
    groupOf[i] = to;
    this.#reown(from);
    this.#reown(to);
    this.#resum(from, sumFrom);
    this.#resum(to, sumTo);
  }

  #seat(i: number, group: number, slot: number): void {
    this.#members[group * this.#capacity + slot] = i;
    this.#slot[i] = slot;
  }

  #reown(group: number): void {
    const [first, base] = [group * this.#capacity, group * this.students];
    for (let x = first; x < first + this.sizes[group]!; x++) {
      const member = this.#members[x]!;
      this.own[member] = this.toward[base + member]!;
    }
  }

  #resum(group: number, sum: number): void {
    const worth = this.worth.of(sum, this.sizes[group]!);
    this.total += worth - this.worths[group]!;
    this.sums[group] = sum;
    this.worths[group] = worth;
  }
}
