/**
 * What changes of groups would come to, kept for as long as the group stands as it did: late in an annealing few exchanges are
 * made between two looks at the same one. 20 bytes for each student and student or group.
 */
export class Memo {
  /** Of the change last found. */
  cost = 0;
  broken = 0;
  readonly #standing: Int32Array;
  readonly #seen: Int32Array;
  readonly #costs: Float64Array;
  readonly #broken: Float64Array;
  #changes = 0;

  constructor(
    private readonly students: number,
    groups: number,
  ) {
    const changes = (students + groups) * (students + 1);
    // Every standing has a number of its own, from 1.
    this.#standing = Int32Array.from({ length: groups }, () => ++this.#changes);
    this.#seen = new Int32Array(changes);
    this.#costs = new Float64Array(changes);
    this.#broken = new Float64Array(changes);
  }

  /** Whether the change was kept since the group last changed; if so, `cost` and `broken` are its. */
  finds(group: number, out: number, into: number): boolean {
    const at = this.#at(group, out, into);
    if (this.#seen[at] !== this.#standing[group]) return false;
    this.cost = this.#costs[at]!;
    this.broken = this.#broken[at]!;
    return true;
  }

  keep(group: number, out: number, into: number, cost: number, broken: number): void {
    const at = this.#at(group, out, into);
    this.#seen[at] = this.#standing[group]!;
    this.#costs[at] = cost;
    this.#broken[at] = broken;
  }

  /** The group has other members now. */
  forget(group: number): void {
    this.#changes = (this.#changes + 1) | 0;
    this.#standing[group] = this.#changes;
  }

  /** Who leaves tells the group; where nobody does, the group has a row of its own. */
  #at(group: number, out: number, into: number): number {
    const row = out >= 0 ? out : this.students + group;
    return row * (this.students + 1) + (into >= 0 ? into : this.students);
  }
}
