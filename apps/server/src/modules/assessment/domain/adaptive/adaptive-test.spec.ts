import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Random } from '../../../../kernel/random.js';
import { estimateAbility } from '../irt/posterior.js';
import { information, probability } from '../irt/response.js';
import { AdaptiveTest } from './adaptive-test.js';
import { exposureControls } from './exposure.js';
import { trackBank } from './fixtures.js';
import { ItemBank } from './item-bank.js';
import { referenceBank } from './reference-bank.js';
import { normalAbilities, simulateTest } from './simulate.js';

const reference = referenceBank();
const track = trackBank();

/** Figures of many simulated tests, as the benchmark has them. */
function figuresOf(bank: ItemBank, count: number, most: number) {
  const random = new Random(7);
  const asked = new Float64Array(bank.size);
  const tests = Array.from(normalAbilities(count), (ability) => {
    const seed = random.between(0, 0xffffffff);
    const test = simulateTest(bank, { seed, most }, ability, random, ({ place }) => {
      asked[place]! += 1 / count;
    });
    return { ability, test };
  });
  const mean = (of: (one: (typeof tests)[number]) => number) =>
    tests.reduce((sum, one) => sum + of(one), 0) / tests.length;
  return {
    questions: mean(({ test }) => test.answered),
    rmse: Math.sqrt(mean(({ ability, test }) => (test.estimate.ability - ability) ** 2)),
    covered: mean(({ ability, test: { estimate } }) =>
      Math.abs(estimate.ability - ability) <= 1.96 * estimate.standardError ? 1 : 0,
    ),
    highest: Math.max(...asked),
    tests,
  };
}

describe('an adaptive test', () => {
  it('asks what tells most, first at the mean of the population', () => {
    const next = new AdaptiveTest(reference, { seed: 1 }).next();
    const most = Math.max(...reference.items.map(({ parameters }) => information(parameters, 0)));
    expect(next).toMatchObject({ domain: 'all', answeredInDomain: 0, keptBack: 0 });
    expect(next?.information).toBeCloseTo(most, 12);
  });

  it('estimates the ability as from all answers at once', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(199), { maxLength: 20 }), fc.infiniteStream(fc.boolean()), (places, rights) => {
        const test = new AdaptiveTest(reference, { seed: 1 });
        const answers = places.map((place) => ({ item: reference.items[place]!, right: rights.next().value }));
        for (const { item, right } of answers) test.record(item.id, right);
        const expected = estimateAbility(answers.map(({ item, right }) => ({ item: item.parameters, right })));
        expect(test.estimate.ability).toBeCloseTo(expected.ability, 9);
        expect(test.standardErrors).toHaveLength(places.length);
      }),
      { numRuns: 30 },
    );
  });

  it('goes on as it would have, when it is taken up again from its answers', () => {
    const bank = track.withControls(new Map(track.items.map(({ id }) => [id, 0.5])));
    const test = new AdaptiveTest(bank, { seed: 42 });
    const answers: [string, boolean][] = [];
    for (let next = test.next(); next !== null; next = test.next()) {
      const again = new AdaptiveTest(bank, { seed: 42 });
      for (const [item, right] of answers) again.record(item, right);
      expect(again.next()).toEqual(next);
      expect(again.forecast()).toEqual(test.forecast());
      answers.push([next.item, answers.length % 3 !== 0]);
      test.record(...answers.at(-1)!);
    }
    expect(answers.length).toBeGreaterThan(10);
  });

  it('keeps the domains within one question of their shares', () => {
    for (const ability of [-1, 0, 1.5]) {
      const test = simulateTest(track, { seed: 3 }, ability, new Random(5));
      for (const { answered } of test.domains()) expect(Math.abs(answered - test.answered / 4)).toBeLessThan(1.01);
    }
  });

  it('ends when it is precise, long enough, or has nothing left', () => {
    const short = new AdaptiveTest(reference, { seed: 1, most: 2 });
    expect(short.ending).toBeNull();
    for (let next = short.next(); next !== null; next = short.next()) short.record(next.item, true);
    expect([short.ending, short.answered]).toEqual(['longest', 2]);
    const small = new ItemBank([{ id: 's', domain: 'd', requires: [] }], [{ ...reference.items[0]!, skill: 's' }]);
    expect(simulateTest(small, { seed: 1 }, 0, new Random(1)).ending).toBe('exhausted');
    expect(simulateTest(reference, { seed: 1, most: 60 }, 0, new Random(1)).ending).toBe('precise');
  });

  it('refuses an answer to an unknown item, or a second one', () => {
    const test = new AdaptiveTest(reference, { seed: 1 });
    test.record('item-3', true);
    expect(() => test.record('item-3', true)).toThrow('answered already');
    expect(() => test.record('item-900', true)).toThrow('no item “item-900”');
  });

  it('tells how many questions are left so that four of five tests end within it', () => {
    const random = new Random(9);
    const inside = Array.from(normalAbilities(60), (ability) => {
      const test = new AdaptiveTest(track, { seed: random.between(0, 1e9) });
      let forecast = test.forecast();
      for (let next = test.next(); next !== null; next = test.next()) {
        if (test.answered === 6) forecast = test.forecast();
        const item = track.items[track.placeOf(next.item)]!;
        test.record(next.item, random.chance(probability(item.parameters, ability)));
      }
      expect(forecast.to).toBeLessThanOrEqual(20);
      expect(forecast.standardErrors).toHaveLength(forecast.to - 6);
      return test.answered >= forecast.from && test.answered <= forecast.to;
    });
    expect(inside.filter(Boolean).length / inside.length).toBeGreaterThan(0.75);
  });
});

