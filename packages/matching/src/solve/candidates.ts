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
  return { dense: false, near: nearest(n, matrix, most.sign), perStudent: NEIGHBOURS, strangers: others };
}

/** The `NEIGHBOURS` likest (sign 1) or unlikest (-1) of each student, best first. */
function nearest(students: number, matrix: Float32Array, sign: 1 | -1): Int32Array {
  const near = new Int32Array(students * NEIGHBOURS);
  const values = new Float64Array(NEIGHBOURS);
  for (let i = 0; i < students; i++) {
    const [base, row] = [i * NEIGHBOURS, i * students];
    let filled = 0;
    let worst = Number.NEGATIVE_INFINITY;
    for (let j = 0; j < students; j++) {
      const value = sign * matrix[row + j]!;
      if (value <= worst || j === i) continue;
      let at = filled < NEIGHBOURS ? filled++ : NEIGHBOURS - 1;
      for (; at > 0 && values[at - 1]! < value; at--) {
        values[at] = values[at - 1]!;
        near[base + at] = near[base + at - 1]!;
      }
      values[at] = value;
      near[base + at] = j;
      if (filled === NEIGHBOURS) worst = values[NEIGHBOURS - 1]!;
    }
  }
  return near;
}

/** One who is not in `group`, or -1 after a few draws. */
export function drawStranger(random: Random, groupOf: Int32Array, group: number): number {
  for (let draw = 0; draw < 8; draw++) {
    const other = random.below(groupOf.length);
    if (groupOf[other] !== group) return other;
  }
  return -1;
}
