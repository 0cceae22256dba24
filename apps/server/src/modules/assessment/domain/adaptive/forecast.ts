import { Random } from '../../../../kernel/random.js';
import type { AbilityPosterior } from '../irt/posterior.js';
import { probability } from '../irt/response.js';
import type { ItemBank } from './item-bank.js';
import { type Standing, select } from './select.js';

export interface Forecast {
  /** The numbers of the last question between which the test most likely ends: the middle four fifths of what may come. */
  readonly from: number;
  readonly to: number;
  /** The mean standard error after each question to come, from the next to the last of `to`. */
  readonly standardErrors: readonly number[];
}

/** How many courses of the rest are played; each takes some tens of microseconds. */
const COURSES = 12;

/**
 * Plays the rest of the test for learners whose abilities are drawn evenly over the posterior, by the same rules. What
 * the graph would settle on the way is left as it is now.
 * @param seed with which the courses are drawn: the same gives the same forecast
 */
export function forecast(
  bank: ItemBank,
  standing: Standing,
  posterior: AbilityPosterior,
  { seed, standardError, most }: { seed: number; standardError: number; most: number },
): Forecast {
  const random = new Random(seed);
  const sofar = standing.answered.reduce((sum, count) => sum + count, 0);
  const courses = Array.from({ length: COURSES }, (_, course) => {
    const ability = posterior.quantile((course + 0.5) / COURSES);
    return play(bank, standing, posterior, ability, random, Math.min(most, bank.size) - sofar, standardError);
  });
  const lengths = courses.map(({ length }) => sofar + length).sort((a, b) => a - b);
  const off = Math.floor(COURSES / 10);
  const [from, to] = [lengths[off]!, lengths[COURSES - 1 - off]!];
  const standardErrors = Array.from({ length: to - sofar }, (_, step) => {
    const reached = courses.map((course) => course[Math.min(step, course.length - 1)] ?? posterior.standardError);
    return reached.reduce((sum, each) => sum + each, 0) / COURSES;
  });
  return { from, to, standardErrors };
}

/** The standard errors of one course, for each question until it is over. */
function play(
  bank: ItemBank,
  standing: Standing,
  posterior: AbilityPosterior,
  ability: number,
  random: Random,
  questions: number,
  precise: number,
): readonly number[] {
  const { asked, answered } = standing;
  const ahead: Standing = { ...standing, asked: asked.slice(), answered: answered.slice() };
  const course = posterior.copy();
  const standardErrors: number[] = [];
  while (standardErrors.length < questions && course.standardError > precise) {
    const selected = select(bank, ahead, course.ability);
    if (selected === null) break;
    const { place } = selected;
    const right = random.chance(probability(bank.items[place]!.parameters, ability));
    course.add(bank.curves(place)[right ? 'right' : 'wrong']);
    ahead.asked[place] = 1;
    ahead.answered[bank.domainOf[place]!]! += 1;
    standardErrors.push(course.standardError);
  }
  return standardErrors;
}
