import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Random } from '../../../../kernel/random.js';
import { AbilityPosterior, curvesOf } from '../irt/posterior.js';
import { probability } from '../irt/response.js';
import { cutOf, MASTERED_AT, SkillEvidence } from './skill-mastery.js';

const items = fc.record({
  discrimination: fc.double({ min: 0.5, max: 2.5, noNaN: true }),
  difficulty: fc.double({ min: -2, max: 2, noNaN: true }),
  guessing: fc.double({ min: 0, max: 0.3, noNaN: true }),
});

describe('the cut of a skill', () => {
  it('is where its items are answered right with 0.7 on average', () => {
    fc.assert(
      fc.property(fc.array(items, { minLength: 1, maxLength: 6 }), (some) => {
        const cut = cutOf(some);
        const rightAt = some.reduce((sum, item) => sum + probability(item, cut), 0) / some.length;
        expect(rightAt).toBeCloseTo(MASTERED_AT, 4);
      }),
    );
    // By hand: c = 0, a = 1, b = 0 gives ln(0.7 ÷ 0.3).
    expect(cutOf([{ discrimination: 1, difficulty: 0, guessing: 0 }])).toBeCloseTo(Math.log(7 / 3), 5);
    expect(() => cutOf([])).toThrow(RangeError);
  });
});

describe('the mastery of a skill', () => {
  const nothing = new AbilityPosterior();

  it('is the share of a wider normal above the cut, as long as nothing is answered', () => {
    // θ ~ N(0, 1) and δ ~ N(0, 0.5²): P(θₛ > 1) = 1 − Φ(1 ÷ √1.25) = 0.18555.
    expect(new SkillEvidence(1).mastery(nothing.weights)).toBeCloseTo(0.18555, 3);
    expect(new SkillEvidence(0).mastery(nothing.weights)).toBeCloseTo(0.5, 6);
  });

  it('is what sampling from the model gives', () => {
    const random = new Random(5);
    const [own, other] = [
      { discrimination: 1.5, difficulty: 0.3, guessing: 0.2 },
      { discrimination: 1, difficulty: -0.5, guessing: 0 },
    ];
    let [having, either] = [0, 0];
    for (let sample = 0; sample < 200_000; sample++) {
      const theta = random.normal();
      const skill = theta + 0.5 * random.normal();
      const likelihood = probability(other, theta) * probability(own, skill) * (1 - probability(other, skill));
      either += likelihood;
      if (skill > 0.4) having += likelihood;
    }
    const posterior = new AbilityPosterior();
    const evidence = new SkillEvidence(0.4);
    posterior.add(curvesOf(other).right);
    for (const [answer, right] of [[curvesOf(own).right, true] as const, [curvesOf(other).wrong, false] as const]) {
      posterior.add(answer);
      evidence.add(answer, right);
    }
    expect(evidence.mastery(posterior.weights)).toBeCloseTo(having / either, 2);
    expect([evidence.answered, evidence.wrong]).toEqual([2, 1]);
  });

  it('stays a probability under any number of very sharp answers', () => {
    const [posterior, evidence] = [new AbilityPosterior(), new SkillEvidence(1)];
    const { right, wrong } = curvesOf({ discrimination: 4, difficulty: 4, guessing: 0 });
    for (let at = 0; at < 60; at++) {
      const answer = at % 2 === 0 ? right : wrong;
      posterior.add(answer);
      evidence.add(answer, at % 2 === 0);
    }
    expect(evidence.mastery(posterior.weights)).toBeGreaterThan(0.99);
    expect(evidence.mastery(posterior.weights)).toBeLessThanOrEqual(1 + 1e-12);
  });

  it('rises with a right answer and falls with a wrong one, whatever came before', () => {
    fc.assert(
      fc.property(items, fc.array(fc.tuple(items, fc.boolean()), { maxLength: 10 }), (item, before) => {
        const elsewhere = new AbilityPosterior();
        for (const [one, right] of before) elsewhere.add(curvesOf(one)[right ? 'right' : 'wrong']);
        const after = (right: boolean) => {
          const posterior = elsewhere.copy();
          const evidence = new SkillEvidence(cutOf([item]));
          const answer = curvesOf(item)[right ? 'right' : 'wrong'];
          posterior.add(answer);
          evidence.add(answer, right);
          return evidence.mastery(posterior.weights);
        };
        const unasked = new SkillEvidence(cutOf([item])).mastery(elsewhere.weights);
        expect(after(true)).toBeGreaterThan(unasked);
        expect(after(false)).toBeLessThan(unasked);
      }),
    );
  });
});
