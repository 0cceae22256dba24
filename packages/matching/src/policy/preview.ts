import type { CriterionPreview, PolicyTrial } from '@tailcamp/contracts';
import { evaluate, nameGroups } from '../evaluate.js';
import type { Problem } from '../problem.js';
import { groupBounds } from '../solve/sizes.js';
import { solve } from '../solve/solve.js';

/** Above this many students a trial would keep its reader waiting. */
const MOST_STUDENTS = 2000;
const TRIAL_MOVES = 40_000;
const MOST_VALUES = 12;

/** What a policy does to a cohort: what the students bring to each criterion, whether it can hold, how a short trial comes out. */
export function previewPolicy(problem: Problem): { criteria: CriterionPreview[]; trial: PolicyTrial | null } {
  const bounds = groupBounds(problem);
  const trial = problem.students.ids.length > MOST_STUDENTS ? null : tryOut(problem);
  const criteria = problem.measures.map((measure, c): CriterionPreview => {
    const scored = trial?.groups.flatMap(({ members, criteria: all }) => (members.length === 0 ? [] : [all[c]!]));
    return {
      kind: measure.kind,
      rule: measure.rule,
      brings: measure.brings().slice(0, MOST_VALUES),
      impossible: bounds === null ? null : (measure.impossible?.(bounds)?.why ?? null),
      score:
        scored === undefined ? null : scored.reduce((sum, { score }) => sum + score, 0) / Math.max(1, scored.length),
      holds: scored === undefined ? null : scored.filter(({ satisfied }) => satisfied).length,
    };
  });
  if (trial === null) return { criteria, trial };
  const { groups, objective, worst, hardViolations } = trial;
  return { criteria, trial: { groups: groups.length, objective, worst, broken: hardViolations.length } };
}

function tryOut(problem: Problem) {
  return evaluate(problem, nameGroups(problem, solve(problem, { seed: 1, moves: TRIAL_MOVES }).groups));
}
