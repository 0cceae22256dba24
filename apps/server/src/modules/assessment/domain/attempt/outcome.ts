import type { SkillMastery } from '@tailcamp/contracts';
import { AdaptiveTest, type TestOptions } from '../adaptive/adaptive-test.js';
import type { ItemBank } from '../adaptive/item-bank.js';
import { AbilityPosterior, type Estimate, GRID, POINTS } from '../irt/posterior.js';
import { probability } from '../irt/response.js';
import type { FrozenBank } from './frozen-bank.js';

/** An answer that was marked by itself, in its order. */
export interface MarkedItem {
  /** Of the bank. */
  id: string;
  right: boolean;
}

/** An attempt taken up where its answers left it. */
export function takenUp(bank: ItemBank, options: TestOptions, answers: readonly MarkedItem[]): AdaptiveTest {
  const test = new AdaptiveTest(bank, options);
  for (const { id, right } of answers) test.record(id, right);
  return test;
}

/** What an attempt that is over has shown, for lists of a class and for matching; the rest is computed from its answers. */
export interface Outcome extends Estimate {
  right: number;
  answered: number;
  /** Skill → how probable it is that it is mastered. */
  mastery: Record<string, number>;
  /** Domain → the ability in it, from its own answers alone; those without any are missing. */
  domains?: Record<string, Estimate>;
}

export function outcomeOf(
  frozen: FrozenBank,
  bank: ItemBank,
  test: AdaptiveTest,
  answers: readonly MarkedItem[],
): Outcome {
  const asked = test.domains().filter(({ answered }) => answered > 0);
  return {
    ...test.estimate,
    right: answers.filter(({ right }) => right).length,
    answered: answers.length,
    mastery: Object.fromEntries(skillsOf(frozen, bank, test, answers).map(({ id, mastery }) => [id, mastery])),
    domains: Object.fromEntries(
      asked.map(({ domain, ability, standardError }) => [domain, { ability, standardError }]),
    ),
  };
}

const LOW = 0.025;
const HIGH = 0.975;

/** What answers tell of each skill of a track, in the order of the track. */
export function skillsOf(
  frozen: FrozenBank,
  bank: ItemBank,
  test: AdaptiveTest,
  answers: readonly MarkedItem[],
): SkillMastery[] {
  const posterior = new AbilityPosterior();
  for (const { id, right } of answers) posterior.add(bank.curves(bank.placeOf(id))[right ? 'right' : 'wrong']);
  const known = new Map(test.skills().map((skill) => [skill.skill, skill]));
  return frozen.skills.flatMap(({ id, title, domain, level }) => {
    const estimate = known.get(id);
    if (estimate === undefined) return [];
    const { mastery, basis: evidence, answered } = estimate;
    return {
      id,
      title,
      domain,
      level,
      mastery,
      evidence,
      answers: answered,
      expected: expectedOf(frozen, id, posterior),
    };
  });
}

/**
 * The share of a skill's questions that would be answered right: its mean over the posterior of the ability, and its
 * values at the ends of the ability's central 95 %, for the share rises with the ability.
 */
function expectedOf({ items }: FrozenBank, skill: string, posterior: AbilityPosterior): SkillMastery['expected'] {
  const own = items.filter((item) => item.skill === skill);
  const at = (ability: number) =>
    own.reduce((sum, { parameters }) => sum + probability(parameters, ability), 0) / own.length;
  let share = 0;
  for (let point = 0; point < POINTS; point++) share += posterior.weights[point]! * at(GRID[point]!);
  return { share, low: at(posterior.quantile(LOW)), high: at(posterior.quantile(HIGH)) };
}
