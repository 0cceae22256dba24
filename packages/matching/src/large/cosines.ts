import type { UnitVectors } from '../criteria/measure.js';
import { openLanes, openScalars } from './kernel.js';

/** Of all pairs, row by row. */
export function cosinesOf(vectors: UnitVectors): Float32Array {
  const n = vectors.present.length;
  const { rows, dimensions } = padded(vectors);
  const columns = (n + 3) & -4;
  // A row's last lanes reach into the next row, which comes later; those of the last row into what lies between.
  const at = 16 * Math.ceil((n * n + 4) / 4);
  const bytes = at + 4 * columns * dimensions;
  const { memory, kernel } = openLanes(bytes) ?? openScalars(bytes);
  new Float32Array(memory, at).set(rows);
  if (dimensions > 0) kernel.products(at, n, at, columns, 4 * dimensions, 0, 4 * n);
  return new Float32Array(memory, 0, n * n);
}

/** With zeros up to a multiple of four dimensions. */
export function padded({ rows, dimensions, present }: UnitVectors): Pick<UnitVectors, 'rows' | 'dimensions'> {
  const wide = (dimensions + 3) & -4;
  if (wide === dimensions) return { rows, dimensions };
  const all = new Float32Array(present.length * wide);
  for (let i = 0; i < present.length; i++) all.set(rows.subarray(i * dimensions, (i + 1) * dimensions), i * wide);
  return { rows: all, dimensions: wide };
}
