import type { TextPart } from '@tailcamp/contracts';

/** Words in a snippet; a shorter text is shown whole. */
const MOST_WORDS = 36;
/** Words shown before the first that was asked for, where no sentence begins so near. */
const WORDS_BEFORE = 6;

interface Word {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/**
 * The words of a text, in small letters, that may have one of these stems: a stem begins as its words do, but for accents.
 */
export function likelyWords(text: string, stems: readonly string[]): string[] {
  const beginnings = new Set(stems.map(beginningOf));
  const words = wordsOf(text).map((word) => word.text.toLowerCase());
  return [...new Set(words.filter((word) => beginnings.has(beginningOf(word))))];
}

/**
 * The stretch of a text that says the most of the words that were asked for, with these marked.
 * @param stems of its words, in small letters, those of {@link likelyWords} at least
 * @param asked stems of the words that were asked for
 */
export function snippetOf(text: string, stems: ReadonlyMap<string, string>, asked: readonly string[]): TextPart[] {
  const words = wordsOf(text);
  const stemOf = (at: number) => {
    const stem = stems.get((words[at]?.text ?? '').toLowerCase());
    return stem !== undefined && asked.includes(stem) ? stem : undefined;
  };
  const from = bestStart(text, words, stemOf);
  const last = Math.min(words.length, from + MOST_WORDS) - 1;
  const parts: TextPart[] = [];
  const put = (piece: string, marked: boolean) => {
    const before = parts.at(-1);
    if (before?.marked === marked) before.text += piece;
    else if (piece !== '') parts.push({ text: piece, marked });
  };
  let at = from === 0 ? 0 : (words[from]?.from ?? 0);
  if (from > 0) put('… ', false);
  for (let word = from; word <= last; word += 1) {
    const { from: begin, to: end } = words[word] as Word;
    if (stemOf(word) === undefined) continue;
    put(text.slice(at, begin), false);
    put(text.slice(begin, end), true);
    at = end;
  }
  const cut = last < words.length - 1;
  put(text.slice(at, cut ? words[last]?.to : undefined), false);
  if (cut) put(' …', false);
  return parts;
}

/** Where a sentence begins, or some words before one that was asked for; the earliest that shows the most of them. */
function bestStart(text: string, words: readonly Word[], stemOf: (at: number) => string | undefined): number {
  if (words.length <= MOST_WORDS) return 0;
  let best = { start: 0, shown: -1 };
  for (let start = 0; start < words.length; start += 1) {
    if (stemOf(start + WORDS_BEFORE) === undefined && !beginsSentence(text, words[start]?.from ?? 0)) continue;
    const window = Array.from({ length: MOST_WORDS }, (_, at) => stemOf(start + at));
    const shown = new Set(window.filter((stem) => stem !== undefined)).size;
    if (shown > best.shown) best = { start, shown };
  }
  return best.start;
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map(({ 0: word, index: from }) => ({
    text: word,
    from,
    to: from + word.length,
  }));
}

const beginsSentence = (text: string, at: number) =>
  at === 0 || /[.!?:]\s+["'“«(¿¡]?$/u.test(text.slice(Math.max(0, at - 4), at));

const beginningOf = (word: string) => {
  const two = word.slice(0, 2).toLowerCase();
  return /^[a-z0-9]*$/.test(two) ? two : two.normalize('NFD').replace(/\p{M}/gu, '');
};
