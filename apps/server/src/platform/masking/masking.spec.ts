import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identitiesIn, Mask } from './index.js';

/** A sentence of the corpus, with what tells of a person in it. */
interface Sentence {
  text: string;
  marked: readonly { at: number; end: number; text: string }[];
}

/** What tells of a person stands between `[[` and `]]`. */
function corpus(name: string): readonly Sentence[] {
  const lines = readFileSync(new URL(`corpus/${name}.txt`, import.meta.url), 'utf8').split('\n');
  return lines
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => {
      const marked: { at: number; end: number; text: string }[] = [];
      let text = '';
      for (const part of line.replaceAll('\\n', '\n').split(/(\[\[.*?\]\])/)) {
        if (part.startsWith('[[')) {
          const identity = part.slice(2, -2);
          marked.push({ at: text.length, end: text.length + identity.length, text: identity });
          text += identity;
        } else text += part;
      }
      return { text, marked };
    });
}

/** Recall: what is masked whole, of what should be. Precision: what should be, at least in part, of what is masked. */
function measure(sentences: readonly Sentence[]) {
  const [missed, wrong]: [string[], string[]] = [[], []];
  let [wanted, hit, found, right] = [0, 0, 0, 0];
  for (const { text, marked } of sentences) {
    const spans = identitiesIn(text, []).map((one) => ({ at: one.at, end: one.at + one.text.length, text: one.text }));
    const covered = new Set(spans.flatMap(({ at, end }) => Array.from({ length: end - at }, (_, off) => at + off)));
    for (const { at, end, text: identity } of marked) {
      wanted += 1;
      const places = Array.from({ length: end - at }, (_, off) => at + off);
      if (places.every((place) => covered.has(place) || /[\s.,'’-]/.test(text[place] ?? ''))) hit += 1;
      else missed.push(`${identity} in: ${text}`);
    }
    for (const span of distinct(spans)) {
      found += 1;
      if (marked.some(({ at, end }) => span.at < end && at < span.end)) right += 1;
      else wrong.push(`${span.text} in: ${text}`);
    }
  }
  return { recall: hit / wanted, precision: right / found, wanted, found, missed, wrong };
}

function distinct<T extends { at: number; end: number }>(spans: readonly T[]): readonly T[] {
  const sorted = [...spans].sort((a, b) => a.at - b.at || b.end - a.end);
  return sorted.filter((span, at) => !sorted.slice(0, at).some((before) => span.at < before.end));
}

// All of these were seen by who wrote the rules: they hold what was reached, and prove nothing about other people's sentences.
// development-4 was held out once: written without sight of the rules, and after them, it told a recall of .932 (English) and
// .917 (Spanish) with a precision of .947 and .957 of the rules before these. Half of development-5 was written before these
// rules by their author and only measured while they grew: it told .732 of both languages before, and .964 and 1 after.
const parts = ['development', 'development-2', 'development-3', 'development-4', 'development-5'];
// held-out was written after the rules by somebody who had seen this spec and the first ten sentences of development.en, but not them.
// It told, at its first run, a recall of .974 (English) and .958 (Spanish) with a precision of .919 and .911. Who changes the rules by its misses
// has seen it: it is a development corpus then, and another must be held out.
const corpora = [...parts, 'held-out'].flatMap((part) => ['en', 'es'].map((language) => `${part}.${language}`));
describe.each(corpora)('identities in %s', (name) => {
  it('are found, and little else', () => {
    const { recall, precision, missed, wrong } = measure(corpus(name));
    expect({ recall, missed }).toEqual({
      recall: expect.toSatisfy((share) => share >= 0.95),
      missed: expect.anything(),
    });
    expect({ precision, wrong }).toEqual({
      precision: expect.toSatisfy((share) => share >= 0.9),
      wrong: expect.anything(),
    });
  });

  it('come back as they were', () => {
    for (const { text } of corpus(name)) {
      const mask = new Mask((given) => identitiesIn(given, []));
      expect(mask.unmask(mask.mask(text))).toBe(text);
    }
  });
});

describe('names of nobody at hand', () => {
  const masked = (text: string) => new Mask((given) => identitiesIn(given, [])).mask(text);

  it.each([
    // A word that is a name too is one where the sentence treats it as a person.
    ['Will you explain closures?', 'Will you explain closures?'],
    ['Will explained closures.', '⟦PERSON1⟧ explained closures.'],
    ['Luz verde para el viernes.', 'Luz verde para el viernes.'],
    ['Luz tiene el cable.', '⟦PERSON1⟧ tiene el cable.'],
    // An unknown word with a capital is a name, unless it is called like a thing.
    ['We waited for Qatuvela again.', 'We waited for ⟦PERSON1⟧ again.'],
    ['The Qatuvela distribution is skewed.', 'The Qatuvela distribution is skewed.'],
    ['Sarah Watson and Edsger Dijkstra', '⟦PERSON1⟧ and Edsger Dijkstra'],
    // In small letters it must be a name of the dictionaries, or stand where people stand.
    ['i asked prof okafor', 'i asked ⟦PERSON1⟧'],
    ['nah will already fixed that', 'nah ⟦PERSON1⟧ already fixed that'],
    ['is hope coming to the retro', 'is ⟦PERSON1⟧ coming to the retro'],
    ['hope this helps', 'hope this helps'],
    // What somebody is called beside a name, and accounts that are called after somebody.
    ['La Flaca tiene los apuntes', '⟦PERSON1⟧ tiene los apuntes'],
    ['El Observador avisa al Sujeto', 'El Observador avisa al Sujeto'],
    ['I think Big Steve has it', 'I think ⟦PERSON1⟧ has it'],
    ['blame says jpark touched it', 'blame says ⟦HANDLE1⟧ touched it'],
    ['the iframe has no sandbox', 'the iframe has no sandbox'],
    // Who is joined with somebody is somebody.
    ['Mark and Priyanka split it', '⟦PERSON1⟧ and ⟦PERSON2⟧ split it'],
    ['the mark was low, mark said', 'the mark was low, ⟦PERSON1⟧ said'],
  ])('are told from words: %s', (text, wanted) => {
    expect(masked(text)).toBe(wanted);
  });

  it('are found in time', () => {
    const text = readFileSync(new URL('corpus/development-2.en.txt', import.meta.url), 'utf8').replace(/[[\]]/g, '');
    identitiesIn(text, []);
    const passes = [1, 2, 3].map(() => {
      const before = process.cpuUsage();
      identitiesIn(text, []);
      const { user, system } = process.cpuUsage(before);
      return user + system;
    });
    // The quickest, for others use the machine: microseconds a letter, which are milliseconds for 1,000.
    expect(Math.min(...passes) / text.length).toBeLessThan(5);
  });
});

describe('numbers with a check', () => {
  it.each([
    ['98031427161', true],
    ['98031427162', false],
    ['2341 2341 2346', true],
    ['2341 2341 2347', false],
    ['12.345.678-5', true],
    ['12.345.678-6', false],
    ['20-12345678-6', true],
    ['20-12345678-7', false],
    ['529.982.247-25', true],
    ['529.982.247-26', false],
    ['30.123.456-Q', false],
    ['HEGG560427MVZRRL04', true],
  ])('are masked where it holds: %s', (text, wanted) => {
    expect(identitiesIn(`value ${text}.`, []).some((found) => found.kind === 'NUMBER')).toBe(wanted);
  });
});

describe('identities of those at hand', () => {
  const people = ['Ludmila Brennstein', 'Ada Lovelace', 'José Núñez', 'kb77@uni.example'];
  const masked = (text: string) => new Mask((given) => identitiesIn(given, people)).mask(text);

  it.each([
    ['ludmila BRENNSTEIN agreed', '⟦PERSON1⟧ agreed'],
    ['jose nunez and José Núñez', '⟦PERSON1⟧ and ⟦PERSON2⟧'],
    ['brennstein, l.', '⟦PERSON1⟧, l.'],
    ['ask kb77 about it', 'ask ⟦PERSON1⟧ about it'],
    ['unbrennsteinian', 'unbrennsteinian'],
  ])('are masked in any case, with or without accents, whole or in part: %s', (text, wanted) => {
    expect(masked(text)).toBe(wanted);
  });

  it('are masked where somebody is called as courses speak of others', () => {
    expect(masked('Ada Lovelace is in my group')).not.toContain('Lovelace');
    expect(new Mask((given) => identitiesIn(given, [])).mask('Ada Lovelace wrote it')).toBe('Ada Lovelace wrote it');
  });
});

describe('a mask', () => {
  const people = ['Ludmila Brennstein', 'Tobias', 'x@y.example'];
  const pieces = fc.constantFrom(
    ...people,
    'Ludmila',
    ' ',
    ', ',
    '⟦PERSON1⟧',
    '⟦',
    '⟧',
    'said',
    '+44 20 7946 0958',
    '\n',
    'Dr ',
    'a',
    'É',
    '🙂',
  );
  const texts = fc.array(fc.oneof(pieces, fc.string({ maxLength: 8 })), { maxLength: 25 }).map((some) => some.join(''));
  const maskOf = () => new Mask((text) => identitiesIn(text, people));

  it('gives every text back as it was', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const mask = maskOf();
        expect(mask.unmask(mask.mask(text))).toBe(text);
      }),
    );
  });

  it('lets nobody at hand through, whatever stands around', () => {
    const around = fc.array(pieces, { maxLength: 8 }).map((some) => some.join(' '));
    fc.assert(
      fc.property(around, around, (before, after) => {
        expect(maskOf().mask(`${before} Ludmila Brennstein ${after}`)).not.toMatch(/Ludmila|Brennstein/);
      }),
    );
  });

  it('gives a reply back in pieces as it does in one', () => {
    fc.assert(
      fc.property(texts, fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }), (text, lengths) => {
        const mask = maskOf();
        const masked = mask.mask(`${text} Tobias`);
        const unmasking = mask.unmasking();
        let [given, at] = ['', 0];
        for (let turn = 0; at < masked.length; turn += 1) {
          const length = lengths[turn % lengths.length] ?? 1;
          given += unmasking.next(masked.slice(at, at + length));
          at += length;
        }
        expect(given + unmasking.rest()).toBe(`${text} Tobias`);
      }),
    );
  });

  it('has one placeholder for one text, so that people can be told apart', () => {
    const mask = maskOf();
    expect(mask.mask('Tobias and x@y.example and Tobias')).toBe('⟦PERSON1⟧ and ⟦PERSON2⟧ and ⟦PERSON1⟧');
    expect(mask.unmaskAll({ who: ['⟦PERSON2⟧'], n: 3, none: null })).toEqual({
      who: ['x@y.example'],
      n: 3,
      none: null,
    });
  });
});
