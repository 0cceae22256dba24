import type { Problem } from '../problem.js';
import type { SolveOptions } from '../solve/options.js';
import { groupBounds } from '../solve/sizes.js';
import { padded } from './cosines.js';
import type { PairObjective } from './pair-objective.js';

/** Up to here other regimes come nearer to the optimum. */
const FEWEST_STUDENTS = 401;

/** A cohort too large for dense search, whose policy rests on the likeness of two and on nothing else. */
export interface PairProblem extends PairObjective {
  readonly students: number;
  /** Unit vectors row by row, `dimensions` floats each, a multiple of 4. */
  readonly vectors: Float32Array;
  readonly dimensions: number;
  /** Of each group. As many groups as may be: a smaller group can only be more alike, or more unlike. */
  readonly sizes: Int32Array;
}

/** Null for any other problem, and for one whose grouping begins with what is there. */
export function pairProblemOf(problem: Problem, { start }: SolveOptions): PairProblem | null {
  const students = problem.students.ids.length;
  const [measure, ...more] = problem.measures;
  const likeness = measure?.likeness;
  if (students < FEWEST_STUDENTS || start !== undefined || problem.named !== null || more.length > 0) return null;
  if (measure === undefined || likeness === undefined || measure.hard || measure.step) return null;
  const bounds = groupBounds(problem);
  if (bounds === null || bounds.mostGroups < 2 || likeness.vectors.present.includes(0)) return null;
  const groups = bounds.mostGroups;
  const sizes = Int32Array.from(
    { length: groups },
    (_, g) => Math.floor(((g + 1) * students) / groups) - Math.floor((g * students) / groups),
  );
  const { rows, dimensions } = padded(likeness.vectors);
  if (dimensions === 0) return null;
  return {
    objective: problem.objective,
    sign: likeness.sign,
    students,
    vectors: rows,
    dimensions,
    sizes,
  };
}
