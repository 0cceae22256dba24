import type { ItemParameters } from '@tailcamp/contracts';
import { COUNT, NODES, probabilitiesAtNodes, visitPosteriors } from './quadrature.js';
import type { Responses } from './responses.js';

/** Learners of about one ability: how they answered, and how the curve says they would. */
export interface CurvePoint {
  /** Their mean ability, as the other answers of each tell it. */
  readonly ability: number;
  readonly answers: number;
  /** Shares of right answers, in [0, 1]. */
  readonly observed: number;
  readonly expected: number;
}

/** What is wrong with an item, each with the figures that say so. */
export type Misfit =
  /** Those who know more are not right more often: look at the key. `correlation` of being right with ability. */
  | { readonly kind: 'reversed'; readonly correlation: number }
  /** It hardly tells apart who can and who cannot: the wording may be vague. */
  | { readonly kind: 'flat'; readonly discrimination: number }
  /** Answers surprise more than chance allows, about its difficulty (`infit`) or far from it (`outfit`). */
  | { readonly kind: 'surprising'; readonly infit: number; readonly outfit: number }
  /** Learners about this ability are right far more or less often than the curve says. */
  | ({ readonly kind: 'off-curve' } & CurvePoint);

export interface ItemFit {
  /** Mean squares of the residuals, weighted by what was expected to vary, and not; 1 under the model. Null: no answers. */
  readonly infit: number | null;
  readonly outfit: number | null;
  readonly curve: readonly CurvePoint[];
  /** Nothing is said of an item with fewer than 50 answers. */
  readonly misfits: readonly Misfit[];
}

const TINY = 1e-9;
const ENOUGH = 50;
/** Above it, answers hold more noise than information: Wright & Linacre, Reasonable mean-square fit values (1994). */
const MOST_MEAN_SQUARE = 1.3;
const LEAST_DISCRIMINATION = 0.4;
/** So many standard deviations from what is expected are no chance, among a hundred items looked at. */
const NO_CHANCE = 3.3;
/** Edges of the bins of ability: −2, −1.5 … 2, and what lies beyond. */
const EDGES = Float64Array.from({ length: 9 }, (_, at) => -2 + at / 2);
const BINS = EDGES.length + 1;

/**
 * How well the curves fit the answers. Each answer is held against what the learner's other answers lead to expect, p; so
 * (x − p)² has the mean p(1 − p) under the model, and the mean squares are 1, however short the tests were. The usual
 * residuals at an estimated ability are not: the estimate has seen the answer (Wright & Masters, Rating scale analysis,
 * 1982, for infit and outfit; Marshall & Spiegelhalter, 2007, for leaving the answer out). S-X² of Orlando & Thissen needs
 * everybody to answer the same items, which in an adaptive test nobody does. Some learners a step.
 */
export function* fitOf(
  responses: Responses,
  items: readonly ItemParameters[],
): Generator<undefined, readonly ItemFit[]> {
  const tallies = items.map((item) => new FitTally(item));
  const curves = probabilitiesAtNodes(items);
  yield* visitPosteriors(responses, items, (learner, posterior) => {
    for (let at = responses.starts[learner]!; at < responses.starts[learner + 1]!; at++) {
      const place = responses.items[at]!;
      const right = responses.rights[at]!;
      const from = place * COUNT;
      let [sum, ability, expected] = [0, 0, 0];
      for (let node = 0; node < COUNT; node++) {
        const p = curves[from + node]!;
        // Where such an answer is next to impossible, so is the node.
        const without = posterior[node]! / Math.max(right === 1 ? p : 1 - p, TINY);
        sum += without;
        ability += without * NODES[node]!;
        expected += without * p;
      }
      tallies[place]!.add(ability / sum, Math.min(1 - TINY, Math.max(TINY, expected / sum)), right);
    }
  });
  return tallies.map((tally) => tally.fit());
}

