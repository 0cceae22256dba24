import { Tiktoken } from 'js-tiktoken/lite';
import o200k from 'js-tiktoken/ranks/o200k_base';

/** Loaded when first needed: its table takes some 100 ms. */
let encoding: Tiktoken | undefined;

/** Cutting a text never lowers the number of its tokens, and keeps their search from growing with its square. */
const PIECE = 200;
/** Other tokenizers cut finer than OpenAI's o200k, by up to a third on code and prose. */
const MARGIN = 1.35;

/** A bound on the tokens of a text, for any of the models: seldom reached, and not passed. */
export function mostTokensOf(text: string): number {
  encoding ??= new Tiktoken(o200k);
  let count = 0;
  for (let from = 0; from < text.length; from += PIECE)
    count += encoding.encode(text.slice(from, from + PIECE), [], []).length;
  return Math.ceil(count * MARGIN);
}

/** The beginning of a text that stays within so many tokens, cut at a word where one ends near. */
export function withinTokens(text: string, most: number): string {
  let [kept, left] = ['', most];
  for (let from = 0; from < text.length; from += PIECE) {
    const piece = text.slice(from, from + PIECE);
    const tokens = mostTokensOf(piece);
    if (tokens > left) return cutAtWord(kept + piece.slice(0, Math.floor((piece.length * left) / tokens / 2)));
    kept += piece;
    left -= tokens;
  }
  return text;
}

function cutAtWord(text: string): string {
  const end = text.search(/\s\S*$/);
  return end > text.length - 40 && end > 0 ? text.slice(0, end) : text;
}
