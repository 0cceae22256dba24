const PLAIN = /^[-+−]?(\d+([.,]\d+)?|[.,]\d+)(e[-+]?\d+)?\s*%?$/i;
const RANKED = /^\(?(\d+(?:\.\d+)?)(?:[.):]|\s[-–—=])\s*\p{L}/u;

/** The number a cell holds: `57.6`, `57,6`, `80 %`; null for anything else. */
export function parseNumber(cell: string): number | null {
  const text = cell.trim();
  if (!PLAIN.test(text)) return null;
  const value = Number(text.replace(',', '.').replace('−', '-').replace(/\s*%$/, ''));
  return Number.isFinite(value) ? value : null;
}

/** A number, or the rank that leads a scale's answer: 4 in `4. I have written programs a number of times`. */
export function parseRating(cell: string): number | null {
  const plain = parseNumber(cell);
  if (plain !== null) return plain;
  const ranked = RANKED.exec(cell.trim());
  return ranked === null ? null : Number(ranked[1]);
}
