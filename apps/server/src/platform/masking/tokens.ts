import { EPONYMS, folded, PLACES, WORDS } from './lists.js';
import { isGivenInSpanish, isGivenName, isName, isUsualGivenName } from './people.js';
import { isThing } from './things.js';
import { isProper, isWordOf, type Language } from './words.js';

/** A word with its place, and what is known of it. */
export interface Token {
  text: string;
  at: number;
  end: number;
  shape: 'capital' | 'lower' | 'initial' | 'other';
  /** What stands between the word before and it. */
  gap: string;
  /** Whether it begins a sentence, where every word has a capital. */
  starts: boolean;
  /** Whether it is one behind which a clause begins: "if", "que". */
  opens: boolean;
  /** Part of what is called by several words and is no person. */
  kept: boolean;
  /** Part of code, a path or an address. */
  code: boolean;
  /** Of those that name nobody: "the", "Monday", "profesor". */
  small: boolean;
  word: boolean;
  /** Of two words that courses write as one. */
  compound: boolean;
  /** That of the whole text. */
  language: Language | undefined;
  given: boolean;
  name: boolean;
  proper: boolean;
  thing: boolean;
  place: boolean;
  eponym: boolean;
}

/** Small words inside names: Ludwig van Beethoven, María de la Cruz. */
export const PARTICLES = new Set(
  'de del la las los da das do dos di van von der den ter ten te bin ibn bint ben al el y e i le du zu zum af av san santa st mac ap ó ní nic uí mhic t o ul uz abu'.split(
    ' ',
  ),
);
/** Months that people are called by. */
export const MONTHS = /^(?:Abril|April|May|June|Julio|August|Augusto?|Domingo)$/;
const OPENING = new Set(
  'nah nope yep yeah yup ah oh ugh omg wait lmfao think thought guess believe hope heard know knew suppose assume bueno ay uf nop epa dale creo creía creia pienso supongo parece if and but when that because so lol lmao haha ok okay then as since while though unless whether jaja jajaja jajajaja si que y pero cuando porque pues aunque entonces oye hey che well btw fyi or also'.split(
    ' ',
  ),
);
/** Capitals within a word that names have: McDonald, O'Neill, DeShawn. */
const INNER = /^(?:(?:al|el|ben|bin)-|Mc|Mac|[ODLNMT]['’]|De|Di|Da|La|Le|Van|Von|Fitz|Al|El|Ó)\p{Lu}\p{Ll}+$/u;

export function tokensOf(
  text: string,
  language: Language | undefined,
  spokenOf: readonly { at: number; end: number }[],
): readonly Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const match of text.matchAll(/\p{L}(?:[\p{L}\p{M}'’-]*[\p{L}\p{M}])?/gu)) {
    const word = match[0].replace(/['’](?:s|ve|ll|d|re|m)$/, '');
    const at = match.index;
    const gap = text.slice(end, at);
    const parts = folded(word).split('-');
    const every = (of: (part: string) => boolean) => parts.every(of);
    const name = every((part) => isName(part));
    // A name that is a word of another language only, such as Rosa in English, is none here.
    const languages: readonly Language[] =
      language === undefined || !every((part) => isGivenName(part)) ? ['en', 'es'] : [language];
    const isWord = languages.some((one) => every((part) => isWordOf(one, part)));
    const [thing, place] = [isThing(folded(word)), PLACES.has(folded(word))];
    const eponym = EPONYMS.has(folded(word)) || every((part) => EPONYMS.has(part));
    const isOther = thing || place || eponym;
    tokens.push({
      text: word,
      at,
      end: at + word.length,
      shape: shapeOf(word, name && !isWord),
      gap,
      starts: startsSentence(gap, end === 0),
      opens: OPENING.has(folded(word)),
      kept: spokenOf.some((span) => span.at <= at && at < span.end),
      code: isCode(text, at, at + match[0].length),
      small: [word, match[0], word.replace(/s$/, '')].some((one) => WORDS.has(folded(one))),
      word: isWord,
      compound: !name && !isWord && every(isCompound),
      language,
      given:
        every(isUsualGivenName) ||
        (!isOther && (every(isGivenName) || (language === 'es' && /^\p{Lu}/u.test(word) && every(isGivenInSpanish)))),
      name,
      proper: parts.length === 1 && every(isProper) && !INNER.test(word),
      thing,
      place,
      eponym,
    });
    end = at + match[0].length;
  }
  return tokens;
}

/** The last word of the name that begins at `at`: capitals, with small words only between them; or names in small letters. */
export function endOfName(tokens: readonly Token[], at: number): number {
  const first = tokens[at];
  let end = at;
  for (let next = at + 1; next < tokens.length && next - end <= 3; next += 1) {
    const token = tokens[next];
    if (token === undefined || first === undefined || token.kept || token.code) break;
    const previous = tokens[next - 1];
    if (!(/^[ \u00a0]$|^ ?- ?$|^ ['’]$/.test(token.gap) || (previous?.shape === 'initial' && /^\. ?$/.test(token.gap))))
      break;
    if (first.shape === 'lower') {
      // "marcus w", "ama boateng", "bob whitlock".
      const initial = /^[^aeiouxy]$/.test(token.text) && next === at + 1;
      const surname = token.text.length > 1 && !token.word && !token.thing && !token.compound && !token.small;
      if (token.shape !== 'lower' || !(initial || (surname && (token.name || (first.given && !first.word))))) break;
      end = next;
    } else if (
      token.shape === 'initial' &&
      (tokens[next + 1]?.shape === 'capital' || next === tokens.length - 1 || first.given || !first.word)
    )
      end = next;
    else if (/^(?:Ní|Nic|Uí)$/.test(token.text)) continue;
    else if (token.shape === 'capital' && goesOn(token, previous)) end = next;
    else if (!PARTICLES.has(token.text.toLowerCase()) || (/^[yei]$/.test(token.text) && !isSurname(tokens[next + 1])))
      break;
  }
  return end;
}

/** Whether it can be a surname behind a name. */
function goesOn(token: Token, previous: Token | undefined): boolean {
  if (token.thing || token.eponym) return token.name && (previous?.given === true || previous?.shape === 'initial');
  if (token.small) return false;
  if (token.name || !token.word) return true;
  // Behind what is nothing but a name even a word is one: Naledi Stone.
  return (
    previous?.shape === 'capital' &&
    !previous.word &&
    !previous.compound &&
    !previous.thing &&
    (previous.given || !previous.proper)
  );
}
/** A name, and nothing else. */
export const isOnlyName = (token: Token | undefined): boolean =>
  token !== undefined &&
  (token.name || !token.proper) &&
  !token.word &&
  !token.thing &&
  !token.place &&
  !token.compound &&
  !token.small;

const isSurname = (token: Token | undefined): boolean =>
  token?.shape === 'capital' && !isUsualGivenName(folded(token.text)) && !token.place && !token.thing;

function shapeOf(word: string, name: boolean): Token['shape'] {
  if (/^\p{Lu}$/u.test(word)) return 'initial';
  if (/^\p{Lu}(?:[\p{Ll}\p{M}]|['’](?=\p{L}))+(?:-\p{L}[\p{Ll}\p{M}]*)*$/u.test(word) || INNER.test(word))
    return 'capital';
  if (/^\p{Lu}[\p{L}\p{M}'’]+(?:-(?:\p{Lu}['’]?)*[\p{Ll}\p{M}]+)+$/u.test(word)) return 'capital';
  if (/^\p{Lu}{4,}$/u.test(word) && name) return 'capital';
  return /^[\p{Ll}\p{M}'’-]+$/u.test(word) ? 'lower' : 'other';
}

function startsSentence(gap: string, first: boolean): boolean {
  if (first) return true;
  return /(?:[.!?…:]\s|[\n•*#>|/=]|[-–—]\s)[\s"'“”«(¡¿\-\d.]*$|["“«¿¡(]$/u.test(gap) && gap !== '. '
    ? true
    : /^[.!?]\s/.test(gap);
}

/** Whether it touches what only code, paths and addresses have. */
function isCode(text: string, at: number, end: number): boolean {
  const [before, after] = [text.slice(Math.max(0, at - 2), at), text.slice(end, end + 2)];
  if (/\p{Lu}\p{Ll}*$/u.test(text.slice(at, at + 2)) && /\p{Ll}\/$/u.test(before)) return false;
  if (/^\p{Lu}\p{Ll}+$/u.test(text.slice(at, end)) && /^\/\p{Lu}$/u.test(after)) return false;
  return (
    /[_$\\/\d@#=<]$|[\p{L}\d_)\]]\.$|::$|--$|\S-$/u.test(before) ||
    /^(?:[_\\/\d@]|\(\)?|\.[\p{L}\d_]|::|\[|=)/u.test(after)
  );
}

/** What courses make of two words: standup, tailwind, codebase. */
function isCompound(word: string): boolean {
  for (let cut = 3; cut <= word.length - 2; cut += 1) {
    const second = word.slice(cut);
    if (
      (second.length > 2 || /^(?:up|in|on|er)$/.test(second)) &&
      isWordOf('en', word.slice(0, cut)) &&
      isWordOf('en', second)
    )
      return true;
  }
  return false;
}

/** A folded name as a pattern, with whichever accents and gaps it is written. */
export const readable = (name: string): string =>
  [...name]
    .map((letter) => {
      if (letter === ' ') return '\\s+';
      const accented: Record<string, string> = {
        a: '[aáàâäãå]',
        e: '[eéèêë]',
        i: '[iíìîï]',
        o: '[oóòôöø]',
        u: '[uúùûü]',
        n: '[nñ]',
        c: '[cç]',
      };
      return accented[letter] ?? letter.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    })
    .join('');
