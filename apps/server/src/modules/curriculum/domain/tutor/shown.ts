/** The word with which a model says that the passages do not answer. */
export const NOT_IN_LESSONS = 'NONE';

/** A block of code that begins at the start of a line, as far as it has come. */
const FENCED = /(^```[^\n`]*\n[\s\S]*?(?:^```[ \t]*$|$(?![\s\S])))/m;
const ADDRESS = /(?:[a-z][a-z0-9+.-]*:\/\/|www\.|mailto:|javascript:|data:[a-z]+\/)[^\s)\]>"'`]*/gi;
/** Stand around the number of a source while what only looks like one is taken out; of the private use area. */
const [OPEN, CLOSE] = ['\uE000', '\uE001'];

/**
 * What of a model's reply is shown: Markdown in which nothing can be followed, loaded or run, and only sources are cited that
 * it was given. Addresses stay where the passages have them, as text.
 */
export function shownReply(reply: string, sources: number, passages: readonly string[]): string {
  const known = passages.join('\n').toLowerCase();
  return reply
    .replaceAll(/[\uE000\uE001]/g, '')
    .split(FENCED)
    .map((part, at) => (at % 2 === 1 ? part.replace(/^```[ \t]*mermaid/i, '```') : inert(part, sources)))
    .join('')
    .replace(ADDRESS, (address) => (known.includes(address.toLowerCase().replace(/[.,;:!?]+$/, '')) ? address : '…'))
    .trim();
}

/** What may be shown of a reply that is still coming: a link that has only begun is no text yet. */
export function shownSoFar(reply: string, sources: number, passages: readonly string[]): string {
  if (NOT_IN_LESSONS.startsWith(reply.trim())) return '';
  return shownReply(reply.replace(/!?\[[^\]\n]*$|!?\[[^\]\n]*\]\([^)\n]*$|<[^>\n]*$/, ''), sources, passages);
}

/** The sources that a shown reply cites. */
export const citedIn = (shown: string): ReadonlySet<number> =>
  new Set([...shown.matchAll(/\[(\d{1,2})\]/g)].map(([, number]) => Number(number)));

function inert(text: string, sources: number): string {
  const bare = text
    .replace(/\[((?:\d{1,2}\s*[,;]\s*)+\d{1,2})\]/g, (_, all: string) =>
      all.replace(/\d+/g, '[$&]').replace(/[,;\s]+/g, ''),
    )
    .replace(/\[\^?(\d{1,2})\](?:\([^)\n]*\))?/g, (_, number: string) => cited(Number(number), sources))
    .replace(/!\[[^\]\n]*\]\s?(?:\([^)\n]*\)|\[[^\]\n]*\])?/g, '')
    .replace(/\[([^\]\n]*)\](?:\([^)\n]*\)|\[[^\]\n]*\])/g, '$1')
    .replace(/^[ \t]*\[[^\]\n]+\]:.*$/gm, '')
    .replace(/<\/?[a-z!?][^>\n]*>/gi, '');
  // Whatever has slipped through by nesting or escapes is made text.
  return bare
    .replaceAll('](', '] (')
    .replaceAll('][', '] [')
    .replaceAll(']:', '] :')
    .replaceAll('![', '! [')
    .replace(/<(?=[a-z/!?])/gi, '‹')
    .replaceAll(OPEN, '[')
    .replaceAll(CLOSE, ']');
}

const cited = (number: number, sources: number): string =>
  number >= 1 && number <= sources ? `${OPEN}${number}${CLOSE}` : '';
