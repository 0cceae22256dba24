/** Symmetric weights of all pairs, row by row; the diagonal is not read. */
export interface Weights {
  readonly students: number;
  readonly values: Float32Array | Float64Array;
}
