import type { Answer, Item, ItemParameters, ItemStatistics } from '@tailcamp/contracts';
import type { Layout } from '../attempt/question-layout.js';
import { fitOf, type ItemFit } from '../calibration/fit.js';
import { type GivenAnswer, Responses } from '../calibration/responses.js';
import { probability } from '../irt/response.js';

/** Where a curve is drawn: 41 points from −4 to 4. */
const DRAWN = Array.from({ length: 41 }, (_, at) => (at - 20) / 5);

/** The item characteristic curve. */
export const curveOf = (parameters: ItemParameters): ItemStatistics['curve'] =>
  DRAWN.map((ability) => ({ ability, probability: probability(parameters, ability) }));

/**
 * How well one question fits, judged by what else those who answered it have answered.
 * @param measuring all questions of the track with what they measure with now
 */
export function* fitAmong(
  slug: string,
  measuring: readonly { slug: string; parameters: ItemParameters }[],
  answers: Iterable<GivenAnswer>,
): Generator<undefined, ItemFit> {
  const place = measuring.findIndex((item) => item.slug === slug);
  const responses = new Responses(
    measuring.map((item) => item.slug),
    answers,
  );
  const fits = yield* fitOf(
    responses,
    measuring.map(({ parameters }) => parameters),
  );
  return fits[place] ?? { infit: null, outfit: null, curve: [], misfits: [] };
}

/** How often each option of a choice was chosen, in the order of the editor; nothing for other kinds. */
export function chosenOf(
  item: Item,
  answers: readonly { answer: Answer; layout: Layout }[],
): ItemStatistics['options'] {
  if (!('options' in item)) return [];
  const chosen = item.options.map(() => 0);
  for (const { answer, layout } of answers) {
    const places = answer.kind === 'choice' ? [answer.option] : answer.kind === 'choices' ? answer.options : [];
    for (const place of places) {
      const option = layout[place];
      if (option !== undefined && chosen[option] !== undefined) chosen[option] += 1;
    }
  }
  return item.options.map(({ text, right = false }, at) => ({ text, right, chosen: chosen[at] ?? 0 }));
}
