import type { Random } from '../solve/random.js';

const DRAWN = 4096;

/** Beyond so many temperatures a loss is never taken. */
export const NEVER = 9;

/**
 * Losses, in temperatures, that Metropolis would take: −ln u for evenly spread u, shuffled. An annealer walks through them in
 * circles, which costs a load where a logarithm and a random number would cost twenty.
 */
export function metropolisThresholds(random: Random): Float64Array {
  const order = Array.from({ length: DRAWN }, (_, k) => k);
  random.shuffle(order);
  return Float64Array.from(order, (k) => -Math.log((k + 0.5) / DRAWN));
}

export const THRESHOLD_MASK = DRAWN - 1;

/** The loss at this share of the losses, 0 to 1 of them; `otherwise` where there are none. */
export function quantile(losses: number[], share: number, otherwise: number): number {
  losses.sort((a, b) => a - b);
  return losses[Math.floor(losses.length * share)] ?? otherwise;
}
