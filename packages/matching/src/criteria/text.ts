/** Dimensions of a text's vector. */
export const TEXT_DIMENSIONS = 512;

const GRAMS = [3, 4] as const;
/** Words that most answers hold say nothing of what two have in common. */
const COMMON_SHARE = 0.5;

export interface Texts {
  /** By student × dimension: vectors of length 1, or of zeros where nothing was written. */
  readonly vectors: Float32Array;
  /** Words of four letters or more that several students use, each with these students. */
  readonly words: readonly { readonly label: string; readonly holders: readonly number[] }[];
}

/** Whether answers are prose rather than categories or lists: mostly one's own, and of several words. */
export function isFreeText(cells: readonly string[]): boolean {
  const pieces = cells.flatMap((cell) => cell.split(/[;,.!?\n\r]/).map((piece) => wordsOf(piece)));
  const said = pieces.filter((words) => words.length > 0);
  const words = said.reduce((sum, piece) => sum + piece.length, 0);
  const distinct = new Set(said.map((piece) => piece.join(' '))).size;
  return words > 2.5 * said.length && distinct * 2 > said.length;
}

/**
 * Answers as vectors of hashed words and of the groups of 3 and 4 letters in them (so that "robot" is near "robotics"), after
 * Weinberger et al., Feature Hashing for Large Scale Multitask Learning, 2009: each falls into one of 512 dimensions with a
 * sign, both by FNV-1a, so that what falls together cancels out on average. A word counts (1 + ln tf) · ln(1 + N ÷ df); the
 * letters in it count together as much as the word. Each vector then gets length 1.
 */
export function readTexts(cells: readonly string[]): Texts {
  const frequency = new Map<number, number>();
  const holders = new Map<string, number[]>();
  cells.forEach((cell, i) => {
    const words = new Set(wordsOf(cell));
    for (const hash of new Set([...words].flatMap((word) => [hashOf(word), ...gramsOf(word)]))) {
      frequency.set(hash, (frequency.get(hash) ?? 0) + 1);
    }
    for (const word of words) {
      if (word.length < 4) continue;
      const known = holders.get(word);
      if (known === undefined) holders.set(word, [i]);
      else known.push(i);
    }
  });
  const written = cells.filter((cell) => cell !== '').length;
  const rarity = (hash: number) => Math.log(1 + written / (frequency.get(hash) ?? 1));
  const vectors = new Float32Array(cells.length * TEXT_DIMENSIONS);
  cells.forEach((cell, i) => {
    fill(vectors.subarray(i * TEXT_DIMENSIONS, (i + 1) * TEXT_DIMENSIONS), cell, rarity);
  });
  const telling = [...holders].filter(([, all]) => all.length > 1 && all.length <= Math.max(2, COMMON_SHARE * written));
  return { vectors, words: telling.map(([label, all]) => ({ label, holders: all })) };
}

function fill(vector: Float32Array, cell: string, rarity: (hash: number) => number): void {
  const times = new Map<string, number>();
  for (const word of wordsOf(cell)) times.set(word, (times.get(word) ?? 0) + 1);
  const put = (hash: number, weight: number) => {
    vector[(hash >>> 1) % TEXT_DIMENSIONS]! += (hash & 1 ? 1 : -1) * weight * rarity(hash);
  };
  for (const [word, count] of times) {
    const weight = 1 + Math.log(count);
    put(hashOf(word), weight);
    const grams = gramsOf(word);
    for (const gram of grams) put(gram, weight / Math.sqrt(grams.length));
  }
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  if (length > 0) for (let d = 0; d < vector.length; d++) vector[d]! /= length;
}

/** Words without case and accents; of those shorter than three letters only abbreviations, which "AI" is and "to" is not. */
function wordsOf(text: string): string[] {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '');
  const words = plain.match(/[\p{L}\p{N}][\p{L}\p{N}+#]*/gu) ?? [];
  return words.filter((word) => word.length > 2 || /^[\p{Lu}\p{N}]{2}$/u.test(word)).map((word) => word.toLowerCase());
}

function gramsOf(word: string): number[] {
  const bounded = `_${word}_`;
  return GRAMS.flatMap((size) =>
    Array.from({ length: Math.max(0, bounded.length - size + 1) }, (_, at) =>
      hashOf(`~${bounded.slice(at, at + size)}`),
    ),
  );
}

/** FNV-1a over UTF-16 code units, stirred at the end so that its low bits are as good as its high ones. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}
