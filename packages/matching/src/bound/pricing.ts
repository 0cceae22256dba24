import type { Problem } from '../problem.js';
import { NOBODY, Partition } from '../solve/partition.js';
import { Solution } from '../solve/solution.js';
import type { Ceilings } from './ceilings.js';
import type { Prices } from './cuts.js';
import { type Effort, type PricedColumn, type Sets, SizedSearch, type UnitCeilings } from './sized-search.js';

export interface Priced {
  /** Cheapest first. */
  readonly columns: readonly PricedColumn[];
  /** By unit: no set that begins with it costs less than its prices and this, which is not above 0. */
  readonly below: Float64Array;
}

/**
 * Finds the sets of units that cost less than the prices of their units. A set is scored by every criterion and hard rule,
 * unless `relaxed`: then by its pair ceilings alone, so that it seems no dearer than it is.
 */
export class Pricing implements Sets {
  readonly #ceilings: UnitCeilings;
  readonly #scorer: Solution;
  readonly #known = new Map<number, number>();

  constructor(
    readonly problem: Problem,
    ceilings: Ceilings,
    /** The score that groups are expected to be near, where the ceilings are held against the cost most sharply. */
    readonly around: number,
    readonly relaxed: boolean,
  ) {
    this.#ceilings = unitCeilings(problem, ceilings);
    this.#scorer = new Solution(problem, new Partition(problem.students.ids.length, 1, problem.size.max));
  }

  get ceilings(): UnitCeilings {
    return this.#ceilings;
  }

  /**
   * Of those that begin with each unit the cheapest, at most `each`, that cost less than their prices and `below`. Null when
   * the effort is spent before all were looked into.
   */
  run(prices: Prices, below: number, each: number, effort: Effort): Priced | null {
    const columns: PricedColumn[] = [];
    const lowest = new Float64Array(prices.units.length).fill(Math.min(0, below));
    const { min, max } = this.problem.size;
    for (let size = min; size <= max; size++) {
      const found = new SizedSearch(this, size, prices, each, effort).run(below);
      if (found === null) return null;
      for (const column of found) {
        columns.push(column);
        lowest[column.set[0]!] = Math.min(lowest[column.set[0]!]!, column.reduced);
      }
    }
    columns.sort((a, b) => a.reduced - b.reduced);
    return { columns, below: lowest };
  }

  /** By every criterion; infinite when a hard rule is broken. */
  costOf(units: readonly number[], effort: Effort): number {
    const key = units.reduce((sum, u) => sum * 256 + u + 1, 0);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    effort.scored--;
    const { members } = this.problem.units;
    for (const u of units) for (const student of members[u]!) this.#scorer.move(student, 0);
    const cost = this.#scorer.brokenIn(0) > 0 ? Number.POSITIVE_INFINITY : this.#scorer.costOf(0);
    for (const u of units) for (const student of members[u]!) this.#scorer.move(student, NOBODY);
    this.#known.set(key, cost);
    return cost;
  }
}

function unitCeilings({ students, units }: Problem, ceilings: Ceilings): UnitCeilings {
  const n = students.ids.length;
  const { members } = units;
  const count = members.length;
  const sum = (a: readonly number[], b: readonly number[]) => {
    let total = 0;
    for (const i of a) for (const j of b) if (i !== j) total += ceilings[i * n + j]!;
    return total;
  };
  const between = new Float64Array(count * count);
  const highest = new Float64Array(count).fill(Number.NEGATIVE_INFINITY);
  members.forEach((unit, u) => {
    members.forEach((other, v) => {
      if (u === v) return;
      between[u * count + v] = sum(unit, other);
      highest[u] = Math.max(highest[u]!, between[u * count + v]! / other.length);
    });
  });
  return {
    sizes: Int32Array.from(members, ({ length }) => length),
    between,
    inside: Float64Array.from(members, (unit) => sum(unit, unit) / 2),
    highest: count === 1 ? new Float64Array(1) : highest,
  };
}
