import { fitTracing } from './fit-tracing.js';
import { rightness, type TracingParameters, traced } from './tracing.js';

/** An answer in practice. Those of a learner stand in the order in which they were given. */
export interface PracticeAnswer {
  readonly learner: string;
  /** What it takes, at least one. */
  readonly skills: readonly string[];
  readonly right: boolean;
}

export interface TracedSkill extends TracingParameters {
  readonly skill: string;
  /** Answers it was fitted to. */
  readonly n: number;
}

/** Fits every skill of a log. An answer to several skills counts for each of them. @returns by skill, in alphabetical order */
export function fitSkills(log: readonly PracticeAnswer[]): readonly TracedSkill[] {
  const sequences = new Map<string, Map<string, boolean[]>>();
  for (const { learner, skills, right } of log) {
    for (const skill of skills) {
      const learners = sequences.get(skill) ?? new Map<string, boolean[]>();
      sequences.set(skill, learners);
      const answers = learners.get(learner) ?? [];
      learners.set(learner, answers);
      answers.push(right);
    }
  }
  return [...sequences]
    .map(([skill, learners]) => {
      const answers = [...learners.values()];
      const n = answers.reduce((sum, { length }) => sum + length, 0);
      return { skill, ...fitTracing(answers), n };
    })
    .sort((a, b) => (a.skill < b.skill ? -1 : 1));
}

/**
 * The probability of a right answer, told before each answer of a log from those before it. Where an answer takes several
 * skills it is the mean of theirs: one prediction for one answer, so that no row counts twice. A skill that was not fitted
 * takes the mean parameters of those that were.
 * @throws {RangeError} when no skill was fitted
 */
export function predictEach(log: readonly PracticeAnswer[], fitted: readonly TracedSkill[]): Float64Array {
  const parameters = new Map<string, TracingParameters>(fitted.map((skill) => [skill.skill, skill]));
  const unseen = meanOf(fitted);
  const masteries = new Map<string, number>();
  return Float64Array.from(log, ({ learner, skills, right }) => {
    let sum = 0;
    for (const skill of skills) {
      const its = parameters.get(skill) ?? unseen;
      const key = JSON.stringify([learner, skill]);
      const mastery = masteries.get(key) ?? its.prior;
      sum += rightness(mastery, its);
      masteries.set(key, traced(mastery, right, its));
    }
    return sum / skills.length;
  });
}

function meanOf(fitted: readonly TracedSkill[]): TracingParameters {
  if (fitted.length === 0) throw new RangeError('No skill was fitted');
  const mean = (of: (skill: TracedSkill) => number) =>
    fitted.reduce((sum, skill) => sum + of(skill), 0) / fitted.length;
  return {
    prior: mean(({ prior }) => prior),
    learn: mean(({ learn }) => learn),
    guess: mean(({ guess }) => guess),
    slip: mean(({ slip }) => slip),
  };
}

/**
 * The area under the ROC curve: how often a right answer was held likelier than a wrong one, ties counting half (Hanley &
 * McNeil, 1982). @returns null where all answers are right, or all wrong
 */
export function areaUnderCurve(predictions: Float64Array, right: readonly boolean[]): number | null {
  const order = Uint32Array.from(predictions.keys()).sort((a, b) => predictions[a]! - predictions[b]!);
  const rights = right.filter(Boolean).length;
  const wrongs = right.length - rights;
  if (rights === 0 || wrongs === 0) return null;
  let [ranks, from] = [0, 0];
  while (from < order.length) {
    let to = from;
    let rightHere = 0;
    for (; to < order.length && predictions[order[to]!] === predictions[order[from]!]; to++)
      if (right[order[to]!]) rightHere++;
    // The places from + 1 to `to` share their mean.
    ranks += (rightHere * (from + 1 + to)) / 2;
    from = to;
  }
  return (ranks - (rights * (rights + 1)) / 2) / (rights * wrongs);
}
