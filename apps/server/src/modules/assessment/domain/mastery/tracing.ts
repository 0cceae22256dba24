/**
 * Bayesian knowledge tracing of one skill: a learner has it or not, may come to have it with each answer, and keeps it.
 * Corbett & Anderson, Knowledge tracing: modeling the acquisition of procedural knowledge (1995).
 */
export interface TracingParameters {
  /** P(L₀): had before the first answer. */
  readonly prior: number;
  /** P(T): comes to have it from one answer to the next. */
  readonly learn: number;
  /** P(G): right without having it; below 0.5, for else a right answer would speak against the skill. */
  readonly guess: number;
  /** P(S): wrong though having it; below 0.5. */
  readonly slip: number;
}

/** Of a skill that nobody has practised yet: some have it, an answer teaches a little. */
export const USUAL: TracingParameters = { prior: 0.4, learn: 0.15, guess: 0.2, slip: 0.1 };

/** The probability of a right answer by somebody who has the skill with probability `mastery`. */
export function rightness(mastery: number, { guess, slip }: TracingParameters): number {
  return mastery * (1 - slip) + (1 - mastery) * guess;
}

/** The probability of having the skill before the next answer, given this one: Bayes, then the chance to have learned. */
export function traced(mastery: number, right: boolean, parameters: TracingParameters): number {
  const { learn, guess, slip } = parameters;
  const [having, lacking] = right
    ? [mastery * (1 - slip), (1 - mastery) * guess]
    : [mastery * slip, (1 - mastery) * (1 - guess)];
  const after = having / (having + lacking);
  return after + (1 - after) * learn;
}

/**
 * The mastery of a skill from assessment and practice together: what the assessment found stands for P(L₀), and each
 * practice answer since moves it on.
 * @param assessed the skill's mastery of the last assessment, in [0, 1]; null where there was none
 * @param practice answers since then, in order
 */
export function masteryNow(
  assessed: number | null,
  practice: Iterable<boolean>,
  parameters: TracingParameters = USUAL,
): number {
  let mastery = assessed ?? parameters.prior;
  for (const right of practice) mastery = traced(mastery, right, parameters);
  return mastery;
}
