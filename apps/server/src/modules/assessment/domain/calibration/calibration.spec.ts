import type { ItemParameters } from '@tailcamp/contracts';
import { describe, expect, it } from 'vitest';
import { Random } from '../../../../kernel/random.js';
import { probability } from '../irt/response.js';
import { type AuthoredItem, calibrate, calibrated, guessingOf } from './calibrate.js';
import type { GivenAnswer } from './responses.js';

const plain = { discrimination: 1, difficulty: 0, guessing: 0 };

/** ln a ~ N(0, 0.3), b ~ N(0, 1). */
function drawItems(count: number, random: Random, guessing = 0): ItemParameters[] {
  return Array.from({ length: count }, () => ({
    discrimination: Math.exp(0.3 * random.normal()),
    difficulty: random.normal(),
    guessing,
  }));
}

/** @param answering how somebody of an ability answers an item; by the model unless told */
function answersTo(
  items: readonly ItemParameters[],
  learners: number,
  random: Random,
  answering = (item: ItemParameters, theta: number, _: number) => random.chance(probability(item, theta)),
): GivenAnswer[] {
  return Array.from({ length: learners }, (_, learner) => {
    const theta = random.normal();
    return items.map((item, at) => ({ learner: `${learner}`, item: `${at}`, right: answering(item, theta, at) }));
  }).flat();
}

const authored = (items: readonly ItemParameters[]): AuthoredItem[] =>
  items.map((parameters, at) => ({ id: `${at}`, parameters }));
const rmse = (a: readonly number[], b: readonly number[]) =>
  Math.sqrt(a.reduce((sum, value, at) => sum + (value - b[at]!) ** 2, 0) / a.length);

describe('a calibration', () => {
  const random = new Random(8);
  const truth = drawItems(50, random);
  const found = calibrated(authored(truth.map(() => plain)), answersTo(truth, 2000, random));

  it('recovers the parameters that the answers were made with, from authors who know nothing', () => {
    const of = (key: 'discrimination' | 'difficulty') =>
      rmse(
        found.map(({ parameters }) => parameters[key]),
        truth.map((item) => item[key]),
      );
    expect(of('difficulty')).toBeLessThanOrEqual(0.15);
    expect(of('discrimination')).toBeLessThanOrEqual(0.12);
  });

  it('is off by as much as its standard errors say', () => {
    const standardised = found.map(
      ({ parameters, standardErrors }, at) =>
        (parameters.difficulty - truth[at]!.difficulty) / standardErrors.difficulty,
    );
    const spread = rmse(
      standardised,
      standardised.map(() => 0),
    );
    expect(spread).toBeGreaterThan(0.6);
    expect(spread).toBeLessThan(1.5);
  });

  it('finds nothing wrong with items that follow the model', () => {
    for (const { fit } of found) {
      expect(fit.infit).toBeCloseTo(1, 0);
      expect(fit.misfits).toEqual([]);
    }
    const mean = found.reduce((sum, { fit }) => sum + (fit.infit ?? 0), 0) / found.length;
    expect(Math.abs(mean - 1)).toBeLessThan(0.01);
  });

  it('leaves an item without answers as its author wrote it, and moves one with few answers little', () => {
    const few = new Random(3);
    const items = authored([...truth.slice(0, 10), { discrimination: 1.4, difficulty: 1.5, guessing: 0.25 }]);
    const result = calibrated(items, answersTo(truth.slice(0, 10), 12, few));
    expect(result[10]?.parameters).toEqual({ discrimination: 1.4, difficulty: 1.5, guessing: 0.25 });
    expect(result[10]?.fit).toEqual({ infit: null, outfit: null, curve: [], misfits: [] });
    for (const [at, { parameters }] of result.slice(0, 10).entries()) {
      expect(Math.abs(parameters.difficulty - truth[at]!.difficulty)).toBeLessThan(1.2);
    }
  });

  it('stays finite where all are right, or where a very sharp item lies far off', () => {
    const items = authored([
      { discrimination: 4, difficulty: -5, guessing: 0 },
      { discrimination: 4, difficulty: 5, guessing: 0.2 },
    ]);
    const all = Array.from({ length: 60 }, (_, at) =>
      [0, 1].map((item) => ({ learner: `${at}`, item: `${item}`, right: at % 20 > item })),
    );
    for (const { parameters, standardErrors, fit } of calibrated(items, all.flat())) {
      const figures = [...Object.values(parameters), ...Object.values(standardErrors), fit.infit, fit.outfit];
      for (const figure of figures) expect(Number.isFinite(figure)).toBe(true);
    }
  });

  it('tells of each round, and ends where the caller leaves', () => {
    const steps = calibrate(authored(truth.slice(0, 5)), answersTo(truth.slice(0, 5), 100, new Random(4)));
    const told: unknown[] = [];
    while (told.length < 2) {
      const { value } = steps.next();
      if (value !== undefined) told.push(value);
    }
    expect(told).toMatchObject([{ round: 1, change: expect.any(Number) }, { round: 2 }]);
    steps.return([]);
    expect(steps.next().done).toBe(true);
  });

  it('breathes every 2,000 answers, and between items', () => {
    const steps = calibrate(authored(truth), answersTo(truth, 200, new Random(4)));
    let breaths = 0;
    while (steps.next().value === undefined) breaths += 1;
    expect(breaths).toBe(10_000 / 2000 + truth.length);
  });
});

describe('what is wrong with an item', () => {
  const random = new Random(12);
  const items = drawItems(20, random, 0.1).map((item) => ({ ...item, discrimination: 1.3 }));
  const answers = answersTo(items, 600, random, (item, theta, at) => {
    // Item 0 has the wrong key, item 1 is answered at random, item 2 holds a trap for those who know much.
    if (at === 0) return !random.chance(probability({ ...item, difficulty: 0, guessing: 0 }, theta));
    if (at === 1) return random.chance(0.5);
    if (at === 2) return random.chance(theta > 0.8 ? 0.25 : probability({ ...item, difficulty: -0.6 }, theta));
    return random.chance(probability(item, theta));
  });
  const found = calibrated(authored(items), answers);
  const kindsOf = (at: number) => found[at]!.fit.misfits.map(({ kind }) => kind);

  it('is named: a wrong key, an item that tells nothing, a curve that bends', () => {
    expect(kindsOf(0)).toContain('reversed');
    expect(kindsOf(1)).toContain('flat');
    expect(kindsOf(2)).toContain('off-curve');
    expect(found.slice(3).flatMap(({ fit }) => fit.misfits)).toEqual([]);
  });

  it('shows in the observed shares', () => {
    const curve = found[2]!.fit.curve;
    expect(curve.reduce((sum, point) => sum + point.answers, 0)).toBe(600);
    expect(curve.at(-1)!.observed).toBeLessThan(curve.at(-1)!.expected - 0.2);
  });
});

describe('guessing', () => {
  it('sinks with the share of those who say that they do not know', () => {
    const item = { discrimination: 1, difficulty: 0, guessing: 0.25 };
    expect(guessingOf(item, { right: 10, wrong: 20, declined: 0 })).toBe(0.25);
    // 40 do not know: half decline, of the others a quarter is right by luck.
    expect(guessingOf(item, { right: 5, wrong: 15, declined: 20 })).toBeCloseTo(0.125, 12);
    expect(guessingOf(item, { right: 5, wrong: 0, declined: 20 })).toBe(0);
  });
});
