import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Random } from '../../../../kernel/random.js';
import { fitTracing } from './fit-tracing.js';
import { areaUnderCurve, fitSkills, predictEach } from './practice-log.js';
import { masteryNow, rightness, type TracingParameters, traced, USUAL } from './tracing.js';

const probabilities = fc.double({ min: 0.01, max: 0.99, noNaN: true });
const small = fc.double({ min: 0.01, max: 0.45, noNaN: true });
const parameters = fc.record({ prior: probabilities, learn: small, guess: small, slip: small });

function practise({ prior, learn, guess, slip }: TracingParameters, learners: number, answers: number, seed: number) {
  const random = new Random(seed);
  return Array.from({ length: learners }, () => {
    let has = random.chance(prior);
    return Array.from({ length: answers }, () => {
      const right = random.chance(has ? 1 - slip : guess);
      has ||= random.chance(learn);
      return right;
    });
  });
}

describe('tracing', () => {
  it('follows the formulas', () => {
    const its = { prior: 0.5, learn: 0.2, guess: 0.25, slip: 0.1 };
    expect(rightness(0.5, its)).toBeCloseTo(0.575, 12);
    // 0.45 ÷ 0.575 = 0.7826; plus a fifth of the rest.
    expect(traced(0.5, true, its)).toBeCloseTo(0.7826087 + 0.2173913 * 0.2, 6);
    expect(traced(0.5, false, its)).toBeCloseTo(0.1176471 + 0.8823529 * 0.2, 6);
    expect(masteryNow(null, [true], its)).toBe(traced(0.5, true, its));
    expect(masteryNow(0.9, [], its)).toBe(0.9);
  });

  it('believes more after a right answer than after a wrong one, and stays a probability', () => {
    fc.assert(
      fc.property(parameters, probabilities, (its, mastery) => {
        const [right, wrong] = [traced(mastery, true, its), traced(mastery, false, its)];
        if (1 - its.slip > its.guess) expect(right).toBeGreaterThan(wrong);
        expect(right).toBeLessThanOrEqual(1);
        expect(wrong).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('fitting', () => {
  it.each([
    { prior: 0.3, learn: 0.15, guess: 0.2, slip: 0.1 },
    { prior: 0.6, learn: 0.08, guess: 0.3, slip: 0.15 },
    { prior: 0.15, learn: 0.3, guess: 0.1, slip: 0.05 },
  ])('recovers $prior, $learn, $guess, $slip from 5,000 learners with 10 answers each', (truth) => {
    const fitted = fitTracing(practise(truth, 5000, 10, 17));
    for (const key of ['prior', 'learn', 'guess', 'slip'] as const) {
      expect(Math.abs(fitted[key] - truth[key]), key).toBeLessThan(0.03);
    }
  });

  it('finds answers likelier than the truth does, by the plain sum over all states', () => {
    const truth = { prior: 0.4, learn: 0.2, guess: 0.25, slip: 0.1 };
    const sequences = practise(truth, 60, 4, 3);
    const likelihood = (its: TracingParameters) =>
      sequences.reduce((sum, answers) => sum + Math.log(overAllStates(answers, its)), 0);
    expect(likelihood(fitTracing(sequences))).toBeGreaterThan(likelihood(truth) - 0.2);
  });

  it('never calls a guess or a slip likelier than not, nor runs to extremes on few answers', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.boolean(), { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 5 }),
        (some) => {
          const { prior, learn, guess, slip } = fitTracing(some);
          for (const value of [prior, learn]) expect(value > 0 && value < 1).toBe(true);
          for (const value of [guess, slip]) expect(value > 0 && value < 0.5).toBe(true);
        },
      ),
      { numRuns: 20 },
    );
  });
});

describe('a log of practice', () => {
  const log = (learner: string, skills: string, ...rights: number[]) =>
    rights.map((right) => ({ learner, skills: skills.split('~'), right: right === 1 }));

  it('counts an answer to several skills for each, and predicts it once', () => {
    const answers = [...log('ann', 'loops~lists', 1, 1, 0), ...log('bob', 'loops', 0, 1)];
    const fitted = fitSkills(answers);
    expect(fitted.map(({ skill, n }) => [skill, n])).toEqual([
      ['lists', 3],
      ['loops', 5],
    ]);
    const predictions = predictEach(answers, fitted);
    expect(predictions).toHaveLength(5);
    const [lists, loops] = fitted;
    expect(predictions[0]).toBeCloseTo((rightness(lists!.prior, lists!) + rightness(loops!.prior, loops!)) / 2, 12);
  });

  it('takes mean parameters for a skill that was not fitted', () => {
    const fitted = [
      { skill: 'a', prior: 0.2, learn: 0.1, guess: 0.1, slip: 0.1, n: 5 },
      { skill: 'b', prior: 0.6, learn: 0.3, guess: 0.3, slip: 0.1, n: 50 },
    ];
    const mean = { prior: 0.4, learn: 0.2, guess: 0.2, slip: 0.1 };
    expect(predictEach(log('cy', 'c', 1), fitted)[0]).toBeCloseTo(rightness(0.4, mean), 12);
    expect(() => predictEach(log('cy', 'c', 1), [])).toThrow(RangeError);
  });

  it('predicts better than chance what the model made', () => {
    const sequences = practise(USUAL, 400, 8, 5);
    const answers = sequences.flatMap((rights, at) => log(`learner ${at}`, 'loops', ...rights.map(Number)));
    const predictions = predictEach(answers, fitSkills(answers));
    expect(
      areaUnderCurve(
        predictions,
        answers.map(({ right }) => right),
      ),
    ).toBeGreaterThan(0.65);
  });
});

describe('the area under the curve', () => {
  it('is the share of pairs that stand in order, ties counting half', () => {
    const pairs = fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.boolean()), { maxLength: 30 });
    fc.assert(
      fc.property(pairs, (some) => {
        const [rights, wrongs] = [some.filter(([, right]) => right), some.filter(([, right]) => !right)];
        const inOrder = rights.flatMap(([a]) => wrongs.map(([b]) => (a > b ? 1 : a === b ? 0.5 : 0) as number));
        const area = areaUnderCurve(
          Float64Array.from(some, ([score]) => score),
          some.map(([, right]) => right),
        );
        if (inOrder.length === 0) expect(area).toBeNull();
        else expect(area).toBeCloseTo(inOrder.reduce((sum, one) => sum + one, 0) / inOrder.length, 9);
      }),
    );
  });
});

/** P(answers), summed over every course of having and not having the skill. */
function overAllStates(answers: readonly boolean[], { prior, learn, guess, slip }: TracingParameters): number {
  const from = (at: number, has: boolean): number => {
    const answer = has ? (answers[at] ? 1 - slip : slip) : answers[at] ? guess : 1 - guess;
    if (at === answers.length - 1) return answer;
    return answer * (has ? from(at + 1, true) : learn * from(at + 1, true) + (1 - learn) * from(at + 1, false));
  };
  return prior * from(0, true) + (1 - prior) * from(0, false);
}
