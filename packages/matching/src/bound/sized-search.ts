import type { Problem } from '../problem.js';
import { groupCost, lifted } from '../solve/objective.js';
import type { Prices } from './cuts.js';
import type { Column } from './lp.js';

export interface PricedColumn extends Column {
  /** What it costs beyond its prices. */
  readonly reduced: number;
}

/** What may still be spent. */
export interface Effort {
  /** Of searches for sets. */
  steps: number;
  /** Sets scored by every criterion. */
  scored: number;
  /** Of the simplex, for whole choices. */
  simplex: number;
}

/** Pair ceilings of units rather than students. */
export interface UnitCeilings {
  readonly sizes: Int32Array;
  /** Sums over the pairs between two units, row by row. */
  readonly between: Float64Array;
  /** Sums over the pairs inside a unit. */
  readonly inside: Float64Array;
  /** The highest sum with another unit, for each student of that. */
  readonly highest: Float64Array;
}

/** What sets of units may cost. */
export interface Sets {
  readonly problem: Pick<Problem, 'objective'>;
  readonly ceilings: UnitCeilings;
  /** The score that groups are expected to be near, where the ceilings are held against the cost most sharply. */
  readonly around: number;
  /** Whether the ceilings are all that is looked at. */
  readonly relaxed: boolean;
  /** By every criterion; infinite when a hard rule is broken. */
  costOf(units: readonly number[], effort: Effort): number;
}

/**
 * Branch and bound for groups of one size: a set is worth its prices and what its ceilings take off its cost, and a branch is
 * left when even the best that may still join would not make it worth enough. The cost is held against the ceilings by a
 * tangent: cost ≥ size × (level − slope × score) for every score, with equality about where groups are expected.
 */
export class SizedSearch {
  readonly #count: number;
  readonly #level: number;
  /** What a ceiling of one pair takes off the cost. */
  readonly #perPair: number;
  /** By depth and unit: its worth to the set so far, its own price included. */
  readonly #joining: readonly Float64Array[];
  readonly #chosen: number[] = [];
  readonly #allSingle: boolean;
  #best: PricedColumn[] = [];
  #below = 0;

  constructor(
    private readonly of: Sets,
    private readonly size: number,
    private readonly prices: Prices,
    private readonly each: number,
    private readonly effort: Effort,
  ) {
    const { sizes } = of.ceilings;
    this.#count = sizes.length;
    const { level, slope } = tangent(of);
    // Alone there are no pairs, and nothing to hold the score below 1.
    this.#level = size === 1 ? level - slope : level;
    this.#perPair = size === 1 ? 0 : (2 * slope) / (size - 1);
    this.#joining = Array.from({ length: size + 1 }, () => new Float64Array(this.#count));
    this.#allSingle = sizes.every((one) => one === 1);
  }

  run(below: number): PricedColumn[] | null {
    const { sizes, inside } = this.of.ceilings;
    const alone = this.#joining[0]!;
    for (let u = 0; u < this.#count; u++) alone[u] = this.#perPair * inside[u]! + this.prices.units[u]!;
    const found: PricedColumn[] = [];
    for (let root = 0; root < this.#count; root++) {
      this.#best = [];
      this.#below = below;
      if (sizes[root]! <= this.size) this.#take(root, 0, 0, this.size);
      for (const column of this.#best) found.push(column);
      if (this.effort.steps <= 0 || this.effort.scored <= 0) return null;
    }
    return found;
  }

  /** Unit `u` joins a set that is worth `worth` and takes `left` more students. */
  #take(u: number, depth: number, worth: number, left: number): void {
    const { sizes, between } = this.of.ceilings;
    const joining = this.#joining[depth]!;
    const now = worth + joining[u]! - this.prices.joining(this.#chosen, depth, u);
    const still = left - sizes[u]!;
    this.#chosen[depth] = u;
    if (still === 0) {
      if (now > this.#enough) this.#consider(depth + 1, now);
      return;
    }
    const next = this.#joining[depth + 1]!;
    const row = u * this.#count;
    for (let v = u + 1; v < this.#count; v++) next[v] = joining[v]! + this.#perPair * between[row + v]!;
    this.effort.steps -= this.#count - u;
    this.#extend(u, depth + 1, now, still);
  }

  #extend(last: number, depth: number, worth: number, left: number): void {
    const { sizes, highest } = this.of.ceilings;
    const joining = this.#joining[depth]!;
    if (left === 1) {
      for (let v = last + 1; v < this.#count; v++) {
        if (sizes[v] === 1 && worth + joining[v]! > this.#enough) this.#take(v, depth, worth, 1);
      }
      return;
    }
    // What each may add at most: its own, and half of its best pairs with the others who are still to come.
    let [first, second, third, fourth] = [-1e300, -1e300, -1e300, -1e300];
    for (let v = last + 1; v < this.#count; v++) {
      const size = sizes[v]!;
      if (size > left) continue;
      const most = (joining[v]! + 0.5 * (left - size) * this.#perPair * highest[v]!) / size;
      if (most > first) [first, second, third, fourth] = [most, first, second, third];
      else if (most > second) [second, third, fourth] = [most, second, third];
      else if (most > third) [third, fourth] = [most, third];
      else if (most > fourth) fourth = most;
    }
    const others = this.#allSingle && left <= 4 ? [0, first, first + second, first + second + third] : null;
    if (others !== null) {
      const all = left === 2 ? first + second : left === 3 ? first + second + third : first + second + third + fourth;
      if (worth + all <= this.#enough) return;
    } else if (worth + left * first <= this.#enough) return;
    for (let v = last + 1; v < this.#count; v++) {
      const size = sizes[v]!;
      if (size > left) continue;
      const most = joining[v]! + 0.5 * (left - size) * this.#perPair * highest[v]!;
      const rest = others === null ? Math.max(0, left - size) * first : others[left - 1]!;
      if (worth + most + rest > this.#enough) this.#take(v, depth, worth, left);
      if (this.effort.steps <= 0 || this.effort.scored <= 0) return;
    }
  }

  /** What a set must be worth to be wanted still. */
  get #enough(): number {
    return this.size * this.#level - this.#below;
  }

  #consider(units: number, worth: number): void {
    const set = this.#chosen.slice(0, units);
    const paid = this.prices.of(set);
    const { problem, relaxed } = this.of;
    const mean = this.#perPair === 0 ? 1 : ((worth - paid) / this.#perPair / this.size / (this.size - 1)) * 2;
    const least = groupCost(problem.objective, Math.min(1, mean), this.size);
    if (least - paid >= this.#below) return;
    const cost = relaxed ? least : this.of.costOf(set, this.effort);
    const reduced = cost - paid;
    if (reduced >= this.#below) return;
    this.#best.push({ cost, set, reduced });
    if (this.#best.length < this.each) return;
    this.#best.sort((a, b) => a.reduced - b.reduced);
    if (this.#best.length > this.each) this.#best.pop();
    this.#below = this.#best.at(-1)!.reduced;
  }
}

/** By `mean` the cost is a straight line itself; the harmonic one is convex and falls. */
function tangent({ problem, around }: Sets): { level: number; slope: number } {
  if (problem.objective === 'mean') return { level: 1, slope: 1 };
  const slope = 1.01 / (around + 0.01) ** 2;
  return { level: 1 / lifted(around) + slope * around, slope };
}
