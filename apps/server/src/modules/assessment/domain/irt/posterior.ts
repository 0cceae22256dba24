import { logLikelihood, type ResponseParameters } from './response.js';

/** Where abilities are looked at: 121 points from −6 to 6, in standard deviations of the population. */
export const POINTS = 121;
export const STEP = 0.1;
export const GRID: Float64Array = Float64Array.from({ length: POINTS }, (_, point) => (point - 60) / 10);

/** What each answer to an item says about each ability of the grid: ln P(answer | θ). */
export interface AnswerCurves {
  readonly right: Float64Array;
  readonly wrong: Float64Array;
}

export function curvesOf(item: ResponseParameters): AnswerCurves {
  return {
    right: GRID.map((theta) => logLikelihood(item, theta, true)),
    wrong: GRID.map((theta) => logLikelihood(item, theta, false)),
  };
}

export interface Estimate {
  /** The posterior's mean (EAP), in standard deviations of the population. */
  readonly ability: number;
  /** The posterior's standard deviation, above 0 and at most about 1. */
  readonly standardError: number;
}

/**
 * What is known of an ability: the standard normal prior times the likelihood of the answers, on the grid. It is kept as
 * logarithms, so that no number of answers underflows; each costs some microseconds.
 * The order of answers makes no difference but for rounding.
 * Bock & Mislevy, Adaptive EAP estimation of ability in a microcomputer environment (1982).
 */
export class AbilityPosterior implements Estimate {
  readonly #logs: Float64Array;
  readonly #weights = new Float64Array(POINTS);
  #mean = 0;
  #deviation = 1;

  constructor(logs: Float64Array = GRID.map((theta) => (-theta * theta) / 2)) {
    this.#logs = logs;
    this.#weigh();
  }

  get ability(): number {
    return this.#mean;
  }

  get standardError(): number {
    return this.#deviation;
  }

  /** The posterior at each point of the grid; sums to 1. */
  get weights(): Float64Array {
    return this.#weights;
  }

  /** Takes in an answer, by its curve of `curvesOf`. */
  add(answer: Float64Array): void {
    for (let point = 0; point < POINTS; point++) this.#logs[point]! += answer[point]!;
    this.#weigh();
  }

  /** What is added to the copy is not known to this one. */
  copy(): AbilityPosterior {
    return new AbilityPosterior(this.#logs.slice());
  }

  /** The ability below which lies this share of the posterior, `share` in (0, 1); linear between points. */
  quantile(share: number): number {
    let below = 0;
    for (let point = 0; point < POINTS; point++) {
      const weight = this.#weights[point]!;
      if (below + weight >= share) return GRID[point]! + STEP * ((share - below) / weight - 0.5);
      below += weight;
    }
    return GRID[POINTS - 1]!;
  }

  #weigh(): void {
    const logs = this.#logs;
    let highest = Number.NEGATIVE_INFINITY;
    for (let point = 0; point < POINTS; point++) if (logs[point]! > highest) highest = logs[point]!;
    let [sum, first, second] = [0, 0, 0];
    for (let point = 0; point < POINTS; point++) {
      const theta = GRID[point]!;
      const weight = Math.exp(logs[point]! - highest);
      this.#weights[point] = weight;
      sum += weight;
      first += weight * theta;
      second += weight * theta * theta;
    }
    for (let point = 0; point < POINTS; point++) this.#weights[point]! /= sum;
    this.#mean = first / sum;
    this.#deviation = Math.sqrt(Math.max(0, second / sum - this.#mean * this.#mean));
  }
}

/** For each point of the grid, which stands for the step around it, the part of that step above `cut`, in [0, 1]. */
export function partsAbove(cut: number): Float64Array {
  return GRID.map((theta) => Math.min(1, Math.max(0, (theta + STEP / 2 - cut) / STEP)));
}

export interface Answer {
  readonly item: ResponseParameters;
  /** "I don't know yet" is `false`: see `AdaptiveTest.record`. */
  readonly right: boolean;
}

/** EAP of the ability and its standard error; of nobody who has answered nothing, 0 and 1. */
export function estimateAbility(answers: Iterable<Answer>): Estimate {
  const logs = GRID.map((theta) => (-theta * theta) / 2);
  for (const { item, right } of answers) {
    for (let point = 0; point < POINTS; point++) logs[point]! += logLikelihood(item, GRID[point]!, right);
  }
  const { ability, standardError } = new AbilityPosterior(logs);
  return { ability, standardError };
}
