import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AbilityPosterior, curvesOf, estimateAbility, GRID, partsAbove } from './posterior.js';
import { information, logLikelihood, probability, type ResponseParameters } from './response.js';

const items = fc.record({
  discrimination: fc.double({ min: 0.2, max: 3, noNaN: true }),
  difficulty: fc.double({ min: -4, max: 4, noNaN: true }),
  guessing: fc.double({ min: 0, max: 0.45, noNaN: true }),
  upper: fc.double({ min: 0.6, max: 1, noNaN: true }),
}) satisfies fc.Arbitrary<ResponseParameters>;
const abilities = fc.double({ min: -5, max: 5, noNaN: true });
const answers = fc.array(fc.record({ item: items, right: fc.boolean() }), { maxLength: 40 });

/** The same quantities from their definitions, sharing no code with what is tested: products of plain probabilities. */
const independent = {
  probability: ({ discrimination: a, difficulty: b, guessing: c, upper: d = 1 }: ResponseParameters, theta: number) => {
    const e = Math.exp(a * (theta - b));
    return c + ((d - c) * e) / (1 + e);
  },
  /** Fisher's information as the expected square of the score, by differences. */
  information(item: ResponseParameters, theta: number): number {
    const h = 1e-5;
    const log = (right: boolean, at: number) =>
      Math.log(right ? this.probability(item, at) : 1 - this.probability(item, at));
    const score = (right: boolean) => (log(right, theta + h) - log(right, theta - h)) / (2 * h);
    const p = this.probability(item, theta);
    return p * score(true) ** 2 + (1 - p) * score(false) ** 2;
  },
  estimate(given: readonly { item: ResponseParameters; right: boolean }[]): { ability: number; standardError: number } {
    const grid = [];
    for (let i = -60; i <= 60; i++) grid.push(i / 10);
    const posterior = grid.map((theta) =>
      given.reduce(
        (product, { item, right }) => {
          const p = this.probability(item, theta);
          return product * (right ? p : 1 - p);
        },
        Math.exp(-(theta ** 2) / 2) / Math.sqrt(2 * Math.PI),
      ),
    );
    const total = posterior.reduce((sum, value) => sum + value, 0);
    const ability = grid.reduce((sum, theta, i) => sum + (theta * posterior[i]!) / total, 0);
    const variance = grid.reduce((sum, theta, i) => sum + ((theta - ability) ** 2 * posterior[i]!) / total, 0);
    return { ability, standardError: Math.sqrt(variance) };
  },
};

describe('the response model', () => {
  it('has the values of the definition', () => {
    const item = { discrimination: 1.2, difficulty: 0.5, guessing: 0.2 };
    expect(probability(item, 0.5)).toBeCloseTo(0.6, 12);
    expect(information({ discrimination: 2, difficulty: 1, guessing: 0 }, 1)).toBeCloseTo(1, 12);
  });

  it('equals the independent computation', () => {
    fc.assert(
      fc.property(items, abilities, (item, theta) => {
        expect(probability(item, theta)).toBeCloseTo(independent.probability(item, theta), 9);
        expect(information(item, theta)).toBeCloseTo(independent.information(item, theta), 6);
        const p = independent.probability(item, theta);
        expect(logLikelihood(item, theta, true)).toBeCloseTo(Math.log(p), 9);
        expect(logLikelihood(item, theta, false)).toBeCloseTo(Math.log(1 - p), 6);
      }),
    );
  });

  it('stays finite wherever an item lies', () => {
    const far = { discrimination: 40, difficulty: -30, guessing: 0 };
    expect(logLikelihood(far, 6, false)).toBeGreaterThan(-600);
    expect(information(far, 6)).toBeGreaterThanOrEqual(0);
  });
});

describe('the ability', () => {
  it('equals the independent computation on the same grid and prior', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const expected = independent.estimate(given);
        const { ability, standardError } = estimateAbility(given);
        expect(Math.abs(ability - expected.ability)).toBeLessThan(1e-6);
        expect(Math.abs(standardError - expected.standardError)).toBeLessThan(1e-6);
      }),
    );
  });

  it('is the same taken in one by one, in any order', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const posterior = new AbilityPosterior();
        for (const { item, right } of [...given].reverse()) posterior.add(curvesOf(item)[right ? 'right' : 'wrong']);
        const expected = estimateAbility(given);
        expect(posterior.ability).toBeCloseTo(expected.ability, 9);
        expect(posterior.standardError).toBeCloseTo(expected.standardError, 9);
      }),
    );
  });

  it('is a distribution, that an answer is expected neither to move nor to widen', () => {
    fc.assert(
      fc.property(answers, items, (given, item) => {
        const now = new AbilityPosterior();
        for (const answer of given) now.add(curvesOf(answer.item)[answer.right ? 'right' : 'wrong']);
        expect(now.weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
        const p = now.weights.reduce((sum, weight, point) => sum + weight * probability(item, GRID[point]!), 0);
        const [right, wrong] = [now.copy(), now.copy()];
        right.add(curvesOf(item).right);
        wrong.add(curvesOf(item).wrong);
        expect(p * right.ability + (1 - p) * wrong.ability).toBeCloseTo(now.ability, 9);
        const expected = p * right.standardError ** 2 + (1 - p) * wrong.standardError ** 2;
        expect(expected).toBeLessThanOrEqual(now.standardError ** 2 + 1e-12);
      }),
    );
  });

  it('is the prior before the first answer, and finite when all are right or all wrong', () => {
    expect(estimateAbility([]).ability).toBeCloseTo(0, 12);
    expect(estimateAbility([]).standardError).toBeCloseTo(1, 6);
    const item = { discrimination: 2, difficulty: 0, guessing: 0 };
    const all = (right: boolean) => estimateAbility(Array.from({ length: 500 }, () => ({ item, right })));
    expect(all(true).ability).toBeCloseTo(-all(false).ability, 9);
    expect(all(true).ability).toBeGreaterThan(2.5);
  });

  it('has quantiles and shares that are each other’s inverse', () => {
    fc.assert(
      fc.property(answers, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (given, share) => {
        const posterior = new AbilityPosterior();
        for (const { item, right } of given) posterior.add(curvesOf(item)[right ? 'right' : 'wrong']);
        const above = partsAbove(posterior.quantile(share));
        const shareAbove = above.reduce((sum, part, point) => sum + part * posterior.weights[point]!, 0);
        expect(1 - shareAbove).toBeCloseTo(share, 6);
      }),
    );
  });
});
