import type { LpSolver } from '../bound/lp.js';

export interface SolveOptions {
  /** 0 to 2³² − 1; the same seed gives the same grouping unless time stopped it. */
  readonly seed: number;
  /** Exchanges to look at; without `seconds` the default schedule, a function of the number of students. */
  readonly moves?: number;
  /** Stop by the clock instead. */
  readonly seconds?: number;
  /** Milliseconds; wall time unless told. */
  readonly clock?: () => number;
  /** Groups to start from, by student number. */
  readonly start?: readonly (readonly number[])[];
  /** Student numbers who stay in the group that `start` gives them, with whoever else is locked there. */
  readonly locked?: ReadonlySet<number>;
  /** For the bound of a cohort up to 200, and for what it betters; see `@tailcamp/matching/lp`. */
  readonly lp?: LpSolver;
  readonly onProgress?: (progress: Progress) => void;
  /** Asked with each progress; the best grouping so far is then the answer. */
  readonly shouldStop?: () => boolean;
}

export interface Progress {
  readonly phase: Phase;
  readonly moves: number;
  /** Moves that the schedule counts; the moves so far when it is stopped by time. */
  readonly of: number;
  /** Objective of the best grouping so far, 0 to 1. */
  readonly best: number;
  /** Groups in which that grouping breaks a rule. */
  readonly hardViolations: number;
}

export type Phase = 'construct' | 'repair' | 'anneal' | 'bound' | 'done';

export interface Solved {
  /** Student numbers by group, students in order, groups in the order of their first; named groups in their own, some maybe empty. */
  readonly groups: readonly (readonly number[])[];
  readonly moves: number;
  readonly stoppedBy: 'moves' | 'time' | 'optimal';
  readonly seed: number;
  /** No grouping's objective is above this; absent where nothing is known. */
  readonly bound?: number;
}
