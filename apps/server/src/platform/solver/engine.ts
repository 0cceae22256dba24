import type { FieldProblem, Policy } from '@tailcamp/contracts';
import {
  compile,
  type Effect,
  evaluate,
  type FormedGroup,
  freeHours,
  type Solved as Grouping,
  Matchmaker,
  makeTable,
  nameGroups,
  type Phase,
  PolicyError,
  type Problem,
  pairwise,
  placements,
  previewPolicy,
  proposePolicy,
  proveImpossible,
  type RestProblem,
  recogniseColumns,
  reportGroups,
  restOf,
  type SolveOptions,
} from '@tailcamp/matching';
import { loadLp } from '@tailcamp/matching/lp';
import type {
  Cohort,
  Evaluated,
  EvaluateInput,
  FormInput,
  PlaceInput,
  PolicyCheck,
  Proposal,
  Solved,
  SolveInput,
  SolveProgress,
} from './index.js';

/** What the thread does: the port's methods on the engine itself, each to its end. */

const PROGRESS_MS = 100;
const PHASES: Record<Phase, SolveProgress['phase']> = {
  construct: 'constructing',
  repair: 'repairing',
  anneal: 'improving',
  bound: 'proving',
  done: 'improving',
};

export function propose(cohort: Cohort): Proposal {
  const table = makeTable(cohort.columns, cohort.rows);
  const { policy, notices } = proposePolicy(table);
  const { id: _, ...withoutId } = policy;
  return { policy: withoutId, notices, columns: columnsOf(cohort) };
}

export function check(policy: Policy, cohort: Cohort): PolicyCheck {
  const columns = columnsOf(cohort);
  try {
    const problem = compileFor(policy, cohort);
    const proof = proveImpossible(problem);
    const impossible = proof === null ? null : { rules: [...proof.rules], why: proof.why };
    return { columns, notices: [...problem.notices], fields: [], impossible, ...previewPolicy(problem) };
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    return { columns, notices: [], fields: [fieldOf(error)], impossible: null, criteria: [], trial: null };
  }
}

/** Groups that are none of this cohort. */
export class NoSuchGroups extends Error {}

/** @throws PolicyError, NoSuchGroups */
export function evaluateGroups({ policy, cohort, groups }: EvaluateInput): Evaluated {
  const problem = compileFor(policy, cohort);
  try {
    return { ...evaluate(problem, groups), ...besides(problem, groups) };
  } catch (error) {
    if (error instanceof RangeError) throw new NoSuchGroups(error.message);
    throw error;
  }
}

/** What pages show of groups beside the report. */
export const besides = (problem: Problem, groups: EvaluateInput['groups']): Pick<Solved, 'pairs' | 'free'> => ({
  pairs: pairwise(problem, groups),
  free: freeHours(problem, groups),
});

/** `solve` of the engine, whoever works on the blocks of a large cohort. */
export type Solving = (problem: Problem, options: SolveOptions) => Promise<Grouping>;

/** @throws PolicyError */
export async function solveAll(
  input: SolveInput,
  solving: Solving,
  tell: (progress: SolveProgress) => void,
): Promise<Solved> {
  const started = performance.now();
  const elapsed = () => (performance.now() - started) / 1000;
  tell({ phase: 'preparing', moves: 0, of: 0, seconds: 0, best: 0, hardViolations: 0 });
  const { problem, asked } = askedOf(input);
  let toldAt = performance.now();
  const solved = await solving(asked.problem, {
    ...asked.options,
    seed: input.seed,
    lp: await loadLp(),
    onProgress: ({ phase, ...progress }) => {
      if (phase !== 'done' && performance.now() - toldAt < PROGRESS_MS) return;
      toldAt = performance.now();
      tell({ ...progress, phase: PHASES[phase], seconds: elapsed() });
    },
  });
  const { bound, ...run } = solved;
  // A bound of the rest alone says nothing of the whole.
  const proof = bound === undefined || input.rest !== undefined ? {} : { bound };
  const matched = reportGroups(problem, asked.groupsOf(solved), { ...run, ...proof, seconds: elapsed() });
  const solver = { by: 'built-in', engine: matched.engine, fellBack: null } as const;
  return { report: matched, ...besides(problem, matched.groups), solver };
}

/**
 * The problem of all students, and what of it is to be solved.
 * @throws PolicyError
 */
export function askedOf({ policy, cohort, rest }: Omit<SolveInput, 'seed'>): { problem: Problem; asked: RestProblem } {
  const problem = compileFor(policy, cohort);
  return { problem, asked: rest === undefined ? whole(problem) : restOf(problem, rest) };
}

const whole = (problem: Problem): RestProblem => ({
  problem,
  options: {},
  groupsOf: (solved) => nameGroups(problem, solved.groups),
});

/** @throws PolicyError */
export function form({ policy, steps, cohort, tickets, seed }: FormInput): FormedGroup[] {
  const table = makeTable(cohort.columns, cohort.rows);
  return new Matchmaker({ ...policy, id: cohort.idColumn }, steps, table).form(tickets, seed);
}

/** @throws PolicyError */
export function place({ policy, cohort, groups, students }: PlaceInput): Effect[] {
  return placements(compileFor(policy, cohort), groups, students);
}

function compileFor(policy: Policy, cohort: Cohort): Problem {
  return compile({ ...policy, id: cohort.idColumn }, makeTable(cohort.columns, cohort.rows));
}

/** What the students were asked; the column that we identify them by is none of it. */
function columnsOf({ columns, rows, idColumn }: Cohort) {
  return recogniseColumns(makeTable(columns, rows)).filter(({ name }) => name !== idColumn);
}

function fieldOf({ path, reason }: PolicyError): FieldProblem {
  return { field: ['policy', ...path].join('.'), message: reason };
}
