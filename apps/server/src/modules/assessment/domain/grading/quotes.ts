/** As people and models write the same: quotation marks, blanks and case aside. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();

/** Fewer characters would be found in any text. */
const SHORTEST = 8;

/** Whether an answer says so, word by word. */
export function isQuoted(quote: string, answer: string): boolean {
  const bare = plain(quote).replace(/^["'`….\s]+|["'`….\s]+$/g, '');
  const whole = plain(answer);
  return bare.length >= Math.min(SHORTEST, whole.length) && bare !== '' && whole.includes(bare);
}