interface Bin {
  answers: number;
  ability: number;
  right: number;
  expected: number;
  variance: number;
}

class FitTally {
  readonly #item: ItemParameters;
  readonly #bins: Bin[] = Array.from({ length: BINS }, () => ({
    answers: 0,
    ability: 0,
    right: 0,
    expected: 0,
    variance: 0,
  }));
  #squares = 0;
  #standardised = 0;
  #spread = 0;
  #spreadOfStandardised = 0;
  #products = 0;
  #abilitySquares = 0;

  constructor(item: ItemParameters) {
    this.#item = item;
  }

  add(ability: number, expected: number, right: number): void {
    const variance = expected * (1 - expected);
    const square = (right - expected) ** 2;
    this.#squares += square;
    this.#standardised += square / variance;
    // The variance of (x − p)² is p(1 − p)(1 − 2p)².
    this.#spread += variance * (1 - 2 * expected) ** 2;
    this.#spreadOfStandardised += (1 - 2 * expected) ** 2 / variance;
    this.#products += ability * right;
    this.#abilitySquares += ability * ability;
    const bin = this.#bins[EDGES.filter((edge) => edge <= ability).length]!;
    bin.answers += 1;
    bin.ability += ability;
    bin.right += right;
    bin.expected += expected;
    bin.variance += variance;
  }

  fit(): ItemFit {
    const total = (of: (bin: Bin) => number) => this.#bins.reduce((sum, bin) => sum + of(bin), 0);
    const answers = total((bin) => bin.answers);
    if (answers === 0) return { infit: null, outfit: null, curve: [], misfits: [] };
    const variance = total((bin) => bin.variance);
    const [infit, outfit] = [this.#squares / variance, this.#standardised / answers];
    const curve = this.#bins.filter((bin) => bin.answers > 0).map(pointOf);
    const misfits: Misfit[] = [];
    if (answers >= ENOUGH) {
      const [ability, right] = [total((bin) => bin.ability) / answers, total((bin) => bin.right) / answers];
      const covariance = this.#products / answers - ability * right;
      const scale = Math.sqrt((this.#abilitySquares / answers - ability ** 2) * right * (1 - right));
      const correlation = scale > 0 ? covariance / scale : 0;
      if (correlation * Math.sqrt(answers) < -NO_CHANCE / 2) misfits.push({ kind: 'reversed', correlation });
      else if (this.#item.discrimination < LEAST_DISCRIMINATION) {
        misfits.push({ kind: 'flat', discrimination: this.#item.discrimination });
      }
      const surprise = (infit - 1) / (Math.sqrt(this.#spread) / variance);
      const farSurprise = (outfit - 1) / (Math.sqrt(this.#spreadOfStandardised) / answers);
      if (
        (infit > MOST_MEAN_SQUARE && surprise > NO_CHANCE) ||
        (outfit > MOST_MEAN_SQUARE && farSurprise > NO_CHANCE)
      ) {
        misfits.push({ kind: 'surprising', infit, outfit });
      }
      const off = this.#furthestOff();
      if (off !== null) misfits.push({ kind: 'off-curve', ...pointOf(off) });
    }
    return { infit, outfit, curve, misfits };
  }

  /** The bin furthest from its expectation, where that is no chance and more than a tenth. */
  #furthestOff(): Bin | null {
    const far = (bin: Bin) => Math.abs(bin.right - bin.expected) / Math.sqrt(bin.variance);
    const off = this.#bins
      .filter(
        (bin) => bin.answers >= 10 && Math.abs(bin.right - bin.expected) > 0.1 * bin.answers && far(bin) > NO_CHANCE,
      )
      .sort((a, b) => far(b) - far(a));
    return off[0] ?? null;
  }
}

function pointOf({ answers, ability, right, expected }: Bin): CurvePoint {
  return { ability: ability / answers, answers, observed: right / answers, expected: expected / answers };
}
