import type { Objective } from '@tailcamp/contracts';
import { lifted } from '../solve/objective.js';

/** `sum` is the bare sum of the weights; the others are the cohort's objectives over a mean of cosines. */
export type Shape = Objective | 'sum';

/**
 * What a group is worth to the cohort, of its pair sum and its size alone; a solver makes the sum over the groups large.
 * For an objective it is −`groupCost` of `similar` (sign 1) or `diverse` (−1) where every student has a vector.
 */
export class Worth {
  private readonly shape: number;
  private readonly alike: boolean;
  /** By size: 1 ÷ number of pairs; 0 where there are none. */
  private readonly perPair: Float64Array;

  constructor(shape: Shape, sign: 1 | -1, largest: number) {
    this.shape = SHAPES.indexOf(shape);
    this.alike = sign === 1;
    this.perPair = Float64Array.from({ length: largest + 1 }, (_, n) => (n < 2 ? 0 : 2 / (n * (n - 1))));
  }

  of(sum: number, n: number): number {
    if (this.shape === SUM) return sum;
    if (n === 0) return 0;
    const score = this.score(sum, n);
    if (this.shape === MEAN) return n * (score - 1);
    if (this.shape === HARMONIC) return -n / lifted(score);
    const square = lifted(score) * lifted(score);
    return -n / (square * square);
  }

  /** Score of a group that is not empty, 0 to 1. */
  score(sum: number, n: number): number {
    if (n < 2) return 1;
    const cosine = sum * this.perPair[n]!;
    const likeness = cosine < 0 ? 0 : cosine > 1 ? 1 : cosine;
    return this.alike ? likeness : 1 - likeness;
  }

  /** Whether a group is worth its sum, whatever its size. */
  get bare(): boolean {
    return this.shape === SUM;
  }

  /** Whether groupings compare by their worst group before the sum of the worths. */
  get byWorst(): boolean {
    return this.shape === MAXIMIN;
  }
}

// Numbers, for this is asked a hundred million times a second.
const SHAPES: readonly Shape[] = ['sum', 'mean', 'harmonic', 'maximin'];
const [SUM, MEAN, HARMONIC, MAXIMIN] = [0, 1, 2, 3];
