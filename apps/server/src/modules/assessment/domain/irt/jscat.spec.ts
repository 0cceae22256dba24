import { Cat } from '@bdelab/jscat';
import { fisherInformation } from '@bdelab/jscat/lib/utils.js';
import { describe, expect, it } from 'vitest';
import { Random } from '../../../../kernel/random.js';
import { referenceBank } from '../adaptive/reference-bank.js';
import { type Answer, estimateAbility } from './posterior.js';
import { information, probability } from './response.js';

/**
 * Against jsCAT, which agrees with R's catR. Its standard error is that of the likelihood, 1 ÷ √ΣI at the estimate, and its
 * information that of three parameters, so that items with an upper asymptote are compared by their ability alone.
 * What it would need optimization-js for is the maximum likelihood alone, so package.json gives it lodash in its place
 * rather than browserify and jsdoc.
 */
describe('against jsCAT', () => {
  const random = new Random(31);
  const { items } = referenceBank();
  const learners = Array.from({ length: 40 }, (_, at) => {
    const theta = -2.5 + at / 8;
    return random.some(items, 1 + Math.floor(at / 2)).map(({ parameters }) => ({
      item: { ...parameters, upper: at % 4 === 0 ? 0.95 : 1 },
      right: random.chance(probability(parameters, theta)),
    }));
  });
  const zetaOf = ({ item }: Answer) => ({
    a: item.discrimination,
    b: item.difficulty,
    c: item.guessing,
    d: item.upper ?? 1,
  });

  it.each(learners.map((answers, at) => [at, answers] as const))(
    'learner %i has the same ability and standard error',
    (_, answers) => {
      const cat = new Cat({ method: 'EAP', minTheta: -6, maxTheta: 6, priorDist: 'norm', priorPar: [0, 1] });
      cat.updateAbilityEstimate(
        answers.map(zetaOf),
        answers.map(({ right }) => (right ? 1 : 0)),
      );
      const { ability } = estimateAbility(answers);
      expect(Math.abs(ability - cat.theta)).toBeLessThan(0.02);
      if (answers.some(({ item }) => item.upper < 1)) return;
      const informed = answers.reduce((sum, { item }) => sum + information(item, ability), 0);
      expect(Math.abs(1 / Math.sqrt(informed) / cat.seMeasurement - 1)).toBeLessThan(0.02);
    },
  );

  it('items tell as much', () => {
    for (const { parameters } of items) {
      for (const theta of [-2, 0, 1.3]) {
        const expected = fisherInformation(theta, zetaOf({ item: parameters, right: true }));
        expect(Math.abs(information(parameters, theta) - expected)).toBeLessThan(0.02);
      }
    }
  });
});
