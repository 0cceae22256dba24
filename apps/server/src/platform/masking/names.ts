import {
  acts,
  doesAsPeople,
  isDealtWith,
  isGreeted,
  isHandedTo,
  isIntroduced,
  isPersonal,
  isPlaceBefore,
  isRelated,
  isSpokenTo,
  isThingBefore,
  isTitled,
  isWeaklyIntroduced,
  speaks,
} from './cues.js';
import { besideNames, listedIn } from './lineups.js';
import { EPONYMS, PLACES, THINGS } from './lists.js';
import type { Found } from './mask.js';
import { nicknamesIn } from './nicknames.js';
import { isNameInSmallLetters } from './small-letters.js';
import { endOfName, isOnlyName, MONTHS, PARTICLES, readable, type Token, tokensOf } from './tokens.js';
import { languageOf } from './words.js';

/**
 * Names of people whom nobody knows. A word with a capital that no dictionary has, and that is called like no tool and no place,
 * is a name; one that is a word too ("Will", "Luz") is so where the sentence treats it as a person; in small letters, a name of
 * the dictionaries that is no word, and what stands where people stand.
 */
export function namesIn(text: string): readonly Found[] {
  const tokens = tokensOf(text, languageOf(text), spokenOf(text));
  const found: Found[] = [...listedIn(text, tokens), ...nicknamesIn(text)];
  for (let at = 0; at < tokens.length; at += 1) {
    if (!beginsName(text, tokens, at)) continue;
    const [first, end] = [tokens[at], endOfName(tokens, at)];
    const last = tokens[end];
    if (first === undefined || last === undefined) continue;
    const from = startOf(text, first.at);
    found.push({ kind: 'PERSON', at: from, text: text.slice(from, last.end) });
    at = end;
  }
  return [...found, ...besideNames(tokens, found)];
}

/** Where a name starts that is written with a title and small words before it. */
function startOf(text: string, at: number): number {
  const before = text.slice(Math.max(0, at - 24), at);
  const start = at - (PARTICLE.exec(before)?.[0].length ?? 0);
  return start - (TITLE.exec(text.slice(Math.max(0, start - 14), start))?.[0].length ?? 0);
}

/** Said with a name, a title tells of the person as well; and small words belong to a surname. */
const TITLES =
  '(?<![\\p{L}])(?:mr|mrs|ms|mx|miss|dr|dra|profe?|professor|doctora?|nurse|profesora?|señora?|sir|dame|sra?|srta|don|doña|d|dña|dn|lic|ing|mtro|mtra|maestr[oa]|seño|mister|teacher|padre|sor|fray|pastora?|coach|míster|tía|tío|aunt|auntie|uncle|comadre|compadre|sister|brother|imam|rabbi)\\.? ';
