import type { PairObjective } from './pair-objective.js';

/** Students to be grouped among themselves; all of it can be sent to another thread or process. */
export interface BlockTask extends PairObjective {
  /** Unit vectors row by row, `dimensions` floats each, a multiple of 4. */
  readonly vectors: Float32Array;
  readonly dimensions: number;
  /** Of each group; they sum to the number of students. */
  readonly sizes: Int32Array;
  /** Whether the students stand group by group already; else they are put together greedily. */
  readonly grouped: boolean;
  readonly seed: number;
  /** How often each student's exchanges are looked at; 0 leaves the groups as they are. */
  readonly sweeps: number;
  /** Where the temperature begins and ends, in losses at the 1 % quantile of the exchanges at a local optimum. */
  readonly hot: number;
  readonly cold: number;
}

export interface BlockResult {
  /** By student, in the order of the task. */
  readonly groupOf: Int32Array;
  /** Exchanges looked at. */
  readonly moves: number;
}
