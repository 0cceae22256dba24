import type { Answer, AskedQuestion, Item, Key, Marked } from '@tailcamp/contracts';
import { Random } from '../../../../kernel/random.js';

/**
 * In which order the options or lines of a question stand in one attempt: place → place in the item. Empty for a
 * question that has neither.
 */
export type Layout = readonly number[];

/** The same for the same seed, so that a reload shows what stood there; lines never stand in their right order. */
export function layoutOf(item: Item, seed: number): Layout {
  const random = new Random(seed);
  if ('options' in item) return random.shuffled(item.options.map((_, place) => place));
  if (item.kind !== 'ordering') return [];
  const order = random.shuffled(item.lines.map((_, place) => place));
  return order.every((place, at) => place === at) ? [...order.slice(1), 0] : order;
}

/** The question as it is asked: nothing of what would tell the key. */
export function askedOf(item: Item, domain: { id: string; title: string }, layout: Layout): AskedQuestion {
  const code = item.code && {
    language: item.code.language,
    source: item.code.source,
    ...(item.code.file === undefined ? {} : { file: item.code.file }),
  };
  const asked = { domain, stem: item.stem, code: code ?? null };
  switch (item.kind) {
    case 'choice':
    case 'choices': {
      const options = layout.map((place) => item.options[place]!).map(({ text, note = null }) => ({ text, note }));
      return { kind: item.kind, ...asked, options };
    }
    case 'ordering':
      return { kind: item.kind, ...asked, lines: layout.map((place) => item.lines[place]!) };
    case 'text':
      return { kind: item.kind, ...asked, caseMatters: item.caseMatters };
    case 'number':
      return { kind: item.kind, ...asked, unit: item.unit ?? null };
    case 'essay':
      return { kind: item.kind, ...asked, criteria: item.rubric.map(({ criterion }) => criterion) };
    case 'program': {
      const { language, starter, rubric } = item;
      return { kind: item.kind, ...asked, language, starter, criteria: rubric.map(({ criterion }) => criterion) };
    }
  }
}

/** What is wrong with an answer to this question as an answer; null where it is one. */
export function misfitOf(item: Item, answer: Answer): string | null {
  if (answer.kind === 'unknown') return null;
  if (answer.kind !== item.kind) return `The question asks for ${item.kind}, not ${answer.kind}`;
  const places = 'options' in item ? item.options.length : item.kind === 'ordering' ? item.lines.length : 0;
  if (answer.kind === 'choice' && answer.option >= places) return `There are ${places} options`;
  if (answer.kind === 'choices') {
    if (answer.options.some((place) => place >= places)) return `There are ${places} options`;
    if (new Set(answer.options).size < answer.options.length) return 'An option is chosen twice';
  }
  if (answer.kind === 'ordering' && !isPermutation(answer.order, places)) return `Each of ${places} lines stands once`;
  return null;
}

/** Whether an answer is right; null for what is written, which somebody grades. “I don't know yet” is not right. */
export function isRight(item: Item, layout: Layout, answer: Answer): boolean | null {
  if (item.kind === 'essay' || item.kind === 'program') return null;
  switch (answer.kind) {
    case 'choice':
      return 'options' in item && item.options[layout[answer.option] ?? -1]?.right === true;
    case 'choices': {
      if (!('options' in item)) return false;
      const chosen = new Set(answer.options.map((place) => layout[place]));
      return item.options.every(({ right = false }, place) => chosen.has(place) === right);
    }
    case 'ordering':
      return answer.order.every((place, at) => layout[place] === at);
    case 'text':
      return item.kind === 'text' && isAccepted(item, answer.text);
    case 'number':
      // A tolerance of 0.1 shall take 2.1 for 2, which doubles miss by an ulp.
      return (
        item.kind === 'number' &&
        Math.abs(answer.value - item.answer) <= item.tolerance + 4 * Number.EPSILON * Math.abs(item.answer)
      );
    default:
      return false;
  }
}

/** The key by the places of this attempt, with the reasons and the explanation. */
export function markedOf(item: Item, layout: Layout, right: boolean | null): Marked {
  return { right, key: keyOf(item, layout), explanation: item.explanation };
}

function keyOf(item: Item, layout: Layout): Key {
  switch (item.kind) {
    case 'choice':
    case 'choices': {
      const options = layout.map((place) => item.options[place]!);
      return {
        kind: item.kind,
        right: options.flatMap(({ right }, place) => (right ? [place] : [])),
        because: options.map(({ because = null }) => because),
      };
    }
    case 'ordering':
      return { kind: item.kind, order: item.lines.map((_, at) => layout.indexOf(at)) };
    case 'text':
      return { kind: item.kind, accept: item.accept };
    case 'number':
      return { kind: item.kind, answer: item.answer, tolerance: item.tolerance };
    default:
      return { kind: item.kind, sample: item.sample, rubric: item.rubric };
  }
}

function isAccepted({ accept, caseMatters }: Extract<Item, { kind: 'text' }>, text: string): boolean {
  const plain = (some: string) => {
    const even = some.trim().replace(/\s+/g, ' ').normalize('NFC');
    return caseMatters ? even : even.toLowerCase();
  };
  return accept.some((one) => plain(one) === plain(text));
}

function isPermutation(order: readonly number[], count: number): boolean {
  return order.length === count && new Set(order).size === count && order.every((place) => place < count);
}
