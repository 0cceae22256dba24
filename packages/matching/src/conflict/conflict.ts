import type { Conflict, HardViolation } from '@tailcamp/contracts';
import type { Measure } from '../criteria/measure.js';
import { isTogether } from '../criteria/together.js';
import { showSizes } from '../evaluate.js';
import { mergeUnits } from '../policy/units.js';
import type { Problem } from '../problem.js';
import { findsFeasible } from '../solve/search.js';
import { proveImpossible } from './proofs.js';

/** Exchanges that each search for a grouping that keeps fewer rules may look at. */
const SEARCH_MOVES = 400_000;

/**
 * Names the hard rules that stand against each other once a solve has left some broken: by a counting argument where there
 * is one, else by leaving rules out one at a time and searching anew, which finds an irreducible set but proves nothing.
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
  let kept = hard;
  for (const rule of hard) {
    const without = kept.filter((other) => other !== rule);
    if (!feasible(problem, without, seed)) kept = without;
  }
  const broken = violations.filter((violation) => kept.some((measure) => measure.kind === violation.kind));
  return {
    proved: false,
    criteria: [...kept.map(({ rule }) => rule), showSizes(problem)],
    members: [...new Set((broken.length > 0 ? broken : violations).flatMap(({ members }) => members))],
    relaxation: relax(problem, kept, violations, seed),
  };
}

/** The least that has to give: the broken places of the best grouping if they are few, else the rule whose loss is enough. */
function relax(
  problem: Problem,
  rules: readonly Measure[],
  violations: readonly HardViolation[],
  seed: number,
): string {
  const groups = [...new Set(violations.map(({ group }) => group))];
  const few = violations.length > 0 && groups.length <= 2;
  const places = violations.map(({ kind, group }) => `${kind} in ${group}`).join(', ');
  if (few) return `every other rule is kept if you allow ${places}`;
  const hard = problem.measures.filter((measure) => measure.hard);
  const enough = rules.find((rule) =>
    feasible(
      problem,
      hard.filter((other) => other !== rule),
      seed,
    ),
  );
  if (enough !== undefined) return `every other rule can be kept without "${enough.rule}"`;
  return violations.length > 0
    ? `the best grouping found breaks ${violations.length} places: ${places}`
    : 'change the sizes';
}

function feasible(problem: Problem, hard: readonly Measure[], seed: number): boolean {
  const units = mergeUnits(problem.students.ids.length, hard.filter(isTogether));
  const moves = Math.min(SEARCH_MOVES, problem.students.ids.length * 8000);
  // Nothing is weighted here, so the first grouping that keeps the rules ends the search.
  return findsFeasible({ ...problem, measures: hard, units }, { seed, moves });
}
