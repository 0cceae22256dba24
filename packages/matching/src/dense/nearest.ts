import type { Weights } from './weights.js';

/**
 * The `perStudent` others of greatest weight (sign 1) or least (−1) for each student, best first, row by row.
 * @param near where they go; made anew where it is not given
 * @returns how many a row has: fewer than asked for where there are fewer others
 */
export function nearest(
  { students, values }: Weights,
  sign: 1 | -1,
  perStudent: number,
  near: Int32Array = new Int32Array(students * perStudent),
): { readonly near: Int32Array; readonly perStudent: number } {
  const most = Math.max(0, Math.min(perStudent, students - 1));
  const kept = new Float64Array(most);
  for (let i = 0; i < students && most > 0; i++) {
    const [base, row] = [i * most, i * students];
    let filled = 0;
    let worst = Number.NEGATIVE_INFINITY;
    for (let j = 0; j < students; j++) {
      const value = sign * values[row + j]!;
      if (value <= worst || j === i) continue;
      let at = filled < most ? filled++ : most - 1;
      for (; at > 0 && kept[at - 1]! < value; at--) {
        kept[at] = kept[at - 1]!;
        near[base + at] = near[base + at - 1]!;
      }
      kept[at] = value;
      near[base + at] = j;
      if (filled === most) worst = kept[most - 1]!;
    }
  }
  return { near, perStudent: most };
}
