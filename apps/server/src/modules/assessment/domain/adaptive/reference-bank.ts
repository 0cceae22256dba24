import { Random } from '../../../../kernel/random.js';
import { ItemBank } from './item-bank.js';

/**
 * A bank that any program can draw again, to compare figures on: 200 items, ln a ~ N(ln 1.2, 0.3), b ~ N(0, 1.2), c = 0.2,
 * in one domain, each of a skill of its own.
 */
export function referenceBank(seed = 2026): ItemBank {
  const random = new Random(seed);
  const items = Array.from({ length: 200 }, (_, at) => ({
    id: `item-${at}`,
    skill: `skill-${at}`,
    parameters: {
      discrimination: Math.exp(Math.log(1.2) + 0.3 * random.normal()),
      difficulty: 1.2 * random.normal(),
      guessing: 0.2,
    },
  }));
  return new ItemBank(
    items.map(({ skill }) => ({ id: skill, domain: 'all', requires: [] })),
    items,
  );
}
