/** Nobody: a change that only takes one in, or only lets one go. */
export const NOBODY = -1;

/** Students in groups. A group may hold up to `capacity` members while units change places. */
export class Partition {
  /** Group of each student, -1 while in none. */
  readonly groupOf: Int32Array;
  readonly sizes: Int32Array;
  readonly capacity: number;
  readonly #members: Int32Array;
  readonly #slot: Int32Array;

  constructor(
    readonly students: number,
    readonly groups: number,
    capacity: number,
  ) {
    this.capacity = capacity;
    this.groupOf = new Int32Array(students).fill(NOBODY);
    this.sizes = new Int32Array(groups);
    this.#members = new Int32Array(groups * capacity);
    this.#slot = new Int32Array(students);
  }

  static of(students: number, groups: readonly (readonly number[])[]): Partition {
    const partition = new Partition(students, groups.length, Math.max(1, ...groups.map((group) => group.length)));
    groups.forEach((members, g) => {
      for (const student of members) partition.change(g, NOBODY, student);
    });
    return partition;
  }

  member(group: number, slot: number): number {
    return this.#members[group * this.capacity + slot]!;
  }

  membersOf(group: number): number[] {
    return Array.from({ length: this.sizes[group]! }, (_, slot) => this.member(group, slot));
  }

  toGroups(): number[][] {
    return Array.from({ length: this.groups }, (_, g) => this.membersOf(g));
  }

  /** `out` leaves the group, or `into`, who is in none, joins it; the other is NOBODY. */
  change(group: number, out: number, into: number): void {
    const base = group * this.capacity;
    if (out >= 0) {
      const last = --this.sizes[group]!;
      const moved = this.#members[base + last]!;
      const slot = this.#slot[out]!;
      this.#members[base + slot] = moved;
      this.#slot[moved] = slot;
      this.groupOf[out] = NOBODY;
    }
    if (into >= 0) {
      const slot = this.sizes[group]!++;
      this.#members[base + slot] = into;
      this.#slot[into] = slot;
      this.groupOf[into] = group;
    }
  }

  /** Two students of different groups change places. */
  swap(a: number, b: number): void {
    const [groupA, groupB] = [this.groupOf[a]!, this.groupOf[b]!];
    const [slotA, slotB] = [this.#slot[a]!, this.#slot[b]!];
    this.#members[groupA * this.capacity + slotA] = b;
    this.#members[groupB * this.capacity + slotB] = a;
    this.#slot[a] = slotB;
    this.#slot[b] = slotA;
    this.groupOf[a] = groupB;
    this.groupOf[b] = groupA;
  }
}