describe('skills in an adaptive test', () => {
  const strong = (id: string, skill: string, difficulty: number) => ({
    id,
    skill,
    parameters: { discrimination: 2, difficulty, guessing: 0 },
  });
  const bank = new ItemBank(
    [
      { id: 'functions', domain: 'd', requires: [] },
      { id: 'recursion', domain: 'd', requires: ['functions'] },
      { id: 'types', domain: 'd', requires: [] },
    ],
    ['functions', 'recursion', 'types'].flatMap((skill) =>
      [0, 1, 2, 3].map((at) => strong(`${skill}-${at}`, skill, skill === 'recursion' ? -0.5 : 0.2)),
    ),
  );
  const masteryOf = (test: AdaptiveTest, skill: string) => test.skills().find((one) => one.skill === skill)!;

  it('are inferred from one that rests on them, and no longer asked once it is shown', () => {
    const test = new AdaptiveTest(bank, { seed: 1, most: 12, standardError: 0.01 });
    for (let at = 0; at < 4; at++) test.record(`recursion-${at}`, true);
    const [functions, recursion] = [masteryOf(test, 'functions'), masteryOf(test, 'recursion')];
    expect(recursion).toMatchObject({ basis: 'shown', answered: 4, through: null });
    expect(functions).toMatchObject({ basis: 'inferred', answered: 0, through: 'recursion' });
    expect(functions.mastery).toBe(recursion.mastery);
    expect(recursion.mastery).toBeGreaterThan(0.9);
    expect(test.next()?.skill).toBe('types');
  });

  it('are asked again after a single wrong answer to an inferred one', () => {
    const test = new AdaptiveTest(bank, { seed: 1, most: 12, standardError: 0.01 });
    for (let at = 0; at < 4; at++) test.record(`recursion-${at}`, true);
    const before = masteryOf(test, 'functions').mastery;
    test.record('functions-0', false);
    expect(masteryOf(test, 'functions')).toMatchObject({ basis: 'shown', through: null });
    expect(masteryOf(test, 'functions').mastery).toBeLessThan(before - 0.3);
    for (const item of ['types-0', 'types-1', 'types-2', 'types-3']) test.record(item, true);
    expect(test.next()?.skill).toBe('functions');
  });
});

describe('many adaptive tests on the reference bank', () => {
  it('are short, exact and honest about their error', () => {
    const { questions, rmse, covered, tests } = figuresOf(reference, 500, 200);
    expect(questions).toBeLessThanOrEqual(20);
    expect(rmse).toBeLessThanOrEqual(0.36);
    expect(covered).toBeGreaterThanOrEqual(0.93);
    expect(covered).toBeLessThanOrEqual(0.97);
    const random = new Random(3);
    const byChance = tests.map(({ ability, test }) => {
      const answers = random
        .some(reference.items, test.answered)
        .map(({ parameters }) => ({ item: parameters, right: random.chance(probability(parameters, ability)) }));
      return (estimateAbility(answers).ability - ability) ** 2;
    });
    expect(Math.sqrt(byChance.reduce((sum, one) => sum + one, 0) / byChance.length)).toBeGreaterThan(1.4 * rmse);
  });

  it('show no item too often under exposure control, for few questions more', () => {
    const { controls, highest } = exposureControls(reference, { seed: 1, most: 200, simulees: 120, rounds: 10 });
    expect(highest).toBeLessThanOrEqual(0.35);
    const free = figuresOf(reference, 80, 200);
    const controlled = figuresOf(reference.withControls(controls), 250, 200);
    expect(free.highest).toBeCloseTo(1, 9);
    // Of 250 tests, chance lifts the highest of some dozens of items by up to 0.06.
    expect(controlled.highest).toBeLessThanOrEqual(0.41);
    expect(controlled.questions).toBeLessThanOrEqual(1.35 * free.questions);
  });
});

describe('questions met before', () => {
  it('are hardly asked again, while the domains keep their shares and the test stays about as short', () => {
    const random = new Random(11);
    let [again, first, second] = [0, 0, 0];
    for (const ability of normalAbilities(60)) {
      const met: string[] = [];
      first += simulateTest(track, { seed: 1 }, ability, random, ({ place }) =>
        met.push(track.items[place]!.id),
      ).answered;
      const test = simulateTest(track, { seed: 2, met }, ability, random, ({ place }) => {
        if (met.includes(track.items[place]!.id)) again++;
      });
      second += test.answered;
      const answered = test.domains().map((domain) => domain.answered);
      expect(Math.max(...answered) - Math.min(...answered)).toBeLessThanOrEqual(1);
    }
    expect(again / second).toBeLessThan(0.1);
    // A bank of 96 has little that is as good; those of our tracks take a tenth more.
    expect(second / first).toBeLessThan(1.3);
  });

  it('are asked where nothing else is left', () => {
    const met = track.items.map(({ id }) => id);
    const test = simulateTest(track, { seed: 3, met, most: 30, standardError: 0 }, 0, new Random(5));
    expect(test.answered).toBe(30);
  });
});
