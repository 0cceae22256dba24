import type { Prices, Triple } from './cuts.js';

/** Sets of rows, each with what it costs. */
export interface Column {
  readonly cost: number;
  /** Row numbers, ascending. */
  readonly set: readonly number[];
}

/**
 * A solver of linear and integer programmes, which whoever calls the engine may bring along (`@tailcamp/matching/lp`); the
 * engine itself loads nothing. The same calls give the same answers, unless seconds stopped one.
 */
export interface LpSolver {
  /** Every one of `rows` is to be in exactly one of the sets that are added, at the least sum of costs. */
  partition(rows: number): PartitionProgramme;
  /** The same in whole sets, in one go. The triples are of no use but to be quicker: whole sets keep them anyway. */
  choose(rows: number, columns: readonly Column[], triples: readonly Triple[], limits: ChooseLimits): Choice;
}

export interface PartitionProgramme {
  add(columns: readonly Column[]): void;
  /** From now on at most one set in all holds two or more of each three rows. */
  cut(triples: readonly Triple[]): void;
  /** With fractions of sets allowed. Null when no such choice exists. */
  relax(): Relaxed | null;
  /** Frees what it holds; not to be used afterwards. */
  close(): void;
}

export interface Relaxed {
  /** The least there is. */
  readonly cost: number;
  /** How much of each set is taken, in the order in which they were added. */
  readonly parts: Float64Array;
  readonly prices: Prices;
}

export interface ChooseLimits {
  /** Steps of the simplex. */
  readonly steps: number;
  /** Asked now and then: it stops when told so, for its own clock is not that of the solve. */
  readonly enough: () => boolean;
  /** A choice known already, by column number. */
  readonly known: readonly number[];
}

export interface Choice {
  /** Column numbers of the cheapest choice found; null when none was. */
  readonly chosen: readonly number[] | null;
  /** Steps taken. */
  readonly steps: number;
  /** No choice among these columns costs less; infinite when there is none at all. */
  readonly atLeast: number;
}
