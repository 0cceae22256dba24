/** A score of 0 to 1 as it is printed: `.713`, and `1.0` for all of it. Values that round to 1 are 1. */
export function score(value: number, digits = 2): string {
  if (!Number.isFinite(value)) return '–';
  const text = Math.abs(value).toFixed(digits);
  const short = text.startsWith('1') ? '1.0' : text.replace(/^0/, '');
  return value < 0 && Number(text) !== 0 ? `−${short}` : short;
}

/** A share of 0 to 1 as `71 %`, a no-break space between. */
export const percent = (share: number, digits = 0): string => `${(share * 100).toFixed(digits)}\u00a0%`;

/** `AO` of Amara Okafor, `L` of Leilani. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const first = [...(words[0] ?? '?')][0] ?? '?';
  const last = words.length > 1 ? ([...(words.at(-1) ?? '')][0] ?? '') : '';
  return (first + last).toLocaleUpperCase();
}

/** One of the eight colours of people, the same for the same id everywhere (FNV-1a over the id). */
export function personColour(id: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i += 1) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  return ((hash >>> 0) % 8) + 1;
}

/** The middle of numbers in ascending order; NaN of none. */
export function median(ascending: readonly number[]): number {
  const middle = ascending.length / 2;
  if (ascending.length === 0) return Number.NaN;
  const upper = ascending[Math.floor(middle)] ?? Number.NaN;
  return ascending.length % 2 ? upper : ((ascending[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** A number that may lie on either side of zero, as it is printed: `+0.42`, `−1.10`, `0.00`. */
export function signed(value: number, digits = 2): string {
  const text = Math.abs(value).toFixed(digits);
  if (Number(text) === 0) return text;
  return `${value < 0 ? '−' : '+'}${text}`;
}

/** A width or another small number that is no score: `0.48`. */
export const decimal = (value: number, digits = 2): string => value.toFixed(digits);

/** How long something takes: `40 min`, `1 h 20 min`, with no-break spaces. The same in every language here. */
export function duration(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), Math.round(minutes % 60)];
  const parts = [...(hours > 0 ? [`${hours}\u00a0h`] : []), ...(rest > 0 || hours === 0 ? [`${rest}\u00a0min`] : [])];
  return parts.join(' ');
}
