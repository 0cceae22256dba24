import type { Criterion, CriterionKind, FreeHours, GroupSize, PolicyGroup, SolverCriterion } from '@tailcamp/contracts';
import type { Partition } from '../solve/partition.js';
import type { Students } from '../survey/students.js';

/** A criterion made ready for one cohort. Students are numbers, 0 to N − 1. */
export interface Measure {
  readonly kind: CriterionKind;
  /** The column, or the columns joined by a comma. */
  readonly column: string;
  readonly hard: boolean;
  /** Share in the group score; 0 for a hard rule. */
  readonly weight: number;
  readonly step: boolean;
  readonly private: boolean;
  /** The hard form in words: `at least 3 common hours`. */
  readonly rule: string;
  open(partition: Partition): Tally;
  /** What the score of these members rests on, were they the group of that number. */
  evidence(members: readonly number[], group: number): string;
  /** The same criterion as numbers alone, for a solver outside this program. */
  wire(): Wire;
  /** Where `open` counts with rounded figures: score and shortfall of these members in full precision. */
  exactly?(members: readonly number[]): Exact;
  /** What the students bring to it, such as each value with how many gave it; what there is most of first. */
  brings(): Brought[];
  /** How well two fit, 0 to 1; null when the criterion says nothing of these two. Absent where it says nothing of any two. */
  pair?(a: number, b: number): number | null;
  /** False when no group that holds both can keep the hard form, whoever else is in it. */
  canShare?(a: number, b: number): boolean;
  /** How many of these are free in each hour of the week; null where the times are of no week. Absent where it is not about time. */
  freeHours?(members: readonly number[]): FreeHours | null;
  /** A counting argument that no assignment with these sizes keeps the hard form, or null. */
  impossible?(cohort: GroupBounds): Impossible | null;
  /** Likeness of two for lists of near neighbours, where the criterion has such a thing. */
  readonly likeness?: Likeness;
}

/** Hardness, weight and step are said for every kind alike. */
export type Wire = WithoutShared<SolverCriterion>;
type WithoutShared<C> = C extends unknown ? Omit<C, 'hard' | 'weight' | 'step'> : never;

export interface Exact {
  readonly score: number;
  readonly shortfall: number;
}

export interface Brought {
  readonly label: string;
  readonly students: number;
}

export interface Likeness {
  /** 1 when alike is wanted, -1 when unlike is. */
  readonly sign: 1 | -1;
  /** Cosines row by row; null for a cohort too large to keep them. */
  matrix(): Float32Array | null;
  readonly vectors: UnitVectors;
}

/** Of every student, row by row, `dimensions` floats each; `present` is 1 for those who have one, else 0 and the row is zeros. */
export interface UnitVectors {
  readonly rows: Float32Array;
  readonly dimensions: number;
  readonly present: Uint8Array;
}

/** `min` and `max` are those of any group; the numbers of groups are of those that are not empty. */
export interface GroupBounds extends GroupSize {
  readonly students: number;
  /** Null where groups are alike. */
  readonly named: readonly PolicyGroup[] | null;
  readonly fewestGroups: number;
  readonly mostGroups: number;
}

export interface Impossible {
  readonly members: readonly number[];
  readonly why: string;
}

/**
 * A criterion's running counts over a partition. `out` is a member of the group or -1, `into` a student outside it or -1;
 * with both -1 the group is scored as it stands.
 */
export interface Tally {
  /** 0 to 1, of the group after the change. */
  score(group: number, out: number, into: number): number;
  /** How far the group is from the hard form after the change; 0 when it holds. */
  shortfall(group: number, out: number, into: number): number;
  /** Makes the change. Called for both groups of a swap before the partition itself changes. */
  commit(group: number, out: number, into: number): void;
}

/** Where floating point makes a rule's edge unsure. */
export const EPSILON = 1e-9;

/** One criterion's columns, read from the survey. */
export interface ColumnAnswers {
  readonly columns: readonly string[];
  /** By column, what it is about: the text at `*` in the pattern that names it, else its whole name. */
  readonly topics: readonly string[];
  /** By column, then student. */
  readonly cells: readonly (readonly string[])[];
  readonly students: Students;
  /** Minutes ahead of UTC by student, when the policy names a column of time zones. */
  readonly offsets: readonly number[] | null;
  /** The names of named groups, by group. */
  readonly groupNames: readonly string[] | null;
}

export type OfKind<K extends CriterionKind> = Extract<Criterion, { kind: K }>;

/** What a kind's file makes of a criterion; `common` already holds what every measure has. */
export interface Compiled {
  readonly measure: Measure;
  readonly notices: readonly string[];
}

export type Common = Pick<Measure, 'kind' | 'column' | 'hard' | 'weight' | 'step' | 'private'>;

export type Compile<K extends CriterionKind> = (
  criterion: OfKind<K>,
  answers: ColumnAnswers,
  common: Common,
) => Compiled;
