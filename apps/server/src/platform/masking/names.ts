import { acts, isDealtWith, isGreeted, isIntroduced, isPlaceBefore, isRelated, isSpokenTo, isThingBefore, isWeaklyIntroduced, speaks } from './cues.js';
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
    const from = first.at - (TITLE.exec(text.slice(Math.max(0, first.at - 12), first.at))?.[0].length ?? 0);
    found.push({ kind: 'PERSON', at: from, text: text.slice(from, last.end) });
    at = end;
  }
  return found;
}

/** Said with a name, it tells of the person as well. */
const TITLE =
  /(?<![\p{L}])(?:Mr|Mrs|Ms|Mx|Miss|Dr|Dra|Prof|Sir|Dame|Sr|Sra|Srta|Don|Doña|D|Dña|Dn|Lic|Ing|Mtro|Mtra)\.? $/u;

function beginsName(text: string, tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined || token.kept || token.code || (token.small && token.shape !== 'initial')) return false;
  const before = text.slice(Math.max(0, token.at - 70), token.at);
  if (token.shape === 'initial') return isInitial(tokens, at);
  if (token.shape === 'capital') return isNameInCapitals(text, tokens, at, before);
  return token.shape === 'lower' && isNameInSmallLetters(text, tokens, at, before);
}

/** "J. Mbeki", "J. L. Bermúdez": a letter before what may be a name. */
function isInitial(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  if (next === undefined || !/^\.? ?$/.test(next.gap) || next.gap === '') return false;
  if (next.shape === 'initial') return next.gap.startsWith('.') && isInitial(tokens, at + 1);
  return (
    next.gap.startsWith('.') && next.shape === 'capital' && !next.kept && !next.small && !next.thing && !next.eponym && (next.name || !next.word)
  );
}

function isNameInCapitals(text: string, tokens: readonly Token[], at: number, before: string): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  const after = text.slice(token.end, token.end + 50);
  const end = tokens[endOfName(tokens, at)];
  const behind = end === undefined ? after : text.slice(end.end, end.end + 50);
  const person = acts(behind) || isSpokenTo(behind) || isDealtWith(before) || isGreeted(before) || isSignature(text, tokens, at);
  if (isIntroduced(before)) return (!token.word || token.name) && !token.thing && !(token.place && !token.given);
  if (isRelated(before) && !token.thing && (!token.word || token.name)) return true;
  if (token.eponym && !token.given) return false;
  if (token.thing || token.eponym) return token.given && (speaks(behind) || isGreeted(before) || hasSurname(tokens, at));
  if (token.place) return token.given && !isPlaceBefore(before) && (speaks(behind) || isGreeted(before) || isDealtWith(before) || hasSurname(tokens, at));
  if (token.proper && isAmongPlaces(tokens, at)) return false;
  if (token.word) return token.given ? isNameAndWord(tokens, at, before, person) : token.name && hasSurname(tokens, at) && !token.starts;
  if (isEponym(before, after) && !token.given) return false;
  if (token.given) return token.text.length > 2 && !(token.proper && isPlaceBefore(before));
  if (token.proper && !token.name) return false;
  if (token.proper && isPlaceBefore(before)) return false;
  if (token.name) return !token.starts || person || hasSurname(tokens, at) || !isThingBefore(before);
  if (isWeaklyIntroduced(before)) return true;
  if (isThingBefore(before) || (isPlaceBefore(before) && !hasSurname(tokens, at))) return false;
  if (token.text.length < 3) return false;
  return !token.starts || person || hasSurname(tokens, at);
}

/** "Lagos, Santiago and Lima": what stands in a row with places is one. */
function isAmongPlaces(tokens: readonly Token[], at: number): boolean {
  const before = tokens.slice(Math.max(0, at - 2), at + 1).reverse();
  const after = tokens.slice(at, at + 3);
  return [before, after].some(([one, next, further]) => {
    const gap = before[0] === one && before[1] === next ? one?.gap : next?.gap;
    if (gap === undefined) return false;
    const neighbour = /^(?:y|and|e|o|or)$/.test(next?.text ?? '') ? further : /^['"]?, ['"]?$/.test(gap) ? next : undefined;
    return neighbour?.place === true && !neighbour.given;
  });
}

/** "Will", "Hope", "Alma": within a sentence by the capital, at its beginning by what follows. */
function isNameAndWord(tokens: readonly Token[], at: number, before: string, person: boolean): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (token === undefined) return false;
  if (hasSurname(tokens, at)) return true;
  if (next?.shape === 'capital' && /^[ -]$/.test(next.gap)) return false;
  if (token.starts) return person;
  return person || !isThingBefore(before);
}

function isNameInSmallLetters(text: string, tokens: readonly Token[], at: number, before: string): boolean {
  const [token, previous] = [tokens[at], tokens[at - 1]];
  if (token === undefined || token.text.length < 3) return false;
  const behind = text.slice(token.end, token.end + 50);
  if (token.thing || token.eponym || token.place) return false;
  if (isTitled(before)) return !token.word || token.name;
  if (!token.name) return !token.word && speaks(behind) && (previous === undefined || previous.opens || previous.word);
  const person = acts(behind) || isSpokenTo(behind);
  const towards = isDealtWith(before) || isGreeted(before) || (isRelated(before) && !/[:,]\s*$/.test(before)) || isWeaklyIntroduced(before) || isIntroducedStrictly(before);
  if (!token.word) {
    if (token.given) return token.text.length > 3 ? !isThingBefore(before) : person || towards;
    return (person || towards) && !isThingBefore(before);
  }
  if (!token.given) return false;
  if (towards && !/^\s\p{Ll}/u.test(behind.replace(/^\s(?:and|y|for|about|that|if|por|que|si|on|at|in|en|to|when|pls|please)(?![\p{L}])/u, '.'))) return isAddressed(before);
  if (previous !== undefined && !previous.opens) return false;
  return isSpokenTo(behind) || ((speaks(behind) || acts(behind)) && (previous !== undefined || !/^\s(?:is|was|may|can|no|es|de|just)\b/.test(behind)));
}

const isTitled = (before: string): boolean =>
  /(?<![\p{L}])(?:mr|mrs|ms|dr|dra|prof|profe|professor|profesor|profesora|doctor|sr|sra|srta|don|doña|señor|señora|me llamo|se llama|my name is|my name's)\.?\s+$/iu.test(before);
const isIntroducedStrictly = (before: string): boolean => /(?:call me|goes by|me dicen)\s$/i.test(before);
const isAddressed = (before: string): boolean =>
  /(?:^|[\s,.!¡])(?:thanks|thx|ty|hi|hey|hello|hola|gracias|oye|che|ask|tell|told|asked|ping|dile a|pregúntale a|pregunta a)\s$/iu.test(before);

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
  return /(?:\n|[-–—~|,])\s*$/.test(text.slice(0, first.at)) && /^\s*(?:$|\n|[|(])/.test(text.slice(last.end));
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
