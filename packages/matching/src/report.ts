import type { MatchReport } from '@tailcamp/contracts';
import { explainConflict } from './conflict/conflict.js';
import { evaluate, type NamedGroup, nameGroups } from './evaluate.js';
import { ENGINE, type Problem } from './problem.js';
import type { Solved } from './solve/options.js';

/**
 * What a solve came to: every group's scores with their evidence, and, where rules are broken, which stand against each
 * other. `seconds` is the caller's, for the engine reads no clock here.
 */
export function report(problem: Problem, solved: Solved, seconds: number): MatchReport {
  const named = nameGroups(problem, solved.groups);
  return reportGroups(problem, named, { ...solved, seconds });
}

/** The same for groups that are given; `moves` is 0 where nothing was solved. */
export function reportGroups(
  problem: Problem,
  groups: readonly NamedGroup[],
  run: Pick<MatchReport, 'seed' | 'moves' | 'stoppedBy' | 'seconds'> &
    Pick<Solved, 'bound'> & { readonly explain?: boolean },
): MatchReport {
  const { objective, groups: matched, hardViolations } = evaluate(problem, groups);
  const kept = hardViolations.length === 0;
  const optimal = kept && (run.stoppedBy === 'optimal' || objective >= 1 - 1e-12);
  const bound = optimal ? objective : kept && run.bound !== undefined ? Math.max(objective, run.bound) : null;
  const conflict =
    hardViolations.length > 0 && run.explain !== false ? explainConflict(problem, hardViolations, run.seed) : null;
  return {
    engine: ENGINE,
    seed: run.seed,
    moves: run.moves,
    stoppedBy: run.stoppedBy,
    objective,
    bound,
    gap: bound === null ? null : bound === 0 ? 0 : (bound - objective) / bound,
    hardViolations: [...hardViolations],
    ...(conflict === null ? {} : { conflict }),
    groups: [...matched],
    notices: [...problem.notices],
    seconds: run.seconds,
  };
}
