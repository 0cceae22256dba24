import type { Partition } from '../solve/partition.js';
import type { Holders } from './answers.js';
import { type Brought, EPSILON, type Tally } from './measure.js';

/** A kind that looks at nothing but how many members hold a value. */
export interface CountRule {
  /** 0 to 1, for `count` holders of value `v` in a group of `n`. */
  score(count: number, n: number, v: number): number;
  /** How many holders too few or too many; 0 when the rule holds. */
  shortfall(count: number, n: number, v: number): number;
}

/** Counts of each value by group, so that a change costs one step for each value. The score is the mean over the values. */
export class CountTally implements Tally {
  readonly #counts: Int32Array;
  readonly #values: number;
  readonly #held: Uint8Array;

  constructor(
    private readonly partition: Partition,
    holders: Holders,
    private readonly rule: CountRule,
  ) {
    this.#values = holders.values.length;
    this.#held = holders.held;
    this.#counts = new Int32Array(partition.groups * this.#values);
    for (let i = 0; i < partition.students; i++) {
      const group = partition.groupOf[i]!;
      if (group >= 0) this.commit(group, -1, i);
    }
  }

  score(group: number, out: number, into: number): number {
    const values = this.#values;
    if (values === 0) return 1;
    const n = this.#size(group, out, into);
    let sum = 0;
    for (let v = 0; v < values; v++) sum += this.rule.score(this.#count(group, out, into, v), n, v);
    return sum / values;
  }

  shortfall(group: number, out: number, into: number): number {
    const n = this.#size(group, out, into);
    let sum = 0;
    for (let v = 0; v < this.#values; v++) sum += this.rule.shortfall(this.#count(group, out, into, v), n, v);
    return sum < EPSILON ? 0 : sum;
  }

  commit(group: number, out: number, into: number): void {
    for (let v = 0; v < this.#values; v++) this.#counts[group * this.#values + v] = this.#count(group, out, into, v);
  }

  #size(group: number, out: number, into: number): number {
    return this.partition.sizes[group]! - (out >= 0 ? 1 : 0) + (into >= 0 ? 1 : 0);
  }

  #count(group: number, out: number, into: number, v: number): number {
    const values = this.#values;
    let count = this.#counts[group * values + v]!;
    if (out >= 0) count -= this.#held[out * values + v]!;
    if (into >= 0) count += this.#held[into * values + v]!;
    return count;
  }
}

export function countHolders(holders: Holders, members: readonly number[], v: number): number {
  return members.reduce((sum, i) => sum + (holders.held[i * holders.values.length + v] ?? 0), 0);
}

/** `2 of 4 "woman"` for each value that occurs, or the one that is wanted. */
export function showCounts(holders: Holders, members: readonly number[]): string {
  const shown = holders.values.flatMap((value, v) => {
    const count = countHolders(holders, members, v);
    return count > 0 || holders.values.length === 1 ? [`${count} of ${members.length} "${value}"`] : [];
  });
  return shown.length === 0 ? `none of ${members.length}` : shown.join(', ');
}

export function wireHolders(holders: Holders): number[][] {
  return holders.values.map((_, v) => holdersOf(holders, v));
}

export function broughtBy({ values, counts }: Holders): Brought[] {
  return values.map((label, v) => ({ label, students: counts[v]! })).sort((a, b) => b.students - a.students);
}

export function holdersOf(holders: Holders, v: number): number[] {
  const values = holders.values.length;
  return Array.from({ length: holders.held.length / values }, (_, i) => i).filter(
    (i) => holders.held[i * values + v] === 1,
  );
}
