import { Random } from '../../../../kernel/random.js';
import { ItemBank } from './item-bank.js';

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
        discrimination: Math.min(2, Math.max(0.8, 1.35 + 0.3 * random.normal())),
        difficulty: difficulty + 0.5 * random.normal(),
        guessing: at % 2 === 0 ? 0.25 : 0,
      },
    })),
  );
  return new ItemBank(skills, items);
}
