import type { Random } from '../../../../kernel/random.js';
import { AbilityPosterior } from '../irt/posterior.js';
import { probability } from '../irt/response.js';
import { AdaptiveTest, type TestOptions } from './adaptive-test.js';
import type { ItemBank } from './item-bank.js';
import type { Selected } from './select.js';

/** `count` abilities spread evenly over the standard normal distribution, in rising order. */
export function normalAbilities(count: number): Float64Array {
  const population = new AbilityPosterior();
  return Float64Array.from({ length: count }, (_, at) => population.quantile((at + 0.5) / count));
}

/** A whole test of somebody of this ability who answers as the model says. @param onSelected told of each choice */
export function simulateTest(
  bank: ItemBank,
  options: TestOptions,
  ability: number,
  random: Random,
  onSelected: (selected: Selected) => void = () => {},
): AdaptiveTest {
  const test = new AdaptiveTest(bank, options);
  for (let selected = test.selected(); selected !== null; selected = test.selected()) {
    onSelected(selected);
    test.recordAt(selected.place, random.chance(probability(bank.items[selected.place]!.parameters, ability)));
  }
  return test;
}
