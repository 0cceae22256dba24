import { boundSteps, isPriceable } from '../bound/bound.js';
import { denseSteps, isDense } from '../dense/dense.js';
import { evaluate, nameGroups } from '../evaluate.js';
import { solveExactly } from '../exact/exact.js';
import { largeSteps } from '../large/large.js';
import type { Problem } from '../problem.js';
import type { Progress, Solved, SolveOptions } from './options.js';
import { searchSteps } from './search.js';
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

/** Share of the seconds that goes to the search where a bound comes after it. */
const SEARCHING = 0.6;

/** A search, and then how far from the best its answer may be. */
function* boundedSteps(problem: Problem, options: SolveOptions): Generator<Progress, Solved> {
  const { seconds, onProgress, clock = Date.now } = options;
  const started = clock();
  const secondsLeft = () => (seconds ?? Number.POSITIVE_INFINITY) - (clock() - started) / 1000;
  const share = options.lp !== undefined && isPriceable(problem) ? SEARCHING : 1;
  let last: Progress | null = null;
  const searching: SolveOptions = {
    ...options,
    ...(seconds === undefined ? {} : { seconds: seconds * share }),
    onProgress: (progress) => {
      last = progress;
      if (progress.phase !== 'done') onProgress?.(progress);
    },
  };
  const found = yield* isDense(problem, searching)
    ? denseSteps(problem, searching)
    : (largeSteps(problem, searching) ?? searchSteps(problem, searching));
  const solved = yield* boundSteps(problem, found, options, secondsLeft);
  if (last !== null) onProgress?.({ ...(last as Progress), best: bestOf(problem, found, solved, last) });
  return solved;
}

function bestOf(problem: Problem, found: Solved, solved: Solved, { best }: Progress): number {
  if (solved.groups === found.groups) return best;
  return Math.max(best, evaluate(problem, nameGroups(problem, solved.groups)).objective);
}
