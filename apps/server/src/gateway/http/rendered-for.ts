import { randomBytes, timingSafeEqual } from 'node:crypto';

/** On a page's request, and on what that page asks of the API: for which address it is rendered. */
export const RENDERED_FOR = 'x-rendered-for';

/** Known to this process alone, which renders the pages and answers them: nobody else can speak for another address. */
const KEY = randomBytes(32).toString('base64url');

export const renderedFor = (address: string): string => `${KEY} ${address}`;

/** The address that a page is rendered for; null for a header that is not of our own making. */
export function addressRenderedFor(header: string | readonly string[] | undefined): string | null {
  if (typeof header !== 'string' || header[KEY.length] !== ' ') return null;
  const [key, expected] = [Buffer.from(header.slice(0, KEY.length)), Buffer.from(KEY)];
  return key.length === expected.length && timingSafeEqual(key, expected) ? header.slice(KEY.length + 1) : null;
}
