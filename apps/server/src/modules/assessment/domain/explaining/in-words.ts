import type { Answer, AUTOMATIC, Item } from '@tailcamp/contracts';
import { isRight, type Layout } from '../attempt/question-layout.js';

/** A question that has a key. */
export type KeyedItem = Extract<Item, { kind: (typeof AUTOMATIC)[number] }>;

/** An answer to a question, whatever the order in which its options or lines stood. */
export interface Chosen {
  /** The same for the same answer. */
  id: string;
  /** As it reads. */
  words: string;
  right: boolean;
  /** What the question itself says of the wrong options that were chosen. */
  because: readonly string[];
}

/** @param answer null where time was up before it */
export function chosenIn(item: KeyedItem, layout: Layout, answer: Answer | null): Chosen {
  if (answer === null || answer.kind === 'unknown') {
    return { id: 'unknown', words: '(says that they do not know)', right: false, because: [] };
  }
  const right = isRight(item, layout, answer) === true;
  const places = placesOf(answer).map((place) => layout[place] ?? place);
  if ('options' in item) {
    const chosen = places.toSorted((a, b) => a - b);
    const options = chosen.flatMap((place) => item.options[place] ?? []);
    const because = options.flatMap(({ because: why }) => why ?? []);
    return { id: chosen.join(' '), words: options.map(({ text }) => text).join('\n') || '(none)', right, because };
  }
  if (item.kind === 'ordering') {
    const words = places.map((place) => item.lines[place] ?? '').join('\n');
    return { id: places.join(' '), words, right, because: [] };
  }
  const words = answer.kind === 'text' ? answer.text : answer.kind === 'number' ? String(answer.value) : '';
  return { id: words, words, right, because: [] };
}

const placesOf = (answer: Answer): readonly number[] => {
  if (answer.kind === 'choice') return [answer.option];
  if (answer.kind === 'choices') return answer.options;
  return answer.kind === 'ordering' ? answer.order : [];
};

/** The key as it reads. */
export function keyInWords(item: KeyedItem): string {
  if ('options' in item) return item.options.flatMap(({ right, text }) => (right ? [text] : [])).join('\n');
  if (item.kind === 'ordering') return item.lines.join('\n');
  if (item.kind === 'text') return item.accept.join(' | ');
  return item.tolerance > 0 ? `${item.answer} ± ${item.tolerance}` : String(item.answer);
}

export const isKeyed = (item: Item): item is KeyedItem => item.kind !== 'essay' && item.kind !== 'program';
