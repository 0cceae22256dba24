import type { Worth } from './worth.js';

/** Symmetric weights of all pairs, row by row; the diagonal is not read. */
export interface Weights {
  readonly students: number;
  readonly values: Float32Array | Float64Array;
}

/**
 * Groups and their pair sums, with a change's cost in the members of two groups alone: for small groups of a large cohort.
 * Buffers are made once for the most students and groups, and `load` takes another block.
 */
export class PairGroups {
  values: Float32Array | Float64Array = new Float32Array(0);
  students = 0;
  groups = 0;
  /** Sum of what the groups are worth. */
  total = 0;
  readonly groupOf: Int32Array;
  readonly sizes: Int32Array;
  /** Group g holds `members[g × capacity]` and on, `sizes[g]` of them. */
  readonly members: Int32Array;
  /** By group: sum over its pairs. */
  readonly sums: Float64Array;
  /** By group: what `sums` and `sizes` make it worth. */
  readonly worths: Float64Array;
  /** By student: sum over the others of the group. */
  readonly own: Float64Array;
  readonly #slot: Int32Array;

  constructor(
    readonly worth: Worth,
    /** Members that a group has at most. */
    readonly capacity: number,
    most: { readonly students: number; readonly groups: number },
  ) {
    this.groupOf = new Int32Array(most.students);
    this.#slot = new Int32Array(most.students);
    this.own = new Float64Array(most.students);
    this.sizes = new Int32Array(most.groups);
    this.sums = new Float64Array(most.groups);
    this.worths = new Float64Array(most.groups);
    this.members = new Int32Array(most.groups * capacity);
  }

  /** Takes these students, in these groups; a group may be empty. */
  load({ students, values }: Weights, groupOf: ArrayLike<number>, groups: number): void {
    this.values = values;
    this.students = students;
    this.groups = groups;
    this.sizes.fill(0, 0, groups);
    for (let i = 0; i < students; i++) {
      const group = groupOf[i]!;
      this.groupOf[i] = group;
      this.#slot[i] = group * this.capacity + this.sizes[group]!;
      this.members[this.#slot[i]!] = i;
      this.sizes[group]!++;
    }
    this.recount();
  }

  /** Sums from scratch, so that rounding does not pile up. */
  recount(): void {
    this.total = 0;
    this.worths.fill(0, 0, this.groups);
    for (let group = 0; group < this.groups; group++) {
      const [from, to] = [group * this.capacity, group * this.capacity + this.sizes[group]!];
      let sum = 0;
      for (let x = from; x < to; x++) {
        const i = this.members[x]!;
        let own = 0;
        for (let y = from; y < to; y++) if (y !== x) own += this.values[i * this.students + this.members[y]!]!;
        this.own[i] = own;
        sum += own;
      }
      this.#resum(group, sum / 2);
    }
  }

  /** Two students of different groups change places; the sums of their groups are then `sumI`, where `i` was, and `sumJ`. */
  swap(i: number, j: number, sumI: number, sumJ: number): void {
    const { groupOf, own } = this;
    const [groupI, groupJ] = [groupOf[i]!, groupOf[j]!];
    const [slotI, slotJ] = [this.#slot[i]!, this.#slot[j]!];
    own[j] = this.#exchange(groupI, i, j);
    own[i] = this.#exchange(groupJ, j, i);
    this.members[slotI] = j;
    this.members[slotJ] = i;
    this.#slot[i] = slotJ;
    this.#slot[j] = slotI;
    groupOf[i] = groupJ;
    groupOf[j] = groupI;
    this.#resum(groupI, sumI);
    this.#resum(groupJ, sumJ);
  }

  /** A student joins another group; the sums are then `sumFrom` and `sumTo`. */
  move(i: number, to: number, sumFrom: number, sumTo: number): void {
    const { groupOf, members, sizes, own, values } = this;
    const from = groupOf[i]!;
    const row = i * this.students;
    const last = from * this.capacity + --sizes[from]!;
    const moved = members[last]!;
    members[this.#slot[i]!] = moved;
    this.#slot[moved] = this.#slot[i]!;
    for (let x = from * this.capacity; x < last; x++) own[members[x]!]! -= values[row + members[x]!]!;
    const end = to * this.capacity + sizes[to]!++;
    let sum = 0;
    for (let x = to * this.capacity; x < end; x++) {
      const weight = values[row + members[x]!]!;
      own[members[x]!]! += weight;
      sum += weight;
    }
    own[i] = sum;
    members[end] = i;
    this.#slot[i] = end;
    groupOf[i] = to;
    this.#resum(from, sumFrom);
    this.#resum(to, sumTo);
  }

  /** The mates of `out` count `into` instead. @returns the sum of `into` with them */
  #exchange(group: number, out: number, into: number): number {
    const { members, own, values, students } = this;
    const [rowOut, rowInto] = [out * students, into * students];
    const from = group * this.capacity;
    let sum = 0;
    for (let x = from; x < from + this.sizes[group]!; x++) {
      const mate = members[x]!;
      if (mate === out) continue;
      const weight = values[rowInto + mate]!;
      own[mate]! += weight - values[rowOut + mate]!;
      sum += weight;
    }
    return sum;
  }

  #resum(group: number, sum: number): void {
    const worth = this.worth.of(sum, this.sizes[group]!);
    this.total += worth - this.worths[group]!;
    this.sums[group] = sum;
    this.worths[group] = worth;
  }
}
