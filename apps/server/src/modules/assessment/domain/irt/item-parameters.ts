import type { Item, ItemParameters } from '@tailcamp/contracts';

/** What the author of an item says of it, for a model that knows no answers yet; of a graded one it means nothing. */
export function authoredParameters(item: Item): ItemParameters {
  const { discrimination, difficulty } = item;
  return { discrimination, difficulty, guessing: item.guessing ?? chanceOf(item) };
}

/** Whether an author has thought again, before which an estimate gives way. */
export function saysOtherFigures(now: Item, before: Item): boolean {
  const [a, b] = [authoredParameters(now), authoredParameters(before)];
  return a.discrimination !== b.discrimination || a.difficulty !== b.difficulty || a.guessing !== b.guessing;
}

/** How often somebody who knows nothing picks the right option; what has to be written or put in order is not guessed. */
function chanceOf(item: Item): number {
  return item.kind === 'choice' ? 1 / item.options.length : 0;
}
