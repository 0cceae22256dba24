import type {
  CriterionPreview,
  EventData,
  FieldProblem,
  FreeHours,
  HardViolation,
  MatchedGroup,
  MatchReport,
  Policy,
  PolicyTrial,
  ProposedPolicy,
  QueueStep,
  RunSolver,
  SurveyColumn,
} from '@tailcamp/contracts';
import type { Effect, FormedGroup, QueuePolicy, StandingGroup, WaitingTicket } from '@tailcamp/matching';

/** Threads that share the blocks of one large cohort, for who solves without this port. */
export { solveBy } from './block-threads.js';

/** The students to be matched, as a survey; cells stand as the columns do. */
export interface Cohort {
  columns: readonly string[];
  rows: readonly (readonly string[])[];
  /** The column that identifies a student, whatever a policy says. */
  idColumn: string;
}

export interface Proposal extends ProposedPolicy {
  columns: SurveyColumn[];
}

/** What became of a policy when it was held against a cohort. */
export interface PolicyCheck {
  columns: SurveyColumn[];
  notices: string[];
  /** What this cohort cannot fill, by path inside the policy; empty for a good policy. */
  fields: FieldProblem[];
  /** A proof that no grouping keeps these rules; null proves nothing. */
  impossible: { rules: string[]; why: string } | null;
  /** In the order of the policy; empty where `fields` is not. */
  criteria: CriterionPreview[];
  /** A grouping found in a moment; null where there is none. */
  trial: PolicyTrial | null;
}

/** A group by the ids of its members. */
export interface NamedGroup {
  name: string;
  members: readonly string[];
}

export interface EvaluateInput {
  policy: Policy;
  cohort: Cohort;
  /** Each student of the cohort in one of them at most. */
  groups: readonly NamedGroup[];
}

export interface Evaluated {
  objective: number;
  worst: number;
  groups: readonly MatchedGroup[];
  hardViolations: readonly HardViolation[];
  /** As in `Solved`. */
  pairs: Record<string, number[][]>;
  free: Record<string, FreeHours>;
}

/** Groups that stand, and who of them stays where they are; the rest is arranged anew among the same groups. */
export interface RestToSolve {
  groups: readonly NamedGroup[];
  locked: {
    members: readonly string[];
    /** By name: nobody leaves and nobody joins. */
    groups: readonly string[];
  };
}

export interface SolveInput {
  policy: Policy;
  cohort: Cohort;
  /** 0 to 2³² − 1; the same input and seed give the same groups. */
  seed: number;
  /** Without it all students are grouped from the beginning. */
  rest?: RestToSolve;
}

export type SolveProgress = Omit<EventData<'run.progress'>, 'runId'>;

export interface SolveOptions {
  /** Called for the first and the last progress, and at most ten times a second between them. */
  onProgress: (progress: SolveProgress) => void;
  /** Aborted: stop at once. */
  signal: AbortSignal;
  /** The run that it is for, for logs. */
  runId?: string;
}

export interface Solved {
  report: MatchReport;
  /** By group name: how well each two members fit, 0 to 1, in their order; empty where the policy says nothing of two. */
  pairs: Record<string, number[][]>;
  /** By group name: when its members are free, where the policy looks at it. */
  free: Record<string, FreeHours>;
  solver: RunSolver;
}

export interface FormInput {
  policy: QueuePolicy;
  steps: readonly QueueStep[];
  /** Everybody of the camp, not only those who wait. */
  cohort: Cohort;
  /** The longest wait first. */
  tickets: readonly WaitingTicket[];
  seed: number;
}

export interface PlaceInput {
  policy: QueuePolicy;
  cohort: Cohort;
  groups: readonly StandingGroup[];
  /** Students who are in none of the groups. */
  students: readonly string[];
}

/** The input cannot be solved, however often it is tried; the message is one sentence for a person. */
export class SolverRefusal extends Error {
  override readonly name = 'SolverRefusal';
}

/**
 * The engine that forms groups, away from the thread that answers requests: even to read a large cohort takes longer
 * than a request may wait for another.
 */
export abstract class Solver {
  /** The engine's version: with it, the same input and seed give the same groups. */
  abstract readonly engine: string;
  /** A policy for a cohort that nobody wrote one for. The cohort has at least one student. */
  abstract propose(cohort: Cohort): Promise<Proposal>;
  abstract check(policy: Policy, cohort: Cohort): Promise<PolicyCheck>;
  /**
   * Scores groups as they stand.
   * @throws SolverRefusal when the policy does not fit the cohort, or a group names nobody of it
   */
  abstract evaluate(input: EvaluateInput): Promise<Evaluated>;
  /**
   * @throws SolverRefusal when the policy does not fit the cohort
   * @throws the reason of `signal` when it is aborted
   */
  abstract solve(input: SolveInput, options: SolveOptions): Promise<Solved>;
  /**
   * Groups of those who wait, as far as the rules of each allow.
   * @throws SolverRefusal when the policy does not fit the cohort
   * @throws the reason of `signal` when it is aborted
   */
  abstract form(input: FormInput, signal: AbortSignal): Promise<FormedGroup[]>;
  /** What it would do to each group to take in each student. @throws SolverRefusal */
  abstract place(input: PlaceInput): Promise<Effect[]>;
}
