import type { Problem } from '../problem.js';
import { groupCost } from '../solve/objective.js';
import type { SolveOptions } from '../solve/options.js';
import { groupBounds } from '../solve/sizes.js';
import { cheapestCover } from './cover.js';
import { cheapestPlaces } from './places.js';
import { type Locks, type Subsets, valueSubsets } from './subsets.js';

/** Up to here a set of units is a number of 20 bits, and a table over all of them fits. */
const MOST_UNITS = 20;
/** Where sizes are so wide that there would be more, it is left to the other regimes. */
const MOST_SUBSETS = 650_000;
const MOST_LOOKED_AT = 400_000_000;

export interface Exact {
  /** Student numbers by group, of a grouping that no other beats; null when no grouping at all keeps the hard rules. */
  readonly groups: readonly (readonly number[])[] | null;
  /** Sets looked at. */
  readonly moves: number;
}

/** What one group may be: of named groups each has its own, of groups that are alike one stands for all. */
type Offers = readonly Subsets[];

/**
 * The best grouping, by dynamic programming over the subsets of a small cohort; what it says is proved. Null for a cohort or
 * sizes too large for it, and for sizes that cannot be had.
 */
export function solveExactly(problem: Problem, stay: Pick<SolveOptions, 'start' | 'locked'> = {}): Exact | null {
  let offers = offersOf(problem, stay);
  if (offers === null) return null;
  let moves = 0;
  if (problem.objective === 'maximin') {
    const lifted = cheapest(problem, offers, (score) => 1 - score, 'worst');
    if (lifted === null) return null;
    moves += lifted.looked;
    const worst = Math.min(1, ...lifted.sets.flatMap(({ score }) => score ?? []));
    // Sums in another order may differ in the last digit; such sets are as good.
    if (lifted.found) offers = offers.map((subsets) => noWorse(subsets, worst - 1e-12));
  }
  const objective = problem.objective === 'maximin' ? 'harmonic' : problem.objective;
  const best = cheapest(problem, offers, (score, size) => groupCost(objective, score, size), 'sum');
  if (best === null) return null;
  moves += best.looked;
  if (!best.found) return { groups: null, moves };
  const { members } = problem.units;
  const groups = best.sets.map(({ mask }) => members.filter((_, u) => (mask >>> u) & 1).flat());
  for (const group of groups) group.sort((a, b) => a - b);
  if (problem.named === null) groups.sort((a, b) => a[0]! - b[0]!);
  return { groups, moves };
}

/** Whether some grouping keeps every hard rule, proved; null where the cohort or the sizes are too large to tell. */
export function isPossible(problem: Problem): boolean | null {
  const offers = offersOf(problem, {});
  return offers === null ? null : (cheapest(problem, offers, () => 0, 'sum')?.found ?? null);
}

interface Cheapest {
  readonly found: boolean;
  readonly sets: readonly { readonly mask: number; readonly score: number | null }[];
  readonly looked: number;
}

function cheapest(
  problem: Problem,
  offers: Offers,
  costOf: (score: number, size: number) => number,
  by: 'sum' | 'worst',
): Cheapest | null {
  const sizes = problem.units.members.map(({ length }) => length);
  const costs = offers.map((subsets) => subsets.scores.map((score, at) => costOf(score, subsets.sizes[at]!)));
  const places = offers.map((subsets, g) => ({ subsets, costs: costs[g]!, mayBeEmpty: problem.named?.[g]?.min === 0 }));
  const found =
    problem.named === null
      ? cheapestCover(offers[0]!, costs[0]!, sizes, by, MOST_LOOKED_AT)
      : cheapestPlaces(places, sizes, by, MOST_LOOKED_AT);
  if (found === null) return null;
  const sets = (found.chosen ?? []).map((at, place) => {
    const { masks, scores } = offers[problem.named === null ? 0 : place]!;
    return at === -1 ? { mask: 0, score: null } : { mask: masks[at]!, score: scores[at]! };
  });
  return { found: found.chosen !== null, sets, looked: found.looked };
}

function offersOf(problem: Problem, stay: Pick<SolveOptions, 'start' | 'locked'>): Offers | null {
  if (problem.students.ids.length === 0 || problem.units.members.length > MOST_UNITS) return null;
  const locks = locksOf(problem, stay);
  if (groupBounds(problem) === null || locks === null) return null;
  const offers: Subsets[] = [];
  let left = MOST_SUBSETS;
  for (let group = 0; group < (problem.named?.length ?? 1); group++) {
    const subsets = valueSubsets(problem, group, locks, left);
    if (subsets === null) return null;
    left -= subsets.masks.length;
    offers.push(subsets);
  }
  return offers;
}

/** Null where the start parts students who are to be one unit: there the locks and the rules are at odds. */
function locksOf({ units }: Problem, { start, locked }: Pick<SolveOptions, 'start' | 'locked'>): Locks | null {
  if (locked === undefined || locked.size === 0) return [];
  if (start === undefined) throw new RangeError('students locked in no groups');
  const groupOf = new Map(start.flatMap((members, g) => members.map((student) => [student, g] as const)));
  const locks = start.map(() => 0);
  for (const [u, unit] of units.members.entries()) {
    const group = groupOf.get(unit[0]!)!;
    if (unit.some((student) => groupOf.get(student) !== group)) return null;
    if (unit.some((student) => locked.has(student))) locks[group]! |= 1 << u;
  }
  return locks;
}

function noWorse({ masks, scores, sizes }: Subsets, worst: number): Subsets {
  const kept = [...scores.keys()].filter((at) => scores[at]! >= worst);
  return {
    masks: Int32Array.from(kept, (at) => masks[at]!),
    scores: Float64Array.from(kept, (at) => scores[at]!),
    sizes: Int32Array.from(kept, (at) => sizes[at]!),
  };
}
