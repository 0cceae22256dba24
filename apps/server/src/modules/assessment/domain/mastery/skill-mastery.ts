import { POINTS, partsAbove, STEP } from '../irt/posterior.js';
import { probability, type ResponseParameters } from '../irt/response.js';

/** Somebody has a skill who answers its items right with this probability, on average over them. */
export const MASTERED_AT = 0.7;

/**
 * From here on a skill that was asked counts as shown, so that it need not be asked again. That a right answer may be a
 * guess is in the probability already.
 */
export const SHOWN_FROM = 0.9;

/**
 * How far somebody's ability in a single skill lies from that in the track, as a standard deviation. It is the testlet
 * effect of Bradlow, Wainer & Wang, A Bayesian random effects model for testlets (1999); 0.5 means that the two abilities
 * correlate at 1 ÷ √1.25 = 0.89, as those of skills within one subject do.
 */
const SPREAD = 0.5;

const TINY = 1e-200;

/** The normal density of the spread at whole steps of the grid, out to four deviations; sums to 1. */
const KERNEL = normalKernel(SPREAD, Math.round((4 * SPREAD) / STEP));
const REACH = (KERNEL.length - 1) / 2;

/**
 * The cut of a skill: the ability at which its items are answered right with probability 0.7 on average, in [−6, 6], whose
 * ends stand for what lies beyond them.
 * @throws {RangeError} for no items
 */
export function cutOf(items: readonly ResponseParameters[]): number {
  if (items.length === 0) throw new RangeError('A skill without items has no cut');
  const rightAt = (theta: number) =>
    items.reduce((sum, item) => sum + probability(item, theta), 0) / items.length - MASTERED_AT;
  let [low, high] = [-6, 6];
  while (high - low > 1e-6) {
    const middle = (low + high) / 2;
    if (rightAt(middle) < 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * What somebody's answers to the items of a skill say of it. Their ability in the skill is θₛ = θ + δ with δ ~ N(0, 0.5²),
 * and they have the skill if it lies above the cut. What is known of θ comes from the answers to other skills; the
 * skill's own answers then speak of θₛ itself, so that nothing counts twice, and a skill may be better or worse than the
 * rest of the track. The higher-order model of de la Torre & Douglas (2004), with a continuous skill.
 */
export class SkillEvidence {
  readonly #cut: number;
  readonly #logs = new Float64Array(POINTS);
  /** For each θ: P(own answers, θₛ above the cut | θ) and P(own answers | θ), both over the own answers' likelihood at θ. */
  readonly #having = new Float64Array(POINTS);
  readonly #either = new Float64Array(POINTS);
  #stale = true;
  #answered = 0;
  #wrong = 0;

  constructor(cut: number) {
    this.#cut = cut;
  }

  get answered(): number {
    return this.#answered;
  }

  get wrong(): number {
    return this.#wrong;
  }

  /** Takes in an answer to an item of the skill, by its curve of `curvesOf`. */
  add(answer: Float64Array, right: boolean): void {
    for (let point = 0; point < POINTS; point++) this.#logs[point]! += answer[point]!;
    this.#answered += 1;
    if (!right) this.#wrong += 1;
    this.#stale = true;
  }

  /**
   * The probability that they have the skill, in [0, 1]; it costs less than a microsecond, and some ten after an answer.
   * @param weights the posterior of θ from all answers, the skill's own among them; these are taken out of it again
   */
  mastery(weights: Float64Array): number {
    if (this.#stale) this.#weigh();
    let [having, either] = [0, 0];
    for (let point = 0; point < POINTS; point++) {
      having += weights[point]! * this.#having[point]!;
      either += weights[point]! * this.#either[point]!;
    }
    return having / either;
  }

  /** The spread as a sum over the grid; what would reach beyond it stays at its ends. */
  #weigh(): void {
    const aboveCut = partsAbove(this.#cut);
    const highest = this.#logs.reduce((most, log) => Math.max(most, log), Number.NEGATIVE_INFINITY);
    const likelihood = this.#logs.map((log) => Math.exp(log - highest));
    const reaching = new Float64Array(POINTS + 2 * REACH);
    const aboveReaching = new Float64Array(reaching.length);
    for (let at = 0; at < reaching.length; at++) {
      const point = Math.min(POINTS - 1, Math.max(0, at - REACH));
      reaching[at] = likelihood[point]!;
      aboveReaching[at] = likelihood[point]! * aboveCut[point]!;
    }
    for (let point = 0; point < POINTS; point++) {
      let [having, either] = [0, 0];
      for (let off = 0; off < KERNEL.length; off++) {
        having += KERNEL[off]! * aboveReaching[point + off]!;
        either += KERNEL[off]! * reaching[point + off]!;
      }
      // Where the own answers are all but impossible, so is θ, whatever they say of θₛ.
      const own = likelihood[point]! > TINY ? likelihood[point]! : Number.POSITIVE_INFINITY;
      this.#having[point] = having / own;
      this.#either[point] = either / own;
    }
    this.#stale = false;
  }
}

function normalKernel(deviation: number, reach: number): Float64Array {
  const density = Float64Array.from({ length: 2 * reach + 1 }, (_, at) =>
    Math.exp(-((((at - reach) * STEP) / deviation) ** 2) / 2),
  );
  const sum = density.reduce((total, value) => total + value, 0);
  return density.map((value) => value / sum);
}
