import type { TextPart } from '@tailcamp/contracts';

/** Stand around a marked word where the database marks it; hardly any text has them. */
export const MARK = { start: '\u0002', end: '\u0003' };

/** @param marked plain text with {@link MARK} around words */
export function textParts(marked: string): TextPart[] {
  return marked.split(MARK.start).flatMap((part, at) => {
    if (at === 0) return part === '' ? [] : [{ text: part, marked: false }];
    const [word = '', ...rest] = part.split(MARK.end);
    const after = rest.join('');
    return [{ text: word, marked: true }, ...(after === '' ? [] : [{ text: after, marked: false }])];
  });
}
