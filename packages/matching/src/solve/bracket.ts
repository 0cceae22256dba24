const GRID = 4;

/**
 * Whole numbers from `fewest` to `most` in the order in which a trial of each is worth making, where neighbours come to nearly the
 * same: a coarse grid, then nearer and nearer around the best so far. `next(value)` tells what the trial of the last one came to,
 * higher being better. Returns the best.
 */
export function* bracket(fewest: number, most: number): Generator<number, number, number> {
  const values = new Map<number, number>();
  let best = fewest;
  const trial = function* (number: number): Generator<number, void, number> {
    if (number < fewest || number > most || values.has(number)) return;
    values.set(number, yield number);
    if (values.get(number)! > (values.get(best) ?? Number.NEGATIVE_INFINITY)) best = number;
  };
  let step = Math.max(1, Math.ceil((most - fewest) / GRID));
  for (let number = fewest; number < most; number += step) yield* trial(number);
  yield* trial(most);
  while (step > 1) {
    step = Math.ceil(step / 2);
    const middle = best;
    yield* trial(middle - step);
    yield* trial(middle + step);
  }
  return best;
}

/** How many trials that makes at most. */
export function bracketTrials(fewest: number, most: number): number {
  const span = most - fewest;
  let step = Math.max(1, Math.ceil(span / GRID));
  let trials = Math.min(span, GRID) + 1;
  for (; step > 1; step = Math.ceil(step / 2)) trials += 2;
  return Math.min(span + 1, trials);
}
