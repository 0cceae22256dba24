import { type TracingParameters, USUAL } from './tracing.js';

/** Guessing and slipping stay below 0.5: beyond, the two states change their names (Baker, Corbett & Aleven, 2008). */
const MOST = 0.499;
const LEAST = 1e-4;

/** Answers, as if given by so many more learners of the usual kind, that keep a skill with few answers from extremes. */
const USUAL_LEARNERS = 1;

/** EM finds the nearest maximum only, so it starts from several places and goes on from the best. */
const STARTS: readonly TracingParameters[] = [
  USUAL,
  { prior: 0.2, learn: 0.3, guess: 0.3, slip: 0.2 },
  { prior: 0.7, learn: 0.05, guess: 0.3, slip: 0.05 },
];
const FIRST_ROUNDS = 15;
const MOST_ROUNDS = 1500;
const CLOSE = 1e-6;

/**
 * The parameters under which the answers are likeliest, by EM with the forward–backward procedure (Baum & Welch; Rabiner,
 * A tutorial on hidden Markov models, 1989).
 * @param sequences each learner's answers to the skill, in order; none is empty
 */
export function fitTracing(sequences: Iterable<readonly boolean[]>): TracingParameters {
  const counted = countAlike(sequences);
  const started = STARTS.map((start) => {
    let step = expect(counted, start);
    for (let round = 1; round < FIRST_ROUNDS; round++) step = expect(counted, step.next);
    return step;
  });
  let best = started.reduce((a, b) => (b.logLikelihood > a.logLikelihood ? b : a)).next;
  for (let round = FIRST_ROUNDS; round < MOST_ROUNDS; round++) {
    const { next } = expect(counted, best);
    const change = Math.max(...KEYS.map((key) => Math.abs(next[key] - best[key])));
    best = next;
    if (change < CLOSE) break;
  }
  return best;
}

const KEYS = ['prior', 'learn', 'guess', 'slip'] as const satisfies readonly (keyof TracingParameters)[];

interface Counted {
  readonly answers: readonly boolean[];
  readonly learners: number;
}

/** Learners with the same answers cost as much as one. */
function countAlike(sequences: Iterable<readonly boolean[]>): readonly Counted[] {
  const alike = new Map<string, Counted>();
  for (const answers of sequences) {
    const key = answers.map(Number).join('');
    alike.set(key, { answers, learners: (alike.get(key)?.learners ?? 0) + 1 });
  }
  return [...alike.values()];
}

/** One round: how often each thing is expected to have happened, and the parameters that this makes likeliest. */
function expect(
  counted: readonly Counted[],
  parameters: TracingParameters,
): { next: TracingParameters; logLikelihood: number } {
  const tally = new Tally();
  let logLikelihood = 0;
  for (const { answers, learners } of counted) logLikelihood += learners * tally.take(answers, learners, parameters);
  return { next: tally.likeliest(), logLikelihood };
}

/** Expected counts: of how many there were, how many had the skill, learned it, guessed, slipped. */
class Tally {
  readonly #of = { prior: USUAL_LEARNERS, learn: USUAL_LEARNERS, guess: USUAL_LEARNERS, slip: USUAL_LEARNERS };
  readonly #had = {
    prior: USUAL_LEARNERS * USUAL.prior,
    learn: USUAL_LEARNERS * USUAL.learn,
    guess: USUAL_LEARNERS * USUAL.guess,
    slip: USUAL_LEARNERS * USUAL.slip,
  };
  /** For each answer, the probability of having the skill given the answers up to it, and of the answer given those before. */
  #having = new Float64Array(64);
  #scales = new Float64Array(64);

  /** @returns the log-likelihood of the answers */
  take(answers: readonly boolean[], learners: number, { prior, learn, guess, slip }: TracingParameters): number {
    const { length } = answers;
    if (this.#having.length < length)
      [this.#having, this.#scales] = [new Float64Array(2 * length), new Float64Array(2 * length)];
    const [having, scales] = [this.#having, this.#scales];
    let [before, logLikelihood] = [prior, 0];
    for (let at = 0; at < length; at++) {
      const has = before * (answers[at] ? 1 - slip : slip);
      const lacks = (1 - before) * (answers[at] ? guess : 1 - guess);
      scales[at] = has + lacks;
      having[at] = has / (has + lacks);
      logLikelihood += Math.log(has + lacks);
      before = having[at]! + (1 - having[at]!) * learn;
    }
    // Backwards: how much likelier the answers still to come are with the skill, and without it, than they were.
    let [aheadHas, aheadLacks] = [1, 1];
    for (let at = length - 1; at >= 0; at--) {
      const has = having[at]! * aheadHas;
      const lacks = 1 - has;
      this.#of.slip += learners * has;
      this.#of.guess += learners * lacks;
      if (answers[at]) this.#had.guess += learners * lacks;
      else this.#had.slip += learners * has;
      if (at === 0) {
        this.#of.prior += learners;
        this.#had.prior += learners * has;
        break;
      }
      const withSkill = ((answers[at] ? 1 - slip : slip) * aheadHas) / scales[at]!;
      const without = ((answers[at] ? guess : 1 - guess) * aheadLacks) / scales[at]!;
      const lackedBefore = 1 - having[at - 1]!;
      this.#of.learn += learners * lackedBefore * (learn * withSkill + (1 - learn) * without);
      this.#had.learn += learners * lackedBefore * learn * withSkill;
      [aheadHas, aheadLacks] = [withSkill, learn * withSkill + (1 - learn) * without];
    }
    return logLikelihood;
  }

  likeliest(): TracingParameters {
    const share = (key: (typeof KEYS)[number], most: number) =>
      Math.min(most, Math.max(LEAST, this.#had[key] / this.#of[key]));
    return {
      prior: share('prior', 1 - LEAST),
      learn: share('learn', 1 - LEAST),
      guess: share('guess', MOST),
      slip: share('slip', MOST),
    };
  }
}
