import type { Problem } from '../problem.js';
import { groupBounds } from '../solve/sizes.js';
import { splitIntoSets } from './exact-cover.js';
import { keepingSets } from './keeping-sets.js';

/** Above this many units the rules are hardly ever tight, and looking costs more than it brings. */
const MOST_UNITS = 2000;
const WHOLE = { sets: 80_000, looked: 1_000_000 };
const LOOKED_AT = 30_000_000;
/** Rules are tight when they leave fewer of the sets of students than one in so many. */
const TIGHT = 1000;

export interface ByRules {
  /** Student numbers by group, every hard rule kept; 'never' when no grouping keeps them, 'unknown' when it gave up. */
  readonly groups: readonly (readonly number[])[] | 'never' | 'unknown';
  /** Whether the rules leave so few sets that a search would hardly find a way among them. */
  readonly tight: boolean;
}

/**
 * A grouping that keeps the hard rules, or the proof that there is none, where these leave few sets of students that may be
 * a group: all of them, and an exact cover by some. Null where they leave too many, and for named groups.
 */
export function groupByRules(problem: Problem): ByRules | null {
  const { members } = problem.units;
  const hard = problem.measures.some((measure) => measure.hard);
  if (!hard || members.length > MOST_UNITS || problem.named !== null || groupBounds(problem) === null) return null;
  const sets = keepingSets(problem, [...members.keys()], WHOLE);
  if (sets === null) return null;
  const split = splitIntoSets(members.length, sets, LOOKED_AT);
  const groups = typeof split === 'string' ? split : inOrder(split.map((s) => studentsOf(problem, sets[s]!)));
  return { groups, tight: sets.length * TIGHT < choices(members.length, problem.size.max) };
}

const NEAR = { sets: 20_000, looked: 200_000 };

/**
 * Groups among which one or more break a rule, regrouped so that all keep them; null where that is not possible among just
 * these, or not found.
 */
export function regroup(problem: Problem, groups: readonly (readonly number[])[]): number[][] | null {
  const units = [...new Set(groups.flat().map((student) => problem.units.unitOf[student]!))].sort((a, b) => a - b);
  const sets = keepingSets(problem, units, NEAR);
  if (sets === null) return null;
  const row = new Map(units.map((u, r) => [u, r]));
  const split = splitIntoSets(
    units.length,
    sets.map((set) => set.map((u) => row.get(u)!)),
    LOOKED_AT,
  );
  return typeof split === 'string' ? null : split.map((s) => studentsOf(problem, sets[s]!));
}

/** Students in order, groups in the order of their first. */
export function inOrder(groups: readonly (readonly number[])[]): number[][] {
  return groups.map((members) => [...members].sort((a, b) => a - b)).sort((a, b) => a[0]! - b[0]!);
}

function studentsOf({ units }: Problem, set: readonly number[]): number[] {
  return set.flatMap((u) => [...units.members[u]!]);
}

/** n over k. */
function choices(n: number, k: number): number {
  let result = 1;
  for (let i = 0; i < Math.min(k, n); i++) result = (result * (n - i)) / (i + 1);
  return result;
}
