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
  if (exact === null || exact.groups === null) {
    return yield* largeSteps(problem, options) ?? searchSteps(problem, options);
  }
  const { groups, moves } = exact;
  const best = Solution.of(problem, groups).objective();
  options.onProgress?.({ phase: 'done', moves, of: moves, best, hardViolations: 0 });
  return { groups, moves, stoppedBy: 'optimal', seed: options.seed };
}
