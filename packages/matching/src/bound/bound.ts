import type { Problem } from '../problem.js';
import { unlifted } from '../solve/objective.js';
import type { Progress, Solved, SolveOptions } from '../solve/options.js';
import { groupBounds } from '../solve/sizes.js';
import { Solution } from '../solve/solution.js';
import { type Ceilings, pairCeilings } from './ceilings.js';
import { type LowerBound, lowerBound } from './generate.js';
import type { LpSolver } from './lp.js';
import { Pricing } from './pricing.js';
import { companyBound } from './relax.js';
import type { Effort } from './sized-search.js';
import { bestWhole, type Whole } from './whole.js';

/** Up to here sets of units are priced; sizes beyond are too many to look into. */
const MOST_STUDENTS = 200;
const LARGEST_GROUP = 5;
/** Up to here each student's best company is looked at. */
const MOST_WITH_COMPANY = 1000;
/** As good as equal: a bound so near is a proof. */
const EQUAL = 1e-7;

const effortOf = (): Effort => ({ steps: 150_000_000, scored: 150_000, simplex: 16_000 });

/** Whether column generation can bound the problem, and perhaps better what was found. */
export function isPriceable({ students, size, named }: Problem): boolean {
  return named === null && students.ids.length <= MOST_STUDENTS && size.max <= LARGEST_GROUP;
}

/**
 * Says how far from the best a grouping may be: by column generation where a solver of linear programmes is there and the
 * problem small enough, else from each student's best company; for a grouping that breaks rules or a problem too large for
 * either, nothing is said. Where whole sets near the bound make a better grouping, that is the answer.
 *
 * @param secondsLeft infinite where moves are counted
 */
export function* boundSteps(
  problem: Problem,
  solved: Solved,
  options: SolveOptions,
  secondsLeft: () => number,
): Generator<Progress, Solved> {
  const students = problem.students.ids.length;
  if (solved.stoppedBy === 'optimal' || students > MOST_WITH_COMPANY || groupBounds(problem) === null) return solved;
  const solution = Solution.of(problem, solved.groups);
  if (solution.broken > 0) return solved;
  const ceilings = pairCeilings(problem);
  const best = solution.objective();
  const company = companyBound(problem.objective, ceilings, students, problem.size.min);
  const bounded = { ...solved, bound: Math.max(best, company) };
  if (options.lp === undefined || !isPriceable(problem)) return bounded;
  let stopped = false;
  const left = () => (stopped ? 0 : secondsLeft());
  const steps = generate(problem, bounded, ceilings, options.lp, left, (options.locked?.size ?? 0) > 0);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    const { moves } = solved;
    const progress: Progress = { phase: 'bound', moves, of: moves, best, hardViolations: 0 };
    options.onProgress?.(progress);
    stopped = options.shouldStop?.() ?? false;
    yield progress;
  }
}

function* generate(
  problem: Problem,
  solved: Solved & { readonly bound: number },
  ceilings: Ceilings,
  lp: LpSolver,
  secondsLeft: () => number,
  locked: boolean,
): Generator<void, Solved> {
  // The worst group is bounded by way of the harmonic form, which is at least as high.
  const summed: Problem = problem.objective === 'maximin' ? { ...problem, objective: 'harmonic' } : problem;
  const scores = Solution.of(problem, solved.groups).scores();
  const around = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const pricing = new Pricing(summed, ceilings, around, false);
  const effort = effortOf();
  const enough = () => secondsLeft() <= 0;
  const groups = solved.groups.map((members) => unitsOf(problem, members));
  const known = { groups, cost: groups.reduce((sum, units) => sum + pricing.costOf(units, effort), 0) };
  let below: LowerBound | null = yield* lowerBound(lp, pricing, groups, known.cost, effort, enough);
  const spent = effort.steps <= 0 || effort.scored <= 0;
  if (below === null || spent) {
    // Too many sets to score each of them: the pair ceilings alone, then.
    const roughly = new Pricing(summed, ceilings, around, true);
    const rough = yield* lowerBound(lp, roughly, groups, known.cost, effortOf(), enough);
    if (rough !== null && (below === null || rough.cost > below.cost)) below = rough;
  }
  if (below === null) return solved;
  const whole: Whole =
    problem.objective === 'maximin' || locked || spent
      ? { groups: null, cost: known.cost, atLeast: below.cost }
      : yield* bestWhole(lp, pricing, below, known, effort, secondsLeft);
  const better =
    whole.groups === null
      ? solved.groups
      : whole.groups.map((set) => studentsOf(problem, set)).sort((a, b) => a[0]! - b[0]!);
  const objective = Solution.of(problem, better).objective();
  const bound = Math.max(objective, Math.min(solved.bound, objectiveOf(problem, whole.atLeast)));
  return { ...solved, groups: better, bound, ...(bound - objective < EQUAL ? { stoppedBy: 'optimal' } : {}) };
}

/** The objective that groups of this cost together have. */
function objectiveOf({ students, objective }: Problem, cost: number): number {
  const n = students.ids.length;
  if (objective === 'mean') return 1 - cost / n;
  return objective === 'harmonic' ? n / cost : unlifted(n / cost);
}

function unitsOf({ units }: Problem, members: readonly number[]): number[] {
  return [...new Set(members.map((student) => units.unitOf[student]!))].sort((a, b) => a - b);
}

function studentsOf({ units }: Problem, set: readonly number[]): number[] {
  return set.flatMap((u) => [...units.members[u]!]).sort((a, b) => a - b);
}
