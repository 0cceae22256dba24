import { parseNumber } from './numbers.js';

/**
 * What two spellings of one answer have in common: case, spaces, hyphens and punctuation do not count ("non-binary",
 * "Nonbinary"), but they do between digits ("1-2" is not "12"), and `+` and `#` do ("C++" is not "C").
 */
export function spellingKey(answer: string): string {
  const number = parseNumber(answer);
  if (number !== null) return `=${number}`;
  const lower = answer.normalize('NFKC').toLowerCase().trim();
  const key = lower.replace(/(?<!\d)[\s\p{Pd}_'’‘"“”.,:;!?()/]+|[\s\p{Pd}_'’‘"“”.,:;!?()/]+(?!\d)/gu, '');
  return key === '' ? lower : key;
}

/** List cells split at semicolons, commas and line breaks. */
export function splitList(cell: string): string[] {
  return cell
    .split(/[;,\n\r]/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
}

const LEVEL = /^(?<skill>.*\S)\s*:\s+(?<level>\d+(?:\.\d+)?)$/u;

/** A skill of a list with its level: "Python: 3"; listed without one it counts as level 1. */
export function skillLevel(piece: string): { skill: string; level: number } {
  const { skill = piece, level = '1' } = LEVEL.exec(piece)?.groups ?? {};
  return { skill, level: Number(level) };
}

const LONGEST_PIECE = 60;

/** Whether the cells of a column are lists: a fifth of them hold several pieces, which are short and come again. */
export function isList(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== '');
  const several = filled.filter((cell) => /[;,\n]/.test(cell)).length;
  const pieces = filled.flatMap(splitList);
  const distinct = new Set(pieces.map(spellingKey)).size;
  const short = pieces.every((piece) => piece.length <= LONGEST_PIECE);
  return short && several > 0 && several * 5 >= filled.length && pieces.length >= distinct * 2;
}

/** The spellings of each key with how often they occur; the most frequent, or else the first, is the one we show. */
export class Spellings {
  readonly #byKey = new Map<string, Map<string, number>>();

  add(answer: string): string {
    const key = spellingKey(answer);
    const spellings = this.#byKey.get(key) ?? new Map<string, number>();
    spellings.set(answer, (spellings.get(answer) ?? 0) + 1);
    this.#byKey.set(key, spellings);
    return key;
  }

  /** Keys, most frequent first, those equally frequent in order of their first appearance. */
  keys(): string[] {
    const total = (key: string) => [...(this.#byKey.get(key)?.values() ?? [])].reduce((sum, times) => sum + times, 0);
    return [...this.#byKey.keys()].sort((a, b) => total(b) - total(a));
  }

  shown(key: string): string {
    let best = key;
    let most = 0;
    for (const [spelling, times] of this.#byKey.get(key) ?? []) if (times > most) [best, most] = [spelling, times];
    return best;
  }

  /** One sentence for each answer that came in several spellings. */
  notices(column: string): string[] {
    const merged: string[] = [];
    for (const [key, spellings] of this.#byKey) {
      const shown = this.shown(key);
      const others = [...spellings].filter(([spelling]) => spelling !== shown);
      if (others.length === 0) continue;
      const list = others.map(([spelling, times]) => `"${spelling}" (${times})`).join(', ');
      merged.push(`${list} read as "${shown}" in "${column}"`);
    }
    return merged;
  }
}
