import { nearest } from '../dense/nearest.js';
import type { Problem } from '../problem.js';
import type { Random } from './random.js';

/** Up to here every pair is looked at in turn. */
const DENSE_STUDENTS = 400;
const NEIGHBOURS = 24;
const STRANGERS = 8;

/** With whom a student may change places, or whose group the student may join. */
export interface Candidates {
  readonly dense: boolean;
  /** Row by row, `perStudent` students each, whose groups are worth joining; empty where nothing tells. */
  readonly near: Int32Array;
  readonly perStudent: number;
  /** How many others, drawn anew each time, to look at too. */
  readonly strangers: number;
}

export function candidatesOf(problem: Problem): Candidates {
  const n = problem.students.ids.length;
  if (n <= DENSE_STUDENTS) return { dense: true, near: new Int32Array(0), perStudent: 0, strangers: 0 };
  const telling = problem.measures.filter((measure) => measure.likeness !== undefined);
  const most = telling.sort((a, b) => b.weight - a.weight)[0]?.likeness;
  const matrix = most?.matrix() ?? null;
  if (most === undefined || matrix === null) {
    return { dense: false, near: new Int32Array(0), perStudent: 0, strangers: NEIGHBOURS + STRANGERS };
  }
  const others = problem.measures.length > 1 ? STRANGERS : 0;
  return { dense: false, ...nearest({ students: n, values: matrix }, most.sign, NEIGHBOURS), strangers: others };
}

/** One who is not in `group`, or -1 after a few draws. */
export function drawStranger(random: Random, groupOf: Int32Array, group: number): number {
  for (let draw = 0; draw < 8; draw++) {
    const other = random.below(groupOf.length);
    if (groupOf[other] !== group) return other;
  }
  return -1;
}
