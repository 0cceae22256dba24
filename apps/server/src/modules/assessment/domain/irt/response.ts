import type { ItemParameters } from '@tailcamp/contracts';

/**
 * The logistic model of four parameters, in the metric of D = 1: P(right | θ) = c + (d − c) ÷ (1 + exp(−a(θ − b))).
 * It is the three-parameter model where d = 1, the two-parameter one where c = 0 too.
 * Birnbaum in Lord & Novick, Statistical Theories of Mental Test Scores (1968); d by Barton & Lord (1981).
 */
export interface ResponseParameters extends ItemParameters {
  /** d, the upper asymptote: how often somebody who knows everything is right; above c, at most 1, and 1 unless given. */
  readonly upper?: number;
}

/** Beyond this the logistic curve is flat in double precision; within it neither tail is exactly 0. */
const FLAT = 500;

/** The share of those of ability θ who know the answer, guessing and slipping aside; in (0, 1). */
export function knowing({ discrimination, difficulty }: ResponseParameters, theta: number): number {
  return logistic(discrimination * (theta - difficulty));
}

/** P(right | θ), in [c, d]. */
export function probability(item: ResponseParameters, theta: number): number {
  const { guessing, upper = 1 } = item;
  return guessing + (upper - guessing) * knowing(item, theta);
}

/**
 * Fisher's information on θ that an answer carries: P′² ÷ (P(1 − P)); at least 0. How much it adds to 1 ÷ SE².
 * Lord, Applications of Item Response Theory (1980), eq. 5-9.
 */
export function information(item: ResponseParameters, theta: number): number {
  const { discrimination, difficulty, guessing, upper = 1 } = item;
  const z = discrimination * (theta - difficulty);
  const [knows, not] = [logistic(z), logistic(-z)];
  const range = upper - guessing;
  const rise = discrimination * range * knows * not;
  return (rise * rise) / ((guessing + range * knows) * (1 - upper + range * not));
}

/** ln P(answer | θ). A wrong answer's is computed from its own tail, so that it is exact where P is nearly 1. */
export function logLikelihood(item: ResponseParameters, theta: number, right: boolean): number {
  const { discrimination, difficulty, guessing, upper = 1 } = item;
  const z = discrimination * (theta - difficulty);
  const range = upper - guessing;
  return Math.log(right ? guessing + range * logistic(z) : 1 - upper + range * logistic(-z));
}

function logistic(z: number): number {
  return 1 / (1 + Math.exp(-Math.min(FLAT, Math.max(-FLAT, z))));
}
