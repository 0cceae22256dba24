import { brokenTriples, Prices } from './cuts.js';
import type { LpSolver } from './lp.js';
import type { Pricing } from './pricing.js';
import type { Effort, PricedColumn } from './sized-search.js';

const ROUNDS = 600;
/** Sets that join the programme from each unit in a round. */
const EACH = 4;
/** Differences below this are rounding. */
const TINY = 1e-9;
const CLOSE = 1e-7;
/** How far prices are drawn towards the best so far. */
const DRAWN = 0.7;
/** Of what the bound lacks: prices as near as this to the best ones will do, until there are cuts. */
const NEAR = 0.01;
/** Cuts in a round, for each unit. */
const CUTS = 0.5;
/** Rounds of cuts end when one wins less than this of what the bound still lacks. */
const LEAST_WON = 0.005;

export interface LowerBound {
  /** No grouping costs less. */
  readonly cost: number;
  /** Prices that prove it: every set costs at least its own. */
  readonly prices: Prices;
}

/**
 * Column generation: prices of the programme over the sets known so far, then sets that cost less than their prices, until
 * there are none; then cuts that no grouping in whole sets breaks, and on. Prices are drawn towards the best so far, which
 * keeps them from swinging (Wentges 1997). After every round of pricing there is a bound: each unit's price less what the
 * cheapest set that begins with it lies below its own (Lagrange).
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
  const units = pricing.problem.units.members.length;
  const programme = lp.partition(units);
  const sets = new Map<string, readonly number[]>();
  const add = (columns: readonly Pick<PricedColumn, 'cost' | 'set'>[]) => {
    const fresh = columns.filter(({ set }) => !sets.has(set.join()));
    for (const { set } of fresh) sets.set(set.join(), set);
    programme.add(fresh);
    return fresh.length;
  };
  try {
    const first = start.map((set) => ({ set, cost: pricing.costOf(set, effort) }));
    if (first.some(({ cost }) => cost === Number.POSITIVE_INFINITY)) return null;
    add(first);
    let best: LowerBound | null = null;
    let draw = DRAWN;
    let ended = false;
    let beforeCuts = Number.NEGATIVE_INFINITY;
    for (let round = 0; round < ROUNDS && !enough(); round++) {
      const relaxed = round === 0 ? null : programme.relax();
      if (round > 0 && relaxed === null) return best;
      if (best !== null && relaxed !== null) {
        const lacking = upTo - best.cost;
        if (lacking <= CLOSE) return best;
        if (ended || best.cost >= relaxed.cost - Math.max(CLOSE, NEAR * lacking)) {
          if (best.cost - beforeCuts < LEAST_WON * lacking) return best;
          const parts = [...sets.values()].map((set, s) => ({ set, part: relaxed.parts[s]! }));
          const triples = brokenTriples(parts, units, Math.ceil(CUTS * units));
          if (triples.length === 0) return best;
          programme.cut(triples);
          beforeCuts = best.cost;
          draw = DRAWN;
          ended = false;
          continue;
        }
      }
      const own: Prices = relaxed?.prices ?? sharedPrices(pricing, first);
      const prices: Prices = best === null ? own : own.drawn(draw, best.prices);
      const priced = pricing.run(prices, -TINY, EACH, effort);
      if (priced === null) return best;
      const lowered = prices.lowered(priced.below);
      if (best === null || lowered.total > best.cost) best = { cost: lowered.total, prices: lowered };
      const added = add(priced.columns.filter(({ cost, set }) => cost - own.of(set) < -TINY));
      ended = added === 0 && draw === 0;
      // Nothing for the programme's own prices: go nearer to them.
      draw = added > 0 ? DRAWN : draw > 0.1 ? draw / 2 : 0;
      yield;
    }
    return best;
  } finally {
    programme.close();
  }
}

/** Each group's cost shared out among its units, by their students. */
function sharedPrices({ problem }: Pricing, groups: readonly { set: readonly number[]; cost: number }[]): Prices {
  const { members } = problem.units;
  const prices = new Float64Array(members.length);
  for (const { set, cost } of groups) {
    const students = set.reduce((sum, u) => sum + members[u]!.length, 0);
    for (const u of set) prices[u] = (cost * members[u]!.length) / students;
  }
  return new Prices(prices);
}
