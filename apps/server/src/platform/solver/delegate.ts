import type { SolveRequest } from '@tailcamp/contracts';
import {
  evaluate,
  type Solved as Grouping,
  type Problem,
  type RestProblem,
  reportGroups,
  solve,
  wire,
} from '@tailcamp/matching';
import { askedOf, besides } from './engine.js';
import type { Solved, SolveInput } from './index.js';
import type { ServiceAnswer } from './service.js';

/** What the thread does for a solver outside this program: put the problem into its words, and judge what it says. */

/** @throws PolicyError */
export function pose(input: SolveInput, seconds: number): string {
  const { problem, options } = askedOf(input).asked;
  const request: SolveRequest = {
    problem: wire(problem),
    seed: input.seed,
    seconds,
    ...(options.start && { start: options.start.map((members) => [...members]) }),
    ...(options.locked && { locked: [...options.locked] }),
  };
  return JSON.stringify(request);
}

export type Adoption = { solved: Solved } | { declined: string };

/** Moves for each student of the answer that the service's is held against: construction and repair, hardly more. */
const QUICK_MOVES = 20;
const EPSILON = 1e-9;

/**
 * Takes the service's groups if they are groups of these students, leave the locked in their places, break no rule, and are
 * no worse than what our engine finds at once. Their scores are our own. Where a rule has to be broken, it is our engine that
 * finds which, and says what stands against what.
 * @throws PolicyError
 */
export function adopt(input: SolveInput, answer: ServiceAnswer, seconds: number): Adoption {
  const { seed } = input;
  const { problem, asked } = askedOf(input);
  const wrong = whyNoGrouping(asked, answer.groups);
  if (wrong !== null) return { declined: wrong };
  const theirs: Grouping = {
    groups: inOrder(asked.problem, answer.groups),
    moves: answer.moves,
    stoppedBy: answer.stoppedBy,
    seed,
  };
  const found = evaluate(problem, asked.groupsOf(theirs));
  const broken = found.hardViolations.length;
  if (broken > 0) return { declined: `its groups break ${broken} ${broken === 1 ? 'rule' : 'rules'}` };
  const quick = solve(asked.problem, { ...asked.options, seed, moves: QUICK_MOVES * problem.students.ids.length });
  const ours = evaluate(problem, asked.groupsOf(quick));
  if (ours.hardViolations.length === 0 && found.objective < ours.objective - EPSILON) {
    const shown = [found, ours].map(({ objective }) => objective.toFixed(4));
    return { declined: `its groups score ${shown[0]}, a first answer of our own ${shown[1]}` };
  }
  const report = reportGroups(problem, asked.groupsOf(theirs), { ...theirs, seconds });
  const solver = { by: 'service', engine: answer.engine, fellBack: null } as const;
  return { solved: { report: { ...report, engine: answer.engine }, ...besides(problem, report.groups), solver } };
}

function whyNoGrouping({ problem, options }: RestProblem, groups: readonly (readonly number[])[]): string | null {
  const students = problem.students.ids.length;
  const home = new Int32Array(students).fill(-1);
  for (const [group, members] of groups.entries()) {
    for (const student of members) {
      if (student >= students) return 'its groups hold a student who is not there';
      if (home[student] !== -1) return 'its groups hold a student twice';
      home[student] = group;
    }
  }
  if (home.includes(-1)) return 'its groups leave a student out';
  if (problem.named !== null && groups.length !== problem.named.length) {
    return `it made ${groups.length} groups of the ${problem.named.length} that there are`;
  }
  const moved = options.start?.some((members, group) =>
    members.some((student) => options.locked?.has(student) && home[student] !== group),
  );
  return moved ? 'it moved a student who is locked' : null;
}

/** As our own solver gives them. */
function inOrder({ named }: Problem, groups: readonly (readonly number[])[]): number[][] {
  const sorted = groups.map((members) => [...members].sort((a, b) => a - b));
  if (named !== null) return sorted;
  return sorted.filter(({ length }) => length > 0).sort((a, b) => a[0]! - b[0]!);
}