const TITLE = new RegExp(`${TITLES}$`, 'iu');
const PARTICLE =
  /(?<![\p{L}])(?:[Dd]e l[ao]s?|[Vv]an(?: de[nr]?| ['’]t)?|[Vv]on der|D[eia]l?|Do|[Dd]os|[Tt]e[nr]|[Vv]on|Al|El|[Ii]bn|[Bb]in|Ó|Ní|Uí|Mac|Ap) $/u;

/** What stands between a title and a surname. */
const DUTCH =
  /(?<=\s)(?:(?:[Vv]an|[Vv]on|der|den|de|ten|ter|bin|ibn|['’]t) )*(?:[Vv]an|[Vv]on|der|den|ten|ter|bin|ibn|['’]t) $/u;

function beginsName(text: string, tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined || token.kept || token.code) return false;
  const before = text.slice(Math.max(0, token.at - 70), token.at).replace(DUTCH, '');
  if (PARTICLES.has(token.text)) return false;
  if (token.small && token.shape !== 'initial') return isCalledAsMonths(text, tokens, at, before);
  if (token.shape === 'initial') return isInitial(tokens, at);
  if (token.shape === 'capital') return isNameInCapitals(text, tokens, at, before);
  return token.shape === 'lower' && isNameInSmallLetters(text, tokens, at, before);
}

/** "April told me", "según Abril". */
function isCalledAsMonths(text: string, tokens: readonly Token[], at: number, before: string): boolean {
  const token = tokens[at];
  if (token?.shape !== 'capital') return false;
  // "Sunday Adewale".
  const next = tokens[at + 1];
  if (/day$/.test(token.text) && next?.gap === ' ' && next.shape === 'capital' && isOnlyName(next)) return !next.proper;
  if (!MONTHS.test(token.text)) return false;
  const behind = text.slice(token.end, token.end + 50);
  const person =
    speaks(behind) ||
    (doesAsPeople(behind) && !/^ (?:tiene|fue|was|has|is|came|went|goes|comes|brought|viene|vino) /.test(behind)) ||
    DOES_SO.test(behind) ||
    isSignature(text, tokens, at);
  return person || (token.language === 'es' && !token.starts && isDealtWith(before));
}

/** "J. Mbeki", "J. L. Bermúdez": a letter before what may be a name. */
function isInitial(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  if (next === undefined || !/^\.? ?$/.test(next.gap) || next.gap === '') return false;
  if (next.shape === 'initial') return next.gap.startsWith('.') && isInitial(tokens, at + 1);
  return (
    next.gap.startsWith('.') &&
    next.shape === 'capital' &&
    !next.kept &&
    !next.small &&
    !next.thing &&
    !next.eponym &&
    (next.name || !next.word)
  );
}

function isNameInCapitals(text: string, tokens: readonly Token[], at: number, before: string): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  const after = text.slice(token.end, token.end + 50);
  const end = tokens[endOfName(tokens, at)];
  const behind = end === undefined ? after : text.slice(end.end, end.end + 50);
  const person =
    acts(behind, token.language) ||
    isSpokenTo(behind) ||
    isDealtWith(before) ||
    isGreeted(before) ||
    isSignature(text, tokens, at);
  if (isTitled(before) && !token.thing && !token.eponym) return true;
  if (isIntroduced(before)) return (!token.word || token.name) && !token.thing && !(token.place && !token.given);
  if (isRelated(before) && !token.thing && !(token.place && !token.given) && (!token.word || token.name)) return true;
  if (token.eponym && !token.given) return false;
  if (token.thing || token.eponym)
    return token.given && (speaks(behind) || isSpokenTo(behind) || isGreeted(before) || hasSurname(tokens, at));
  if (token.place)
    return (
      token.given &&
      !isPlaceBefore(before) &&
      (speaks(behind) ||
        doesAsPeople(behind) ||
        DOES_SO.test(behind) ||
        isGreeted(before) ||
        isDealtWith(before) ||
        hasSurname(tokens, at))
    );
  if ((token.proper || /\b(?:from|in|of|de|en) $/.test(before)) && isAmongPlaces(tokens, at)) return false;
  if (/\d\.? (?:de )?$/.test(before) || /^,? \d/.test(after)) if (isMonth(token.text)) return false;
  if (token.text.includes('-') && after.startsWith(':') && !token.given) return false;
  if (token.language === 'es' && token.word && !token.given && !token.starts && isPersonal(before))
    return tokens[at + 1]?.shape !== 'capital';
  if (token.compound)
    return (
      (hasSurname(tokens, at) && (tokens[at + 1]?.name === true || person)) ||
      isHandedTo(before) ||
      isPersonalIn(token, before)
    );
  if (token.word)
    return token.given
      ? isNameAndWord(tokens, at, before, behind, person)
      : token.name && hasSurname(tokens, at) && (!token.starts || tokens[at + 1]?.word === false);
  if (isEponym(before, after) && !token.given) return false;
  // "Felicita a Kenia".
  if (token.starts && token.language === 'es' && /^ a \p{Lu}/u.test(after)) return false;
  if (token.given)
    return (
      (token.text.length > 2 || hasSurname(tokens, at) || speaks(behind) || doesAsPeople(behind)) &&
      !(token.proper && !hasSurname(tokens, at) && /\b(?:in|en) $/.test(before))
    );
  if (token.proper && !token.name)
    return hasSurname(tokens, at)
      ? SHORT.test(token.text) || isOnlyName(end)
      : speaks(behind) || (!token.word && (isGreeted(before) || isSpokenTo(behind)));
  if (token.proper && isPlaceBefore(before) && !hasSurname(tokens, at)) return false;
  if (token.name) return !token.starts || person || hasSurname(tokens, at) || !isThingBefore(before, token.language);
  if (isWeaklyIntroduced(before)) return true;
  if (isThingBefore(before, token.language) || (isPlaceBefore(before) && !hasSurname(tokens, at))) return false;
  if (token.text.length < 3)
    return SHORT.test(token.text) && (hasSurname(tokens, at) || speaks(behind) || doesAsPeople(behind));
  return true;
}

const isPersonalIn = ({ language }: Token, before: string): boolean => language === 'es' && isPersonal(before);

/** Those of two letters, before another. */
const SHORT = /^(?:Li|Lu|Wu|Xu|Hu|He|Ma|Yu|Yi|Mo|Bo|Jo|Al|Ed|Ty|Cy|An|Vo|Le|Ng|Ho|Ko|Oh|Su|Tu|Qi|Fu|Du|Ye|Ly)$/;

/** "Lagos, Santiago and Lima": what stands in a row with places is one. */
function isAmongPlaces(tokens: readonly Token[], at: number): boolean {
  const before = tokens.slice(Math.max(0, at - 2), at + 1).reverse();
  const after = tokens.slice(at, at + 3);
  return [before, after].some(([one, next, further]) => {
    const gap = before[0] === one && before[1] === next ? one?.gap : next?.gap;
    if (gap === undefined) return false;
    const neighbour = /^(?:y|and|e|o|or)$/.test(next?.text ?? '')
      ? further
      : /^['"]?, ['"]?$/.test(gap)
        ? next
        : undefined;
    return neighbour?.place === true;
  });
}

/** What follows a verb shows it: "joins us", "toma las notas". */
const DOES_SO =
  /^ (?:(?!(?:is|was|has|does|as|es) )\p{Ll}{2,}s (?:the|an?|us|me|it|from|our|my|his|her|that|up|out)|will (?:take|do|join|bring|present|write|send|be late|help)|(?!(?:fue|tiene|hace|era|que|de|sobre|entre) )\p{Ll}{2,}[ae]n? (?:el|la|los|las|un|una|al|su|mi|lo|que)) /u;

/** "Will", "Hope", "Alma": within a sentence by the capital, at its beginning by what follows. */
function isNameAndWord(tokens: readonly Token[], at: number, before: string, behind: string, person: boolean): boolean {
  const [token, next, previous] = [tokens[at], tokens[at + 1], tokens[at - 1]];
  if (token === undefined) return false;
  if (hasSurname(tokens, at)) return true;
  if (next?.shape === 'capital' && /^[ -]$/.test(next.gap)) return false;
  if (previous?.shape === 'capital' && token.gap === ' ' && previous.word && !previous.small && !isDealtWith(before))
    return false;
  if (token.starts && DOES_SO.test(behind)) return true;
  if (token.starts)
    return person && !/^\s(?:no )?(?:es|is|was|era|fue) (?:not )?(?:an?|the|una?|el|la|lo)\b/.test(behind);
  return person || !isThingBefore(before, token.language);
}

/** "12 Jan 2024". */
const isMonth = (word: string): boolean => /^(?:Jan|Mar)$/.test(word);

function hasSurname(tokens: readonly Token[], at: number): boolean {
  return endOfName(tokens, at) > at;
}

/** Something that is called after somebody: "Levenshtein distance", "teorema de Bayes". */
const isEponym = (before: string, after: string): boolean => CALLED_SO.test(after) || THAT_OF.test(before);
const NOUNS =
  'theorem|algorithm|law|test|distribution|number|numbers|method|kernel|model|distance|similarity|index|coefficient|function|transform|filter|matrix|equation|inequality|paradox|principle|curve|diagram|chart|machine|notation|series|sequence|tree|graph|code|codes|coding|set|space|cipher|score|plot|smoothing|correction|criterion|process|chain|estimator|regression|decomposition|sort|search|cache|framework|library|conjecture|constant|scale|effect|fallacy|pattern|cluster|loss|optimi[sz]er|normal form|hypothesis|problem|problems|dataset|data|server|plugin|package|module|button|page|component|class|interface|driver|client|API|SDK|CLI';
const CALLED_SO = new RegExp(`^(?:'s|’s|-\\p{L}+)? (?:${NOUNS})(?![\\p{L}])`, 'iu');
const THAT_OF =
  /(?<![\p{L}])(?:teorema|algoritmo|ley|prueba|test|distribución|número|números|método|kernel|núcleo|modelo|distancia|índice|coeficiente|función|transformada|filtro|matriz|ecuación|desigualdad|paradoja|principio|curva|diagrama|máquina|notación|serie|sucesión|árbol|grafo|código|conjunto|cifrado|corrección|criterio|proceso|cadena|descomposición|constante|escala|efecto|hipótesis|conjetura|problema|patrón|biblioteca|librería|paquete|framework|clase|componente|theorem|algorithm|law|method|problem|pattern) (?:de |del |of )?$/iu;

/** A name that stands by itself at the end, behind a break or a dash. */
function isSignature(text: string, tokens: readonly Token[], at: number): boolean {
  const [first, last] = [tokens[at], tokens[endOfName(tokens, at)]];
  if (first === undefined || last === undefined || first.at === 0) return false;
  return /(?:\n|[-–—~|,:])\s*$/.test(text.slice(0, first.at)) && /^\s*\.?\s*(?:$|\n|[|(])/.test(text.slice(last.end));
}

/** Where somebody or something stands that is called by several words and is no person at hand. */
function spokenOf(text: string): readonly { at: number; end: number }[] {
  // "María de los Ángeles" is no town.
  const spoken = [...text.matchAll(SPOKEN_OF)].filter(
    ({ index }) => !/\p{Lu}\p{L}+ de $/u.test(text.slice(Math.max(0, index - 30), index)),
  );
  return spoken.map((match) => ({ at: match.index, end: match.index + match[0].length }));
}

const SPOKEN_OF = new RegExp(
  `(?<![\\p{L}])(?:${[...EPONYMS, ...THINGS, ...PLACES]
    .filter((name) => name.includes(' '))
    .map((name) => readable(name))
    .join('|')})(?![\\p{L}])`,
  'giu',
);
