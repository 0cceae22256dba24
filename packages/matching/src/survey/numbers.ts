const PLAIN = /^[-+−]?(\d+([.,]\d+)?|[.,]\d+)(e[-+]?\d+)?\s*%?$/i;
const RANKED = /^\(?(\d+(?:\.\d+)?)(?:[.):]|\s[-–—=])\s*\p{L}/u;

/** The number a cell holds: `57.6`, `57,6`, `80 %`; null for anything else. */
export function parseNumber(cell: string): number | null {
  const plain = Number(cell);
  // What ends in a digit and is a number to JavaScript is one here, unless it is hexadecimal and the like: no pattern is needed.
  if (
    Number.isFinite(plain) &&
    isDigit(cell.charCodeAt(cell.length - 1)) &&
    !(cell.charCodeAt(1) > 64 && cell.charCodeAt(0) === 48)
  )
    return plain;
  const text = cell.trim();
  if (!PLAIN.test(text)) return null;
  const value = Number(text.replace(',', '.').replace('−', '-').replace(/\s*%$/, ''));
  return Number.isFinite(value) ? value : null;
}

const isDigit = (code: number) => code >= 48 && code <= 57;

/** A number, or the rank that leads a scale's answer: 4 in `4. I have written programs a number of times`. */
export function parseRating(cell: string): number | null {
  const plain = parseNumber(cell);
  if (plain !== null) return plain;
  const ranked = RANKED.exec(cell.trim());
  return ranked === null ? null : Number(ranked[1]);
}

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

/** A rating, or the rank in `2nd`, `2nd choice`, `Choice 2`, `second choice`; null for anything else. */
export function parseRank(cell: string): number | null {
  const rating = parseRating(cell);
  if (rating !== null) return rating;
  const text = cell.trim().toLowerCase();
  const counted =
    /^(\d+)\s?(?:st|nd|rd|th|[.ºª])(?:\s\p{L}+)?$/u.exec(text) ??
    /^(?:choice|rank|priority|preference)\s?#?(\d+)$/.exec(text);
  if (counted !== null) return Number(counted[1]);
  const ordinal = ORDINALS.indexOf(/^(\p{L}+)(?:\s(?:choice|priority|preference))?$/u.exec(text)?.[1] ?? '');
  return ordinal === -1 ? null : ordinal + 1;
}
