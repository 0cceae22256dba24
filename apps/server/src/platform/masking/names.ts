import {
  acts,
  isDealtWith,
  isGreeted,
  isIntroduced,
  isPersonal,
  isPlaceBefore,
  isRelated,
  isSpokenTo,
  isThingBefore,
  isWeaklyIntroduced,
  speaks,
} from './cues.js';
import { listedIn } from './lineups.js';
import { EPONYMS, PLACES, THINGS } from './lists.js';
import type { Found } from './mask.js';
import { endOfName, readable, type Token, tokensOf } from './tokens.js';
import { languageOf } from './words.js';

/**
 * Names of people whom nobody knows. A word with a capital that no dictionary has, and that is called like no tool and no place,
 * is a name; one that is a word too ("Will", "Luz") is so where the sentence treats it as a person; in small letters, a name of
 * the dictionaries that is no word, and what stands where people stand.
 */
export function namesIn(text: string): readonly Found[] {
  const tokens = tokensOf(text, languageOf(text), spokenOf(text));
  const found: Found[] = [...listedIn(text, tokens)];
  for (let at = 0; at < tokens.length; at += 1) {
    if (!beginsName(text, tokens, at)) continue;
    const [first, end] = [tokens[at], endOfName(tokens, at)];
    const last = tokens[end];
    if (first === undefined || last === undefined) continue;
    const from = first.at - (TITLE.exec(text.slice(Math.max(0, first.at - 14), first.at))?.[0].length ?? 0);
    found.push({ kind: 'PERSON', at: from, text: text.slice(from, last.end) });
    at = end;
  }
  return found;
}

/** Said with a name, it tells of the person as well. */
const TITLE =
  /(?<![\p{L}])(?:Mr|Mrs|Ms|Mx|Miss|Dr|Dra|Prof|Professor|Doctor|Doctora|Nurse|Profesor|Profesora|Señor|Señora|Sir|Dame|Sr|Sra|Srta|Don|Doña|D|Dña|Dn|Lic|Ing|Mtro|Mtra)\.? $/u;

function beginsName(text: string, tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined || token.kept || token.code) return false;
  const before = text.slice(Math.max(0, token.at - 70), token.at);
  if (token.small && token.shape !== 'initial') return isCalledAsMonths(text, tokens, at, before);
  if (token.shape === 'initial') return isInitial(tokens, at);
  if (token.shape === 'capital') return isNameInCapitals(text, tokens, at, before);
  return token.shape === 'lower' && isNameInSmallLetters(text, tokens, at, before);
}

/** "April told me", "según Abril". */
function isCalledAsMonths(text: string, tokens: readonly Token[], at: number, before: string): boolean {
  const token = tokens[at];
  if (token?.shape !== 'capital' || !token.given || token.text.length < 3) return false;
  const person = speaks(text.slice(token.end, token.end + 50)) || isSignature(text, tokens, at);
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
    acts(behind) || isSpokenTo(behind) || isDealtWith(before) || isGreeted(before) || isSignature(text, tokens, at);
  if (isIntroduced(before)) return (!token.word || token.name) && !token.thing && !(token.place && !token.given);
  if (isRelated(before) && !token.thing && !(token.place && !token.given) && (!token.word || token.name)) return true;
  if (token.eponym && !token.given) return false;
  if (token.thing || token.eponym)
    return token.given && (speaks(behind) || isSpokenTo(behind) || isGreeted(before) || hasSurname(tokens, at));
  if (token.place)
    return (
      token.given &&
      !isPlaceBefore(before) &&
      (speaks(behind) || isGreeted(before) || isDealtWith(before) || hasSurname(tokens, at))
    );
  if ((token.proper || /\b(?:from|in|of|de|en) $/.test(before)) && isAmongPlaces(tokens, at)) return false;
  if (/\d\.? (?:de )?$/.test(before) || /^,? \d/.test(after)) if (isMonth(token.text)) return false;
  if (token.text.includes('-') && after.startsWith(':') && !token.given) return false;
  if (token.language === 'es' && token.word && !token.given && !token.starts && isPersonal(before))
    return tokens[at + 1]?.shape !== 'capital';
  if (token.compound) return hasSurname(tokens, at) && (tokens[at + 1]?.name === true || person);
  if (token.word)
    return token.given
      ? isNameAndWord(tokens, at, before, behind, person)
      : token.name && hasSurname(tokens, at) && (!token.starts || tokens[at + 1]?.word === false);
  if (isEponym(before, after) && !token.given) return false;
  // "Felicita a Kenia".
  if (token.starts && token.language === 'es' && /^ a \p{Lu}/u.test(after)) return false;
  if (token.given)
    return token.text.length > 2 && !(token.proper && !hasSurname(tokens, at) && /\b(?:in|en) $/.test(before));
  if (token.proper && !token.name) return false;
  if (token.proper && isPlaceBefore(before) && !hasSurname(tokens, at)) return false;
  if (token.name) return !token.starts || person || hasSurname(tokens, at) || !isThingBefore(before, token.language);
  if (isWeaklyIntroduced(before)) return true;
  if (isThingBefore(before, token.language) || (isPlaceBefore(before) && !hasSurname(tokens, at))) return false;
  if (token.text.length < 3) return false;
  return (
    !token.starts ||
    person ||
    isSignature(text, tokens, at) ||
    (end !== token && (end?.name === true || end?.word === false))
  );
}

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

