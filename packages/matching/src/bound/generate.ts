import type { LpSolver } from './lp.js';
import type { Pricing } from './pricing.js';
import type { Effort, PricedColumn } from './sized-search.js';

const ROUNDS = 300;
/** Sets that join the programme from each unit in a round. */
const EACH = 4;
/** Differences below this are rounding. */
const TINY = 1e-9;
const CLOSE = 1e-7;

export interface LowerBound {
  /** No grouping costs less. */
  readonly cost: number;
  /** Prices that prove it: every set costs at least the prices of its units. */
  readonly prices: Float64Array;
}

/**
 * Column generation: prices of the programme over the sets known so far, then sets that cost less than their prices, until
 * there are none. Prices are drawn towards the best so far, which keeps them from swinging (Wentges 1997). After every round
 * of pricing there is a bound: no grouping costs less than all prices and, for each student, what the cheapest set lies
 * below its own (Lagrange).
 *
 * @param start groups of units to begin with, each once
 * @param upTo a cost that the bound need not pass: a grouping of that cost is known
 * @param enough asked before every round
 */
export function* lowerBound(
  lp: LpSolver,
  pricing: Pricing,
  start: readonly (readonly number[])[],
  upTo: number,
  effort: Effort,
  enough: () => boolean,
): Generator<void, LowerBound | null> {
  const { units } = pricing.problem;
  const programme = lp.partition(units.members.length);
  const pool = new Set<string>();
  const add = (columns: readonly Pick<PricedColumn, 'cost' | 'set'>[]) => {
    const fresh = columns.filter(({ set }) => !pool.has(set.join()));
    for (const { set } of fresh) pool.add(set.join());
    programme.add(fresh);
    return fresh.length;
  };
  try {
    const first = start.map((set) => ({ set, cost: pricing.costOf(set, effort) }));
    if (first.some(({ cost }) => cost === Number.POSITIVE_INFINITY)) return null;
    add(first);
    let best: LowerBound | null = null;
    let prices = sharedPrices(pricing, first);
    let draw = 0.7;
    for (let round = 0; round < ROUNDS && !enough(); round++) {
      const relaxed = round === 0 ? null : programme.relax();
      if (round > 0 && relaxed === null) return best;
      if (best !== null && (best.cost >= upTo - CLOSE || best.cost >= relaxed!.cost - CLOSE)) return best;
      const own = relaxed?.prices ?? prices;
      prices = best === null ? own : own.map((price, u) => draw * best!.prices[u]! + (1 - draw) * price);
      const priced = pricing.run(prices, -TINY, EACH, effort);
      if (priced === null) return best;
      const { perStudent } = priced;
      const shifted = prices.map((price, u) => price + perStudent * units.members[u]!.length);
      const cost = shifted.reduce((sum, price) => sum + price, 0);
      if (best === null || cost > best.cost) best = { cost, prices: shifted };
      const wanted = priced.columns.filter(({ cost: own_, set }) => own_ - sum(own, set) < -TINY);
      if (add(wanted) > 0) draw = 0.7;
      else if (draw === 0) return best;
      // Nothing for the programme's own prices: go nearer to them.
      else draw = draw > 0.1 ? draw / 2 : 0;
      yield;
    }
    return best;
  } finally {
    programme.close();
  }
}

/** Each group's cost shared out among its units, by their students. */
function sharedPrices({ problem }: Pricing, groups: readonly { set: readonly number[]; cost: number }[]): Float64Array {
  const { members } = problem.units;
  const prices = new Float64Array(members.length);
  for (const { set, cost } of groups) {
    const students = set.reduce((sum, u) => sum + members[u]!.length, 0);
    for (const u of set) prices[u] = (cost * members[u]!.length) / students;
  }
  return prices;
}

function sum(prices: Float64Array, set: readonly number[]): number {
  return set.reduce((total, u) => total + prices[u]!, 0);
}
