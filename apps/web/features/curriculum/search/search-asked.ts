import type { Input } from '@/lib/api/names';

/** As the contract has it. */
export const LONGEST_QUESTION = 300;

/** The question of an address; empty for none. */
export const questionOf = (q: string | string[] | undefined): string =>
  (typeof q === 'string' ? q : '').trim().slice(0, LONGEST_QUESTION).trim();

/** What the page asks for; the same on the server's first paint and in the browser. */
export const searched = (campId: string, q: string): Input<'content.search'> => ({ campId, q, limit: 15 });
