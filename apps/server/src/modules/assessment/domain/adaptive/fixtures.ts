import { Random } from '../../../../kernel/random.js';
import { ItemBank } from './item-bank.js';

/** Standard normal, by Box and Muller. */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
}

/** The reference bank: 200 items, ln a ~ N(ln 1.2, 0.3), b ~ N(0, 1.2), c = 0.2, without skills in common or domains. */
export function referenceBank(seed = 2026): ItemBank {
  const random = new Random(seed);
  const items = Array.from({ length: 200 }, (_, at) => ({
    id: `item-${at}`,
    skill: `skill-${at}`,
    parameters: {
      discrimination: Math.exp(Math.log(1.2) + 0.3 * normal(random)),
      difficulty: 1.2 * normal(random),
      guessing: 0.2,
    },
  }));
  return new ItemBank(
    items.map(({ skill }) => ({ id: skill, domain: 'all', requires: [] })),
    items,
  );
}

/** A track: 24 skills of four items over four domains, half of them choices, each skill resting on one four before it. */
export function trackBank(seed = 1): ItemBank {
  const random = new Random(seed);
  const skills = Array.from({ length: 24 }, (_, at) => ({
    id: `skill-${at}`,
    domain: `domain-${at % 4}`,
    requires: at < 4 ? [] : [`skill-${at - 4}`],
  }));
  const items = skills.flatMap(({ id }) =>
    [-1.2, -0.3, 0.5, 1.5].map((difficulty, at) => ({
      id: `${id}-item-${at}`,
      skill: id,
      parameters: {
        discrimination: Math.min(2, Math.max(0.8, 1.35 + 0.3 * normal(random))),
        difficulty: difficulty + 0.5 * normal(random),
        guessing: at % 2 === 0 ? 0.25 : 0,
      },
    })),
  );
  return new ItemBank(skills, items);
}
