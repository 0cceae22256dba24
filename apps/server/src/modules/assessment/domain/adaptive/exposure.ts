import { Random } from '../../../../kernel/random.js';
import type { TestOptions } from './adaptive-test.js';
import type { ItemBank } from './item-bank.js';
import { normalAbilities, simulateTest } from './simulate.js';

export interface ExposureOptions extends Omit<TestOptions, 'seed'> {
  readonly seed: number;
  /** No item shall be asked in more than this share of the attempts; 0.35 unless given. */
  readonly target?: number;
  /** Tests simulated in each round; 400 unless given, see `exposureControls`. */
  readonly simulees?: number;
  /** 12 unless given. */
  readonly rounds?: number;
}

export interface ExposureControls {
  /** k of each item, in (0, 1]. */
  readonly controls: ReadonlyMap<string, number>;
  /** The highest share of attempts that any item is asked in under these controls, as simulated. */
  readonly highest: number;
  /** Mean number of questions in a test under these controls, as simulated. */
  readonly questions: number;
}

/**
 * What is aimed at below the target: of some dozens of items that are asked equally often, the one that chance lifts most
 * lies two deviations above the others, in the simulation and again in 2,000 attempts.
 */
const MARGIN = 0.88;

/** In the first rounds shares still fall towards their place; those from here on are averaged. */
const SETTLED_AFTER = 5;

/**
 * The exposure controls of a bank (Sympson & Hetter, Controlling item-exposure rates in computerized adaptive testing,
 * 1985): tests are simulated for a standard normal population, each item's k becomes min(1, r ÷ P(selected)), and again.
 * Selected is an item that was the best left, whether or not its lots let it be asked. Once the shares have settled, P is
 * the mean of the rounds since, by which 7 rounds of 400 tests know a share of 0.35 to ± 0.009; a round by itself would
 * chase its own noise.
 *
 * The lowest highest exposure that can be had is the mean length of a test ÷ the size of the bank.
 */
export function exposureControls(bank: ItemBank, options: ExposureOptions): ExposureControls {
  const steps = exposureSteps(bank, options);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** The same a test at a time, about a millisecond each, for whoever has other things to do between them. */
export function* exposureSteps(
  bank: ItemBank,
  { target = 0.35, simulees = 400, rounds = 12, seed, ...stop }: ExposureOptions,
): Generator<void, ExposureControls> {
  const random = new Random(seed);
  const abilities = normalAbilities(simulees);
  let controls = new Map<string, number>();
  let seen = yield* simulateRound(bank, abilities, stop, random);
  for (let round = 1; round < rounds && Math.max(...seen.asked) > target * MARGIN; round++) {
    controls = new Map(
      bank.items.map(({ id }, place) => [id, Math.min(1, (target * MARGIN) / Math.max(seen.selected[place]!, 1e-9))]),
    );
    const latest = yield* simulateRound(bank.withControls(controls), abilities, stop, random);
    seen = mixed(seen, latest, 1 / Math.max(1, round - SETTLED_AFTER + 1));
  }
  return { controls, highest: Math.max(...seen.asked), questions: seen.asked.reduce((sum, share) => sum + share, 0) };
}

/** For each item, the share of tests in which it was selected, and was asked. */
interface Shares {
  readonly selected: Float64Array;
  readonly asked: Float64Array;
}

function* simulateRound(
  bank: ItemBank,
  abilities: Float64Array,
  stop: Omit<TestOptions, 'seed'>,
  random: Random,
): Generator<void, Shares> {
  const selected = new Float64Array(bank.size);
  const asked = new Float64Array(bank.size);
  const share = 1 / abilities.length;
  for (const ability of abilities) {
    const met = new Uint8Array(bank.size);
    const seed = random.between(0, 0xffffffff);
    simulateTest(bank, { ...stop, seed }, ability, random, ({ place, passedOver }) => {
      asked[place]! += share;
      for (const one of [place, ...passedOver]) {
        if (met[one] === 0) selected[one]! += share;
        met[one] = 1;
      }
    });
    yield;
  }
  return { selected, asked };
}

function mixed(before: Shares, latest: Shares, weight: number): Shares {
  const between = (a: Float64Array, b: Float64Array) => a.map((value, at) => value + weight * (b[at]! - value));
  return { selected: between(before.selected, latest.selected), asked: between(before.asked, latest.asked) };
}
