import type { GroupSize, Objective, Policy } from '@tailcamp/contracts';
import type { Measure } from './criteria/measure.js';
import type { Students } from './survey/students.js';

/** Changes whenever the same input and seed may give another answer. */
export const ENGINE = 'tailcamp-matching/1';

/** A policy compiled for one cohort: everything that a solver needs, and nothing that changes while it solves. */
export interface Problem {
  readonly policy: Policy;
  readonly students: Students;
  readonly size: GroupSize;
  readonly objective: Objective;
  /** In the order of the policy's criteria. */
  readonly measures: readonly Measure[];
  /** Students whom a hard `together` makes one; most units are of one student. */
  readonly units: Units;
  readonly notices: readonly string[];
}

export interface Units {
  readonly unitOf: Int32Array;
  readonly members: readonly (readonly number[])[];
}
