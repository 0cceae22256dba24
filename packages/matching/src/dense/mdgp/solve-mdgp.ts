import { Budget } from '../../solve/budget.js';
import type { Solved, SolveOptions } from '../../solve/options.js';
import { Random } from '../../solve/random.js';
import { annealDense } from '../dense-anneal.js';
import { DenseGroups } from '../dense-groups.js';
import { DenseScan } from '../dense-scan.js';
import { Worth } from '../worth.js';
import type { Instance } from './instance.js';
import { sizesWithMostPairs } from './sizes.js';

/** Swaps that the default schedule looks at. */
const SCHEDULED = 300_000_000;

export interface Diverse extends Pick<Solved, 'moves' | 'stoppedBy' | 'seed'> {
  /** Group of each element, from 0. */
  readonly groupOf: Int32Array;
  /** Summed distance within groups, from scratch. */
  readonly objective: number;
}

/**
 * Groups whose summed inner distance is as large as can be found. The same seed gives the same answer unless time stopped it.
 * @throws {RangeError} when the bounds do not admit the elements
 */
export function solveInstance(
  { weights, bounds }: Instance,
  options: Pick<SolveOptions, 'seed' | 'moves' | 'seconds' | 'clock'>,
): Diverse {
  const sizes = sizesWithMostPairs(weights.students, bounds);
  if (sizes === null) throw new RangeError('the bounds of the groups do not admit the elements');
  const { seed, seconds = null, clock = Date.now } = options;
  const moves = options.moves ?? (seconds === null ? SCHEDULED : Number.POSITIVE_INFINITY);
  const budget = new Budget(moves, seconds, clock);
  const random = new Random(seed);
  const groupOf = sizes.flatMap((size, group) => Array.from({ length: size }, () => group));
  random.shuffle(groupOf);
  const state = new DenseGroups(weights, bounds, new Worth('sum', 1, 0));
  state.load(groupOf);
  const scan = new DenseScan(state, random);
  scan.settle();
  for (const _ of annealDense(scan, budget, random)) {
    // Nobody watches.
  }
  return {
    groupOf: scan.best,
    objective: sumInside(weights, scan.best),
    moves: budget.moves,
    stoppedBy: budget.stoppedBy,
    seed,
  };
}

/** Summed weight of the pairs inside groups. */
export function sumInside({ students, values }: Instance['weights'], groupOf: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < students; i++) {
    for (let j = i + 1; j < students; j++) if (groupOf[i] === groupOf[j]) sum += values[i * students + j]!;
  }
  return sum;
}
