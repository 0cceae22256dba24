import type { Found } from './mask.js';
import { namesIn } from './names.js';
import { patternsIn } from './patterns.js';

/**
 * All that tells of a person in a text: first what is known of those at hand, then what has a form of its own, then names
 * of whomever. Names in course terms, such as Marie Curie, stay, unless one of those at hand is called so.
 * @param people full names, addresses, account names of those at hand
 */
export function identitiesIn(text: string, people: readonly string[]): readonly Found[] {
  return [...knownIn(text, people), ...patternsIn(text), ...namesIn(text)];
}

/** Wherever they stand, in any case and with or without accents, whole or in parts of three letters and more. */
function knownIn(text: string, people: readonly string[]): readonly Found[] {
  const wanted = new Set<string>();
  for (const person of people) {
    const whole = person.trim();
    if (whole.length < 2) continue;
    wanted.add(whole);
    if (whole.includes('@')) wanted.add(whole.slice(0, whole.indexOf('@')));
    else for (const part of whole.split(/[\s,]+/)) if (part.length >= 3) wanted.add(part);
  }
  if (wanted.size === 0) return [];
  const longestFirst = [...wanted].sort((a, b) => b.length - a.length).map(anyAccents);
  const form = new RegExp(`(?<![\\p{L}\\d])(?:${longestFirst.join('|')})(?![\\p{L}\\d])`, 'giu');
  return [...text.matchAll(form)].map((match) => ({ kind: 'PERSON', at: match.index, text: match[0] }));
}

const ACCENTED: Record<string, string> = {
  a: 'aáàâäãåā',
  c: 'cçćč',
  e: 'eéèêëēę',
  i: 'iíìîïī',
  l: 'lł',
  n: 'nñńň',
  o: 'oóòôöõøō',
  s: 'sśšş',
  u: 'uúùûüū',
  y: 'yýÿ',
  z: 'zźżž',
};

/** A pattern for a text, whichever accents it is written with. */
function anyAccents(text: string): string {
  return [...text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()]
    .map((letter) => {
      const same = ACCENTED[letter];
      if (same !== undefined) return `[${same}]`;
      return /\s/.test(letter) ? '\\s+' : letter.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
    })
    .join('');
}
