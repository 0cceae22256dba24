import type { Budget } from '../solve/budget.js';
import type { Random } from '../solve/random.js';
import type { DenseScan } from './dense-scan.js';
import { quantile } from './thresholds.js';

/** Temperatures that a round may start from, in losses at the 1 % quantile of the swaps at a local optimum. */
const HOT = [0.25, 0.4, 0.6, 0.9, 1.4, 2.2, 3.4, 5, 8, 12];
/** The first rounds try these of them, by position. */
const FIRST_TRIED = [0, 1, 2];
/** Where a round ends, in its start. */
const COLD = 0.4;
/** Sweeps of one of the first rounds; every few rounds they double. */
const FIRST_SWEEPS = 1500;
const ROUNDS_BEFORE_DOUBLING = 6;
/** A small budget is still so many rounds. */
const LEAST_ROUNDS = 4;
/** One round in so many starts a step hotter or colder than served best. */
const EXPLORE_EVERY = 4;
/** Where the sizes decide, only one round in so many changes them. */
const RESIZE_EVERY = 5;
/** How much of what is known of a start temperature a further round leaves. */
const MEMORY = 0.7;
const YIELD_EVERY = 100_000;

/**
 * Annealing in rounds, each from where the last one ended. Which start temperature serves depends on the weights and on the
 * sizes of the groups, so the rounds find it out: the one whose rounds ended best so far is taken most often. The last
 * round is cut so that it ends with the budget. Where the sizes decide what can be reached, most rounds keep them, and one that
 * ended with others than the best has is not gone on from. Yields after some sweeps.
 */
export function* annealDense(scan: DenseScan, budget: Budget, random: Random): Generator<void> {
  const [movesBefore, started] = [budget.moves - scan.moves, budget.moves];
  const sweep = (temperature: number) => {
    const made = scan.sweep(temperature);
    budget.moves = movesBefore + scan.moves;
    return made;
  };
  while (sweep(0) > 0 && !budget.spent) {
    // Each sweep is worth more than the one before, so that this ends.
  }
  scan.settle();
  yield;
  const loss = quantile(scan.losses(), 0.01, 0);
  if (loss === 0) return;
  const ended: (number | null)[] = HOT.map(() => null);
  let full = FIRST_SWEEPS * scan.movesPerSweep;
  for (let round = 0; !budget.spent; round++) {
    if (round > 0 && round % ROUNDS_BEFORE_DOUBLING === 0) full *= 2;
    const resizes = !scan.sizesDecide || round % RESIZE_EVERY === RESIZE_EVERY - 1;
    if (scan.sizesDecide) scan.returnToBestSizes();
    scan.keepsSizes = !resizes;
    const choice = chooseStart(ended, round, random);
    const hot = HOT[choice]! * loss;
    const from = scan.work;
    let yieldAt = budget.moves + YIELD_EVERY;
    const { left, all } = expectedMoves(budget, started);
    const length = Math.min(full, left * (scan.work / scan.moves), all / LEAST_ROUNDS);
    for (let progress = 0; progress < 1 && !budget.spent; progress = (scan.work - from) / length) {
      sweep(hot * COLD ** progress);
      if (budget.moves < yieldAt) continue;
      yieldAt = budget.moves + YIELD_EVERY;
      yield;
    }
    while (sweep(0) > 0) {
      // The same.
    }
    const before = ended[choice];
    const total = scan.settle();
    // How a round ends that changed the sizes tells of those more than of where it started.
    if (!(scan.sizesDecide && resizes)) ended[choice] = before == null ? total : MEMORY * before + (1 - MEMORY) * total;
    yield;
  }
}

function chooseStart(ended: readonly (number | null)[], round: number, random: Random): number {
  const first = FIRST_TRIED[round];
  if (first !== undefined) return first;
  // Of those that ended alike the hottest: where all rounds end in the same place, none was hot enough to leave it.
  const best = ended.lastIndexOf(Math.max(...ended.map((total) => total ?? Number.NEGATIVE_INFINITY)));
  if (round % EXPLORE_EVERY !== EXPLORE_EVERY - 1) return best;
  return Math.max(0, Math.min(HOT.length - 1, best + (random.below(2) === 0 ? -1 : 1)));
}

/** Moves that are left, and moves in all; by the clock, as many as its seconds are good for at the speed so far. */
function expectedMoves(budget: Budget, started: number): { readonly left: number; readonly all: number } {
  const { seconds, elapsed, limit, moves } = budget;
  const all = seconds === null || elapsed === 0 ? limit - started : ((moves - started) / elapsed) * seconds;
  return { left: Math.min(limit, started + all) - moves, all };
}
