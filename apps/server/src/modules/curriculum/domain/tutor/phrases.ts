/** What in a question says more than its words one by one. */
export interface Phrases {
  /** What is written with a capital within a sentence: mostly names of tools, which the subject stands and falls with. */
  names: readonly string[];
  /** Terms of code, such as `COUNT`, `useEffect`, `dense_rank`, `401`. */
  terms: readonly string[];
  /** Two words side by side, neither of them a small one. */
  pairs: readonly RegExp[];
}

const SMALL = new Set(
  `what does how why when which the a an is are do i my to of in on for and or not be can should with from by if as it that
  this they them me you we our your so than then has have was were will would could such other each
  qué cómo por cuándo cuál el la los las un una es son hago hacer mi de del en para y o no se puede debo con si que lo
  esto eso me tú tu su al más`.split(/\s+/),
);

export function phrasesOf(question: string): Phrases {
  const words = question.match(/[\p{L}\p{N}_*()-]+/gu)?.map((word) => word.replace(/\(.*$|[()*]/g, '')) ?? [];
  const names = [...question.matchAll(/(?<=[\p{L}\p{N},;:'")] )\p{Lu}[\p{L}\p{N}+#-]+/gu)];
  return {
    names: names.map(([name]) => name.toLowerCase()),
    terms: words.filter((word) => word.length > 1 && /^\p{Lu}[\p{Lu}\d]+$|\p{Ll}\p{Lu}|_|\d/u.test(word)),
    pairs: words.slice(1).flatMap((second, at) => {
      const pair = [words[at] ?? '', second].map((word) => word.toLowerCase().replace(/[^\p{L}\p{N}_]/gu, ''));
      return pair.some((word) => word.length < 3 || SMALL.has(word)) ? [] : [besideEachOther(pair)];
    }),
  };
}

const besideEachOther = (words: readonly string[]): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])${words.map(inAnyForm).join('[^\\p{L}\\p{N}]{1,3}')}`, 'iu');

/** A word with whichever ending. */
const inAnyForm = (word: string): string => `${word.length > 5 ? word.slice(0, -2) : word}[\\p{L}\\p{N}_]*`;

interface Said {
  heading: string;
  text: string;
  says: readonly string[];
}

/** How often pieces have each phrase, from 0 for never towards 1, on average; 0 where there are none. */
export function saturation(phrases: readonly RegExp[], pieces: readonly Said[]): number {
  const texts = pieces.map(({ heading, text }) => `${heading}. ${text}`);
  const told = phrases.map((phrase) => texts.filter((text) => phrase.test(text)).length);
  return told.length === 0 ? 0 : told.reduce((sum, times) => sum + times / (times + 1), 0) / told.length;
}

export const asWritten = (term: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}_])${term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{N}_])`, 'u');

export const hasName = ({ text, heading, says }: Said, name: string): boolean =>
  `${heading} ${text}`.toLowerCase().includes(name) ||
  says.some((word) => name.startsWith(word) || word.startsWith(name));
