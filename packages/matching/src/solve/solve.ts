import { boundSteps, isPriceable } from '../bound/bound.js';
import { denseSteps, isDense } from '../dense/dense.js';
import { evaluate, nameGroups } from '../evaluate.js';
import { groupByRules } from '../exact/by-rules.js';
import { solveExactly } from '../exact/exact.js';
import { largeSteps } from '../large/large.js';
import type { Problem } from '../problem.js';
import { mend } from './mend.js';
import type { Progress, Solved, SolveOptions } from './options.js';
import { searchSteps } from './search.js';
import { groupBounds } from './sizes.js';
import { Solution } from './solution.js';

/** Solves to the end; see `solveSteps`. */
export function solve(problem: Problem, options: SolveOptions): Solved {
  const steps = solveSteps(problem, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * Groups the students: hard rules first, then the objective. Yields its progress now and then; the best grouping so far is
 * the answer at any moment. Which regime does it depends on the problem only, so that it is the same wherever it runs.
 */
export function* solveSteps(problem: Problem, options: SolveOptions): Generator<Progress, Solved> {
  const exact = solveExactly(problem, options);
  // Where no grouping keeps the rules, the search finds one that breaks few.
  if (exact === null || exact.groups === null) return yield* boundedSteps(problem, options);
  const { groups, moves } = exact;
  const best = Solution.of(problem, groups).objective();
  options.onProgress?.({ phase: 'done', moves, of: moves, best, hardViolations: 0 });
  return { groups, moves, stoppedBy: 'optimal', seed: options.seed };
}

/** A search from scratch, or, where the hard rules leave few ways, from one that keeps them all. */
function searched(problem: Problem, asked: SolveOptions, seconds: () => number): Generator<Progress, Solved> {
  const byRules = asked.start === undefined ? groupByRules(problem) : null;
  const options = asked.seconds === undefined ? asked : { ...asked, seconds: Math.max(0.001, seconds()) };
  if (byRules?.tight && typeof byRules.groups !== 'string') {
    return searchSteps(problem, { ...options, start: byRules.groups });
  }
  if (isDense(problem, options)) return denseSteps(problem, options);
  return largeSteps(problem, options) ?? searchSteps(problem, options);
}

/** What a search left broken, mended where that can be done among a few groups. */
function mended(problem: Problem, found: Solved, { locked, seed }: SolveOptions, secondsLeft: () => number): Solved {
  const broken = locked === undefined && groupBounds(problem) !== null && Solution.of(problem, found.groups).broken > 0;
  const groups = broken ? mend(problem, found.groups, seed, secondsLeft) : null;
  return groups === null ? found : { ...found, groups };
}

/** Shares of the seconds that go to the search where a bound comes after it, or what is broken may have to be mended. */
const BEFORE_BOUND = 0.25;
const BEFORE_MENDING = 0.85;

/** A search, and then how far from the best its answer may be. */
function* boundedSteps(problem: Problem, options: SolveOptions): Generator<Progress, Solved> {
  const { seconds, onProgress, clock = Date.now } = options;
  const started = clock();
  const secondsLeft = () => (seconds ?? Number.POSITIVE_INFINITY) - (clock() - started) / 1000;
  const hard = problem.measures.some((measure) => measure.hard);
  const share = options.lp !== undefined && isPriceable(problem) ? BEFORE_BOUND : hard ? BEFORE_MENDING : 1;
  let last: Progress | null = null;
  const searching: SolveOptions = {
    ...options,
    onProgress: (progress) => {
      last = progress;
      if (progress.phase !== 'done') onProgress?.(progress);
    },
  };
  const found = yield* searched(problem, searching, () => share * secondsLeft());
  // Of a large cohort without rules, to look for broken ones would be to work out every pair.
  const kept = hard ? mended(problem, found, searching, secondsLeft) : found;
  const solved = yield* boundSteps(problem, kept, options, secondsLeft);
  if (last !== null) onProgress?.(solved.groups === found.groups ? last : bettered(problem, solved, last));
  return solved;
}

/** The last progress of a search whose answer was bettered afterwards. */
function bettered(problem: Problem, { groups }: Solved, { phase, moves, of }: Progress): Progress {
  const { objective, hardViolations } = evaluate(problem, nameGroups(problem, groups));
  return { phase, moves, of, best: objective, hardViolations: new Set(hardViolations.map(({ group }) => group)).size };
}
