import type { Random } from '../solve/random.js';
import type { BlockTask } from './block-task.js';
import type { OpenWorkspace } from './kernel.js';

/** Group after group takes, beginning with whoever is drawn, whom it is likest to (unlikest for `diverse`) of those left. */
export function greedy(
  { vectors, dimensions, sizes, sign }: BlockTask,
  random: Random,
  open: OpenWorkspace,
): Int32Array {
  const n = vectors.length / dimensions;
  const columns = (n + 3) & -4;
  const { memory, kernel } = open(4 * (n * columns + columns * dimensions));
  const floats = new Float32Array(memory);
  floats.set(vectors, n * columns);
  floats.fill(0, n * columns + vectors.length, (n + dimensions) * columns);
  const at = 4 * n * columns;
  kernel.products(at, n, at, columns, 4 * dimensions, 0, 4 * columns);
  const groupOf = new Int32Array(n);
  const free = Int32Array.from({ length: n }, (_, i) => i);
  random.shuffle(free);
  const sums = new Float64Array(n);
  let left = n;
  for (let group = 0; group < sizes.length; group++) {
    sums.fill(0);
    for (let k = 0; k < sizes[group]!; k++) {
      let best = left - 1;
      for (let at = left - 2; k > 0 && at >= 0; at--) {
        if (sign * sums[free[at]!]! > sign * sums[free[best]!]!) best = at;
      }
      const student = free[best]!;
      free[best] = free[--left]!;
      groupOf[student] = group;
      const row = student * columns;
      for (let j = 0; j < n; j++) sums[j]! += floats[row + j]!;
    }
  }
  return groupOf;
}