/** "Will", "Hope", "Alma": within a sentence by the capital, at its beginning by what follows. */
function isNameAndWord(tokens: readonly Token[], at: number, before: string, behind: string, person: boolean): boolean {
  const [token, next, previous] = [tokens[at], tokens[at + 1], tokens[at - 1]];
  if (token === undefined) return false;
  if (hasSurname(tokens, at)) return true;
  if (next?.shape === 'capital' && /^[ -]$/.test(next.gap)) return false;
  if (previous?.shape === 'capital' && token.gap === ' ' && previous.word && !previous.small && !isDealtWith(before))
    return false;
  if (token.starts)
    return person && !/^\s(?:no )?(?:es|is|was|era|fue) (?:not )?(?:an?|the|una?|el|la|lo)\b/.test(behind);
  return person || !isThingBefore(before, token.language);
}

function isNameInSmallLetters(text: string, tokens: readonly Token[], at: number, before: string): boolean {
  const [token, previous] = [tokens[at], tokens[at - 1]];
  if (token === undefined || token.text.length < 3) return false;
  const behind = text.slice(token.end, token.end + 50);
  if (token.thing || token.eponym || token.place) return token.given && speaks(behind);
  if (
    /(?<![\p{L}])(?:my|your|his|her|mi|tu|su|the|an?)\s$/iu.test(
      token.language === 'es' ? before.replace(/(^|\s)a\s$/, '') : before,
    )
  )
    return false;
  const further = tokens[at - 2];
  if (
    /^(?:and|y|e|or|o)$/.test(previous?.text ?? '') &&
    token.given &&
    further?.given &&
    !further.word &&
    !further.thing
  )
    return true;
  if (isTitled(before)) return !token.word || token.name;
  if (!token.name) return !token.word && speaks(behind) && (previous === undefined || previous.opens || previous.word);
  const person = acts(behind) || isSpokenTo(behind);
  const towards =
    isDealtWith(before) ||
    isGreeted(before) ||
    (isRelated(before) && !/[:,]\s*$/.test(before)) ||
    isWeaklyIntroduced(before) ||
    isIntroducedStrictly(before);
  if (!token.word) {
    if (token.given) return token.text.length > 3 ? !isThingBefore(before, token.language) : person || towards;
    return (person || towards) && !isThingBefore(before, token.language);
  }
  if (!token.given) return false;
  if (
    towards &&
    !/^\s\p{Ll}/u.test(
      behind.replace(/^\s(?:and|y|for|about|that|if|por|que|si|on|at|in|en|to|when|pls|please)(?![\p{L}])/u, '.'),
    )
  )
    return isAddressed(before);
  if (previous !== undefined && !previous.opens && !/[,;.!?:\n]/.test(token.gap)) return false;
  return (
    isSpokenTo(behind) ||
    ((speaks(behind) || acts(behind)) &&
      (previous !== undefined || !/^\s(?:is|was|may|can|no|es|de|just)\b/.test(behind)))
  );
}

/** "12 Jan 2024". */
const isMonth = (word: string): boolean => /^(?:Jan|Mar)$/.test(word);

const isTitled = (before: string): boolean =>
  /(?<![\p{L}])(?:mr|mrs|ms|dr|dra|prof|profe|professor|profesor|profesora|doctor|sr|sra|srta|don|doña|señor|señora|me llamo|se llama|my name is|my name's)\.?\s+$/iu.test(
    before,
  );
const isIntroducedStrictly = (before: string): boolean => /(?:call me|goes by|me dicen)\s$/i.test(before);
const isAddressed = (before: string): boolean =>
  /(?:^|[\s,.!¡])(?:thanks|thx|ty|hi|hey|hello|hola|gracias|oye|che|ask|tell|told|asked|ping|dile a|pregúntale a|pregunta a)\s$/iu.test(
    before,
  );

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
  return [...text.matchAll(SPOKEN_OF)].map((match) => ({ at: match.index, end: match.index + match[0].length }));
}

const SPOKEN_OF = new RegExp(
  `(?<![\\p{L}])(?:${[...EPONYMS, ...THINGS, ...PLACES]
    .filter((name) => name.includes(' '))
    .map((name) => readable(name))
    .join('|')})(?![\\p{L}])`,
  'giu',
);
