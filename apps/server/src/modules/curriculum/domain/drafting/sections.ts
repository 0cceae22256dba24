import { codeBlanked, withoutCode } from '../content/lesson-text.js';
import { plain } from '../search/plain.js';

/** The Markdown of a section, without its heading; what stands before the first one for ''. Null where there is none. */
export function sectionOf(body: string, heading: string): string | null {
  const lines = body.split('\n');
  const starts = codeBlanked(body)
    .split('\n')
    .flatMap((line, at) => (line.startsWith('## ') ? [{ at, name: line.slice(3) }] : []));
  const begin = heading === '' ? { at: -1 } : starts.find(({ name }) => plain(name) === plain(heading));
  if (begin === undefined) return null;
  const end = starts.find(({ at }) => at > begin.at)?.at ?? lines.length;
  const text = lines
    .slice(begin.at + 1, end)
    .join('\n')
    .trim();
  return text === '' ? null : text;
}

/** The beginning of a text in plain words, in whole sentences of so many characters. */
export function firstSentences(markdown: string, most: number): string {
  const text = plain(withoutCode(markdown));
  let told = '';
  for (const sentence of text.split(/(?<=[.!?])\s+/)) {
    if (told !== '' && told.length + sentence.length + 1 > most) break;
    told = told === '' ? sentence : `${told} ${sentence}`;
  }
  return told.length > most * 1.5 ? `${told.slice(0, most)}…` : told;
}
