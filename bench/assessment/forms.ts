import {
  type Estimate,
  estimateAbility,
  type ItemBank,
  information,
  normalAbilities,
  probability,
  Random,
  simulateTest,
} from '@tailcamp/server/assessment/engine';

/** What many examinees of known ability got of one way to test them. */
export interface Figures {
  /** Mean number of questions. */
  readonly questions: number;
  /** Of the ability as estimated against the true one. */
  readonly rmse: number;
  /** Share of the 95 % intervals, estimate ± 1.96 standard errors, that hold the true ability. */
  readonly covered: number;
  /** Share of the examinees who were asked the item that was asked most. */
  readonly highestExposure: number;
  /** CPU milliseconds to choose a question and take in its answer. */
  readonly millisecondsPerStep: number;
}

interface Tested {
  readonly ability: number;
  readonly estimate: Estimate;
  readonly questions: number;
}

/** An adaptive test for each examinee. @returns what they got, and how many questions each had */
export function adaptively(
  bank: ItemBank,
  most: number,
  examinees: number,
  seed: number,
): { figures: Figures; lengths: readonly number[] } {
  const random = new Random(seed);
  const asked = new Float64Array(bank.size);
  const before = process.cpuUsage();
  const tested = Array.from(normalAbilities(examinees), (ability) => {
    const options = { seed: random.between(0, 0xffffffff), most };
    const { estimate, answered } = simulateTest(bank, options, ability, random, ({ place }) => {
      asked[place]! += 1;
    });
    return { ability, estimate, questions: answered };
  });
  const { user, system } = process.cpuUsage(before);
  return {
    figures: figuresOf(tested, asked, (user + system) / 1000),
    lengths: tested.map(({ questions }) => questions),
  };
}

/** As many questions as the adaptive test had for each examinee, drawn from the bank by chance. */
export function byChance(bank: ItemBank, lengths: readonly number[], seed: number): Figures {
  const random = new Random(seed);
  const places = [...bank.items.keys()];
  return onForms(bank, lengths, random, (length) => random.some(places, length));
}

/** One form for all, as long as the adaptive test on average: the items that tell most of a standard normal population. */
export function onFixedForm(bank: ItemBank, lengths: readonly number[], seed: number): Figures {
  const length = Math.round(lengths.reduce((sum, each) => sum + each, 0) / lengths.length);
  const population = normalAbilities(200);
  const told = bank.items.map(({ parameters }, place) => ({
    place,
    information: population.reduce((sum, theta) => sum + information(parameters, theta), 0),
  }));
  const form = told
    .sort((a, b) => b.information - a.information)
    .slice(0, length)
    .map(({ place }) => place);
  return onForms(bank, lengths, new Random(seed), () => form);
}

function onForms(
  bank: ItemBank,
  lengths: readonly number[],
  random: Random,
  formOf: (length: number) => readonly number[],
): Figures {
  const asked = new Float64Array(bank.size);
  const before = process.cpuUsage();
  const tested = Array.from(normalAbilities(lengths.length), (ability, at) => {
    const form = formOf(lengths[at]!);
    const answers = form.map((place) => {
      asked[place]! += 1;
      const item = bank.items[place]!.parameters;
      return { item, right: random.chance(probability(item, ability)) };
    });
    return { ability, estimate: estimateAbility(answers), questions: form.length };
  });
  const { user, system } = process.cpuUsage(before);
  return figuresOf(tested, asked, (user + system) / 1000);
}

function figuresOf(tested: readonly Tested[], asked: Float64Array, milliseconds: number): Figures {
  const mean = (of: (one: Tested) => number) => tested.reduce((sum, one) => sum + of(one), 0) / tested.length;
  const off = ({ ability, estimate }: Tested) => estimate.ability - ability;
  const questions = mean((one) => one.questions);
  return {
    questions,
    rmse: Math.sqrt(mean((one) => off(one) ** 2)),
    covered: mean((one) => (Math.abs(off(one)) <= 1.96 * one.estimate.standardError ? 1 : 0)),
    highestExposure: Math.max(...asked) / tested.length,
    millisecondsPerStep: milliseconds / tested.length / questions,
  };
}
