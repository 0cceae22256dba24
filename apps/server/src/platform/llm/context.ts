import { mostTokensOf, withinTokens } from './tokens.js';

/** A part of a prompt. Parts are fitted by their rank, and put together in the order given. */
export interface PromptSection {
  name: string;
  /** In the order in which they are wanted: what does not fit is left out from the end; the first may be cut instead. */
  pieces: readonly string[];
  /** 1 is fitted first. */
  rank: number;
  /** The most tokens it may take; what it leaves goes to the parts after it. */
  most: number;
}

export interface FittedPrompt {
  /** The parts that have anything left, by name. */
  sections: ReadonlyMap<string, readonly string[]>;
  tokens: number;
  /** Parts of which something was left out. */
  trimmed: readonly string[];
}

/** What a piece costs beside its own tokens: the line between two of them, a heading. */
const AROUND = 4;

/**
 * Fits a prompt to a window: parts by their rank, each within its own budget and what is left of the whole.
 * @param room tokens of the window, without those of instructions and reply
 */
export function fitPrompt(sections: readonly PromptSection[], room: number): FittedPrompt {
  const kept = new Map<string, readonly string[]>();
  const trimmed: string[] = [];
  let left = Math.max(0, room);
  for (const { name, pieces, most } of [...sections].sort((a, b) => a.rank - b.rank)) {
    const budget = Math.min(most, left);
    const fitted: string[] = [];
    let spent = 0;
    for (const piece of pieces) {
      const tokens = mostTokensOf(piece) + AROUND;
      if (spent + tokens <= budget) {
        fitted.push(piece);
        spent += tokens;
        continue;
      }
      if (fitted.length === 0 && budget > 4 * AROUND) {
        const start = withinTokens(piece, budget - AROUND);
        fitted.push(start);
        spent += mostTokensOf(start) + AROUND;
      }
      trimmed.push(name);
      break;
    }
    if (fitted.length > 0) kept.set(name, fitted);
    left -= spent;
  }
  return { sections: kept, tokens: Math.max(0, room) - left, trimmed };
}
