import type { Conflict, HardViolation } from '@tailcamp/contracts';
import type { Measure } from '../criteria/measure.js';
import { isTogether } from '../criteria/together.js';
import { showSizes } from '../evaluate.js';
import { groupByRules } from '../exact/by-rules.js';
import { isPossible } from '../exact/exact.js';
import { mergeUnits } from '../policy/units.js';
import type { Problem } from '../problem.js';
import { findsFeasible } from '../solve/search.js';
import { exemptions } from './exemptions.js';
import { proveImpossible } from './proofs.js';

/** Exchanges that each search for a grouping that keeps fewer rules may look at. */
const SEARCH_MOVES = 400_000;

/**
 * Names the hard rules that stand against each other once a solve has left some broken: by a counting argument where there
 * is one, else by leaving rules out one at a time. A small cohort tells each time for sure, and the set is then proved; in a
 * larger one each time is a search anew, which finds an irreducible set but proves nothing.
 */
export function explainConflict(problem: Problem, violations: readonly HardViolation[], seed: number): Conflict {
  const name = (members: readonly number[]) => members.map((i) => problem.students.ids[i]!);
  const proof = proveImpossible(problem);
  if (proof !== null) {
    return {
      proved: true,
      criteria: [...proof.rules],
      members: name(proof.members),
      relaxation: `${proof.why}; ${relax(problem, proof.measures, violations, seed)}`,
    };
  }
  const hard = problem.measures.filter((measure) => measure.hard);
  const proved = canKeep(problem, hard, seed) === 'never';
  let kept = hard;
  for (const rule of hard) {
    const without = kept.filter((other) => other !== rule);
    const left = canKeep(problem, without, seed);
    // Of what is proved, only what is proved again may be left out.
    if (left === 'never' || (left === 'unknown' && !proved)) kept = without;
  }
  const broken = violations.filter(({ kind, column }) =>
    kept.some((measure) => measure.kind === kind && measure.column === column),
  );
  return {
    proved,
    criteria: [...kept.map(({ rule }) => rule), showSizes(problem)],
    members: [...new Set((broken.length > 0 ? broken : violations).flatMap(({ members }) => members))],
    relaxation: relax(problem, kept, violations, seed),
  };
}

/** The least that has to give: whom to exempt in the best grouping if they are few, else the rule whose loss is enough. */
function relax(
  problem: Problem,
  rules: readonly Measure[],
  violations: readonly HardViolation[],
  seed: number,
): string {
  const exempted = exemptions(problem, violations);
  if (exempted !== null) return exempted;
  const hard = problem.measures.filter((measure) => measure.hard);
  const enough = rules.find((rule) => {
    const others = hard.filter((other) => other !== rule);
    return canKeep(problem, others, seed) === 'found';
  });
  if (enough !== undefined) return `every other rule can be kept without "${enough.rule}"`;
  const places = violations.map(({ kind, group }) => `${kind} in ${group}`).join(', ');
  return violations.length > 0
    ? `the best grouping found breaks ${violations.length} places: ${places}`
    : 'change the sizes';
}

/** Whether some grouping keeps these rules: found, proved that there never is one, or neither. */
function canKeep(problem: Problem, hard: readonly Measure[], seed: number): 'found' | 'never' | 'unknown' {
  const units = mergeUnits(problem.students.ids.length, hard.filter(isTogether));
  // Nothing is weighted here, so the first grouping that keeps the rules ends the search.
  const asked: Problem = { ...problem, measures: hard, units };
  const possible = isPossible(asked);
  if (possible !== null) return possible ? 'found' : 'never';
  if (proveImpossible(asked) !== null) return 'never';
  const byRules = groupByRules(asked)?.groups ?? 'unknown';
  if (byRules !== 'unknown') return byRules === 'never' ? 'never' : 'found';
  const moves = Math.min(SEARCH_MOVES, problem.students.ids.length * 8000);
  return findsFeasible(asked, { seed, moves }) ? 'found' : 'unknown';
}
