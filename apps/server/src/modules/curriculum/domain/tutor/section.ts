import { plain } from '../search/plain.js';

/** The longest stretch of a lesson that is given to a model. Characters. */
const LONGEST = 3_000;

/** The section of a lesson in Markdown, code and tables included. @param heading as pieces name it; '': its beginning */
export function sectionOf(body: string, heading: string): string {
  const sections = `\n${body}`.split(/\n(?=##+ )/).map((section) => section.trim());
  const found =
    heading === '' ? sections[0] : sections.find((section) => plain(section.split('\n')[0] ?? '') === heading);
  return (found ?? '').slice(0, LONGEST);
}
