import type { GroupSize, Objective, Policy, PolicyGroup } from '@tailcamp/contracts';
import type { Measure } from './criteria/measure.js';
import type { Students } from './survey/students.js';

/** Changes whenever the same input and seed may give another answer. */
export const ENGINE = 'tailcamp-matching/7';

/** A policy compiled for one cohort: everything that a solver needs, and nothing that changes while it solves. */
export interface Problem {
  readonly policy: Policy;
  readonly students: Students;
  /** Bounds of every group; with named groups the widest of them, and `named` has each one's own. */
  readonly size: GroupSize;
  /** Null where groups are alike and as many as the sizes allow. Else a grouping has exactly these, by number. */
  readonly named: readonly PolicyGroup[] | null;
  readonly objective: Objective;
  /** In the order of the policy's criteria. */
  readonly measures: readonly Measure[];
  /** Students whom a hard `together` makes one; most units are of one student. */
  readonly units: Units;
  readonly notices: readonly string[];
}

export function sizeOf({ named, size }: Pick<Problem, 'named' | 'size'>, group: number): GroupSize {
  return named?.[group] ?? size;
}

export interface Units {
  readonly unitOf: Int32Array;
  readonly members: readonly (readonly number[])[];
}
