import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { allLocales } from '@faker-js/faker';
import { folded } from './lists.js';

export type Language = 'en' | 'es';

/** How a stem becomes a word: with this flag, it loses `strip` and gains what the affix is kept under. */
interface Affix {
  flag: string;
  strip: string;
}

/** British spellings, by American ones; and pronouns behind Spanish verbs. */
const VARIANTS: readonly [RegExp, string][] = [
  [/our/, 'or'],
  [/is(?=e|ing|ation)/, 'iz'],
  [/ys(?=e|ing)/, 'yz'],
  [/tre(?=s?$)/, 'ter'],
  [/ll(?=ed$|ing$|er$)/, 'l'],
  [/ogue/, 'og'],
  [/ence$/, 'ense'],
  [/(?:me|te|se|l[aeo]s?|nos)$/, ''],
];

/**
 * The words of a language, from its spelling dictionary (Hunspell's format): stems, and the affixes that each may take. Accents
 * are left out, as those who write in a hurry leave them out; conditions of affixes are too, since a word too many is no harm here.
 */
class Lexicon {
  readonly #stems = new Map<string, string>();
  readonly #suffixes = new Map<string, Affix[]>();
  readonly #prefixes = new Map<string, Affix[]>();
  #longest = 0;
  /** Words with a capital: places, peoples, makes, and names of persons among them. */
  readonly proper = new Set<string>();

  constructor(words: string, affixes: string) {
    for (const line of words.split('\n')) {
      const [word = '', flags = ''] = line.split(/[/\s]/);
      const stem = folded(word);
      if (/^\p{Lu}/u.test(word)) this.proper.add(stem);
      else if (/^\p{L}/u.test(word)) this.#stems.set(stem, (this.#stems.get(stem) ?? '') + flags);
    }
    for (const line of affixes.split('\n')) {
      const [kind, flag, strip, affix, condition] = line.split(/\s+/);
      if (condition === undefined || flag === undefined || strip === undefined || affix === undefined) continue;
      const added = affix === '0' ? '' : folded(affix.split('/')[0] ?? '');
      const all = kind === 'SFX' ? this.#suffixes : this.#prefixes;
      all.set(added, [...(all.get(added) ?? []), { flag, strip: strip === '0' ? '' : folded(strip) }]);
      this.#longest = Math.max(this.#longest, added.length);
    }
  }

  has(word: string): boolean {
    return (
      this.isListed(word) ||
      VARIANTS.some(([british, american]) => british.test(word) && this.isListed(word.replace(british, american)))
    );
  }

  private isListed(word: string): boolean {
    if (this.#stems.has(word) || this.isSuffixed(word, '')) return true;
    for (let length = 1; length <= Math.min(this.#longest, word.length - 3); length += 1)
      for (const { flag } of this.#prefixes.get(word.slice(0, length)) ?? []) {
        const rest = word.slice(length);
        if (this.#stems.get(rest)?.includes(flag) || this.isSuffixed(rest, flag)) return true;
      }
    return false;
  }

  private isSuffixed(word: string, prefix: string): boolean {
    for (let length = 0; length <= Math.min(this.#longest, word.length - 1); length += 1)
      for (const { flag, strip } of this.#suffixes.get(word.slice(word.length - length)) ?? []) {
        const flags = this.#stems.get(word.slice(0, word.length - length) + strip);
        if (flags?.includes(flag) && flags.includes(prefix)) return true;
      }
    return false;
  }
}

const lexicons = new Map<Language, Lexicon>();
const require = createRequire(import.meta.url);

/** Read at its first use, and kept. */
function lexicon(language: Language): Lexicon {
  let known = lexicons.get(language);
  if (known === undefined) {
    const folder = dirname(require.resolve(`dictionary-${language}`));
    const read = (file: string) => readFileSync(join(folder, file), 'utf8');
    known = new Lexicon(read('index.dic'), read('index.aff'));
    lexicons.set(language, known);
  }
  return known;
}

/** Whether it is a word, given without accents and in small letters. */
export function isWordOf(language: Language, word: string): boolean {
  const known = answers[language].get(word);
  if (known !== undefined) return known;
  const answer = lexicon(language).has(word);
  // Texts repeat their words; kept are as many as a hundred pages have.
  if (answers[language].size >= 20_000) answers[language].clear();
  answers[language].set(word, answer);
  return answer;
}

const answers: Record<Language, Map<string, boolean>> = { en: new Map(), es: new Map() };

let proper: ReadonlySet<string> | undefined;

/** Whether it is written with a capital always and is no person's alone: Ghanaian, Warsaw. */
export function isProper(word: string): boolean {
  proper ??= new Set([...lexicon('en').proper, ...places()]);
  return proper.has(word);
}

/** Towns and countries, as far as they are called by one word. */
function places(): readonly string[] {
  const towns = Object.values(allLocales).flatMap(({ location }) => [
    ...(location?.city_name ?? []),
    ...(location?.country ?? []),
    ...(location?.state ?? []),
  ]);
  return towns.filter((town) => typeof town === 'string' && /^\p{Lu}[\p{Ll}\p{M}]+$/u.test(town)).map(folded);
}

const TELLING: Record<Language, RegExp> = {
  en: /(?<![\p{L}])(?:the|and|of|to|is|are|was|i|you|he|she|it|we|they|my|your|his|her|our|for|with|on|at|by|from|this|that|have|has|had|did|does|do|not|can|could|will|would|if|but|got|there|so|than|any|anyone|all|its|been|some|then|thx|ask|who|what|when|how|please|pls|thanks|hi|hey|said|be|an|or|about|just|me|as|which|before|after)(?![\p{L}])/giu,
  es: /(?<![\p{L}])(?:el|la|los|las|de|del|y|que|en|un|una|es|son|fue|está|con|por|para|mi|tu|su|se|lo|le|les|nos|al|pero|si|sí|como|cuando|quién|qué|cómo|ya|muy|más|hola|gracias|oye|yo|él|ella|nosotros|ha|he|hay|tiene|porfa|esta|este|sin|ni|o|pregunta|alguien|estás|jaja|jajaja|también|dónde|ese|eso|esa|ahí|hoy|mañana|ayer|va|voy|soy|somos|mis|todos|todo|nada|bien|entonces|pues|vale|hizo|hace|puede|puedes|sobre|desde|hasta|cuál|aquí|dijo|dice)(?![\p{L}])/giu,
};

/** The language that a text is written in, by its small words; none where they do not tell. */
export function languageOf(text: string): Language | undefined {
  const [en, es] = [text.match(TELLING.en)?.length ?? 0, text.match(TELLING.es)?.length ?? 0];
  if (en === es) return undefined;
  return en > es ? 'en' : 'es';
}
