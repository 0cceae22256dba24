import type { LowerBound } from './generate.js';
import type { Column, LpSolver } from './lp.js';
import type { Pricing } from './pricing.js';
import type { Effort } from './sized-search.js';

/** Sets that are enough for a first whole choice, and more than which take too long. */
const FIRST_COLUMNS = 1000;
const MOST_COLUMNS = 6000;
/** Differences below this are rounding. */
const TINY = 1e-9;

export interface Whole {
  /** Units by group; null when none better than the one known was found. */
  readonly groups: readonly (readonly number[])[] | null;
  /** What the best known costs now. */
  readonly cost: number;
  /** No grouping costs less than this. */
  readonly atLeast: number;
}

/**
 * Whole groups from the prices of a lower bound. A grouping costs what the bound does and what each of its sets costs beyond
 * its prices; so a choice among all sets that cost at most `d` beyond them, if it comes out at most `d` above the bound, is
 * the best of all. `d` grows until that is so, or the sets are too many.
 *
 * @param known units by group and what they cost, to be bettered
 */
export function* bestWhole(
  lp: LpSolver,
  pricing: Pricing,
  bound: LowerBound,
  known: { readonly groups: readonly (readonly number[])[]; readonly cost: number },
  effort: Effort,
  secondsLeft: () => number,
): Generator<void, Whole> {
  let { cost } = known;
  let groups: (readonly number[])[] | null = null;
  let atLeast = bound.cost;
  let beyond = Math.max((cost - bound.cost) / 32, 1e-9);
  let chose = 0;
  while (effort.simplex > 0 && secondsLeft() > 0) {
    const all = cost - bound.cost + TINY;
    // After a first choice, all at once where they are not too many.
    let distance = chose > 0 ? all : Math.min(beyond, all);
    let priced = pricing.run(bound.prices, distance, MOST_COLUMNS, effort);
    if (chose > 0 && priced !== null && priced.columns.length > MOST_COLUMNS && beyond < all) {
      distance = beyond;
      priced = pricing.run(bound.prices, distance, MOST_COLUMNS, effort);
    }
    if (priced === null || priced.columns.length > MOST_COLUMNS) break;
    if (chose === 0 && priced.columns.length < FIRST_COLUMNS && distance < all) {
      beyond *= 1.5;
      continue;
    }
    chose++;
    const columns: Column[] = [...priced.columns];
    const start = withKnown(columns, groups ?? known.groups, pricing, effort);
    const limits = { steps: effort.simplex, known: start, enough: () => secondsLeft() <= 0 };
    const choice = lp.choose(pricing.problem.units.members.length, columns, bound.prices.triples, limits);
    effort.simplex -= choice.steps;
    yield;
    const found = choice.chosen?.reduce((sum, column) => sum + columns[column]!.cost, 0) ?? Number.POSITIVE_INFINITY;
    if (found < cost - TINY) {
      cost = found;
      groups = choice.chosen!.map((column) => columns[column]!.set);
    }
    // A grouping is made of these sets, or has one that costs more than the distance beyond its prices.
    const outside = Math.min(cost, bound.cost + distance);
    atLeast = Math.max(atLeast, Math.min(outside, choice.atLeast));
    if (atLeast >= cost - TINY || choice.atLeast < outside - TINY) break;
    beyond *= 1.7;
  }
  return { groups, cost, atLeast };
}

/** Adds the groups known to the columns where they are missing; the numbers of theirs. */
function withKnown(
  columns: Column[],
  groups: readonly (readonly number[])[],
  pricing: Pricing,
  effort: Effort,
): number[] {
  const at = new Map(columns.map(({ set }, column) => [set.join(), column]));
  return groups.map((units) => {
    const set = [...units].sort((a, b) => a - b);
    const column = at.get(set.join());
    if (column !== undefined) return column;
    columns.push({ set, cost: pricing.costOf(set, effort) });
    return columns.length - 1;
  });
}
