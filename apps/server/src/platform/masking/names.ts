import { allLocales } from '@faker-js/faker';
import nlp from 'compromise';
import { AMBIGUOUS, folded, NOT_PERSONS, WORDS } from './lists.js';
import type { Found } from './mask.js';

/** A word with its place. */
interface Token {
  text: string;
  at: number;
  /** Whether it begins a sentence, where every word has a capital. */
  starts: boolean;
  /** What stands between the word before and it. */
  gap: string;
}

/** Small words inside names: Ludwig van Beethoven, María de la Cruz. */
const PARTICLES = new Set([
  'de',
  'del',
  'la',
  'las',
  'los',
  'da',
  'das',
  'do',
  'dos',
  'di',
  'van',
  'von',
  'der',
  'den',
  'ter',
  'bin',
  'al',
  'el',
  'y',
  'e',
  'i',
  'le',
  'du',
  'zu',
]);

/** Words after which a capitalised word is a person's name. */
const CUES = [
  /\b(?:my|her|his|their|our|your) (?:full |real |first )?name(?: is|'s|:)\s+$/i,
  /\b(?:is|was|am) (?:called|named)\s+$/i,
  /\b(?:named|called)\s+$/i,
  /\b(?:mr|mrs|ms|mx|miss|dr|prof|professor|sir|madam|doctor|dame)\.?\s+$/i,
  /\b(?:dear|hi|hello|hey|thanks|thank you|regards|cheers|sincerely|best|love|signed|yours)[,:]?\s+$/i,
  /\b(?:my|our) (?:friend|teammate|team mate|classmate|colleague|partner|tutor|teacher|mentor|instructor|coach|boss|manager|brother|sister|mother|father|mum|mom|dad|son|daughter|wife|husband|cousin|flatmate|roommate|neighbour|neighbor|supervisor),?\s+$/i,
  /\b(?:cc|attn|contact|from|author|reviewer|owner|assignee|assigned to|reported by|written by|mentor|student|teacher|tutor|instructor):\s+$/i,
  /(?:^|[\s¡¿(])me llamo\s+$/iu,
  /\bse llaman?\s+$/i,
  /\bllamad[oa]s?\s+$/i,
  /\b(?:mi|su|tu|nuestro|nuestra) (?:nombre(?: completo)?(?: es|:)|apellido(?: es|:))\s+$/i,
  /\b(?:sr|sra|srta|don|doña|dr|dra|prof|profesor|profesora|d|dña)\.?\s+$/i,
  /\b(?:hola|querid[oa]|estimad[oa]|gracias|saludos|atentamente|un abrazo|besos|adiós|oye)[,:]?\s+$/i,
  /\b(?:mi|nuestro|nuestra|su|tu) (?:amig[oa]|compañer[oa](?: de (?:grupo|equipo|clase|piso))?|tutor|tutora|profe|profesor|profesora|herman[oa]|madre|padre|hij[oa]|prim[oa]|jef[ea]|marido|mujer|novi[oa]|vecin[oa]|mentor|mentora),?\s+$/i,
  /\b(?:el|la) (?:profesor|profesora|tutor|tutora|alumno|alumna|estudiante|instructor|instructora|compañer[oa]|doctor|doctora|señor|señora)\s+$/i,
];
/** These make a name only of a word that could be one: "I am Ludmila", and not "I am Spanish". */
const WEAK_CUES = [/(?:^|[\s("“])(?:I am|I'm|I’m|this is|it's|it is|soy|aquí)\s+$/i];

let firstNames: ReadonlySet<string> | undefined;
let lastNames: ReadonlySet<string> | undefined;

/** Names of people, whether or not anybody knows them: by a dictionary, by what stands before, and by English grammar. */
export function namesIn(text: string): readonly Found[] {
  firstNames ??= namesOf('first_name');
  lastNames ??= namesOf('last_name');
  const tokens = tokensOf(text);
  const found: Found[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined || !beginsName(text, tokens, at)) continue;
    const end = endOfName(tokens, at);
    const last = tokens[end] ?? token;
    const name = text.slice(token.at, last.at + last.text.length);
    if (!isNoPerson(name)) found.push({ kind: 'PERSON', at: token.at, text: name });
    at = end;
  }
  const spoken = spokenOf(text);
  return [...found, ...namesByGrammar(text)].filter(
    (one) => !spoken.some(({ at, end }) => one.at < end && at < one.at + one.text.length),
  );
}

function beginsName(text: string, tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined || !isCapital(token.text) || isNoName(token.text)) return false;
  const before = text.slice(Math.max(0, token.at - 60), token.at);
  if (CUES.some((cue) => cue.test(before))) return true;
  const known = isFirstName(token.text);
  const surname = hasSurname(tokens, at);
  if (WEAK_CUES.some((cue) => cue.test(before))) {
    const after = text.slice(token.at + token.text.length);
    return (
      known || surname || isLastName(token.text) || (isStrange(token.text) && /^(?:[,.!;]|$| from| de )/.test(after))
    );
  }
  if (AMBIGUOUS.has(folded(token.text))) return surname || (!token.starts && known);
  if (known) return token.text.length > 3 || surname || !token.starts;
  // Neither word begins a sentence, so each has its capital of its own.
  if (!token.starts && surname && isLastName(tokens[at + 1]?.text ?? '')) return true;
  return isStrange(token.text) && actsAsPerson(text, tokens, at);
}

/** A word that is written as a name is, and is no word that is known. */
const isStrange = (word: string): boolean => /^\p{Lu}[\p{Ll}\p{M}]{2,}(?:-\p{L}\p{Ll}+)*$/u.test(word);

/** Whether it stands where persons stand: it does what they do, or something is done with it that is done with them. */
function actsAsPerson(text: string, tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const end = tokens[endOfName(tokens, at)];
  if (token === undefined || end === undefined) return false;
  const after = text.slice(end.at + end.text.length, end.at + end.text.length + 40);
  if (DOES.test(after)) return true;
  return !token.starts && TOWARDS.test(text.slice(Math.max(0, token.at - 60), token.at));
}

/** What people do, behind a name. */
const DOES =
  /^\s(?:said|says|wrote|writes|told|tells|thinks|thought|asked|asks|believes|knows|knew|merged|found|finds|joined|left|took|takes|suggested|explained|explains|agreed|agrees|promised|offered|complained|helped|helps|reviewed|fixed|pushed|committed|lives|likes|wants|wanted|needs help|is from|is late|is ill|has asked|hasn't|doesn't|didn't|can't|cannot|won't|and (?:I|me|she|he)\b|and I\b|dijo|dice|escribió|escribe|cree|piensa|opina|preguntó|pregunta|encontró|fusionó|explicó|explica|propuso|arregló|ayudó|ayuda|vive|quiere|quería|necesita|llegó|dejó|revisó|subió|sabe|contó|prometió|terminó|entregó|está enferm[oa]|es de|no pudo|no puede|y yo\b)(?![\p{L}])/iu;
/** What is done with people, before a name. */
const TOWARDS =
  /(?:^|[\s(¿¡])(?:ask|asked|tell|told|gave|give|thank|thanked|meet|met|paired with|work(?:ed|ing)? with|could|would|should|can|did|does|has|is|according to|invited?|joined|helped|by|with|and|nor|or|told|reviewer|from|pregunta(?:r|rle|le|d)? a|pregúntale a|dile a|decir a|dije a|dimos a|di a|avis(?:ó|a|ar|é) a|ayud(?:ó|a|ar|é) a|gracias a|invit(?:ó|a|ar|é) a|junto a|frente a|con|según|podría|puede|podrías|puedes|quiere|la rama de|el código de|el portátil de|el ordenador de|el correo de|la idea de|la propuesta de|la parte de|el turno de|y a|que|de parte de|a|y|ni|o)\s$/iu;

/** Whether a name of more than one word goes on after it. */
function hasSurname(tokens: readonly Token[], at: number): boolean {
  return endOfName(tokens, at) > at;
}

/** The last word of the name that begins at `at`: capitals, with small words only between them. */
function endOfName(tokens: readonly Token[], at: number): number {
  let end = at;
  for (let next = at + 1; next < tokens.length && next - at <= 6; next += 1) {
    const token = tokens[next];
    if (token === undefined || !/^[ \u00a0]$|^ ?- ?$|^\. $/.test(token.gap)) break;
    if (token.gap === '. ' && (tokens[next - 1]?.text.length ?? 2) > 1) break;
    if (isCapital(token.text) && !isNoName(token.text)) end = next;
    else if (!PARTICLES.has(token.text.toLowerCase())) break;
  }
  return end;
}

/** English names by grammar: what compromise takes for a person. */
function namesByGrammar(text: string): readonly Found[] {
  const found: Found[] = [];
  const people = nlp(text).people().json({ offset: true }) as {
    text: string;
    offset?: { start: number; length: number };
  }[];
  for (const { offset } of people) {
    if (offset === undefined) continue;
    const words = tokensOf(text.slice(offset.start, offset.start + offset.length)).filter((word) =>
      isCapital(word.text),
    );
    const [first, last] = [words[0], words.at(-1)];
    if (first === undefined || last === undefined) continue;
    const name = text.slice(offset.start + first.at, offset.start + last.at + last.text.length);
    if (words.every((word) => isNoName(word.text) || AMBIGUOUS.has(folded(word.text)))) continue;
    if (!isNoPerson(name)) found.push({ kind: 'PERSON', at: offset.start + first.at, text: name });
  }
  return found;
}

function tokensOf(text: string): readonly Token[] {
  let end = 0;
  return [...text.matchAll(/\p{L}(?:[\p{L}\p{M}'’-]*\p{L})?/gu)].map((match) => {
    const gap = text.slice(end, match.index);
    const starts =
      end === 0
        ? /^[^\p{L}]*$/u.test(gap)
        : /[.!?…:;\n•*#>|]\s*["'“”«(¡¿\-\s\d.)]*$|["“«(¿¡]$/u.test(gap) && !/^\. $/.test(gap)
          ? true
          : /^[.!?]\s/.test(gap);
    end = match.index + match[0].length;
    return { text: match[0].replace(/['’]s$/, ''), at: match.index, starts, gap };
  });
}

const isCapital = (word: string): boolean =>
  /^\p{Lu}/u.test(word) && !(word.length > 1 && word === word.toUpperCase() && word.length < 4);
const isFirstName = (word: string): boolean => word.split('-').every((part) => firstNames?.has(folded(part)) === true);
const isLastName = (word: string): boolean => lastNames?.has(folded(word)) === true;
const isNoName = (word: string): boolean => WORDS.has(folded(word)) || NOT_PERSONS.has(folded(word));

/** Somebody whom courses speak of, or a thing that is called like a person. */
function isNoPerson(name: string): boolean {
  const whole = folded(name).replace(/'s$/, '');
  return NOT_PERSONS.has(whole) || whole.split(' ').every((word) => NOT_PERSONS.has(word));
}

/** Where such a one stands that is called by several words. */
function spokenOf(text: string): readonly { at: number; end: number }[] {
  return [...text.matchAll(SPOKEN_OF)].map((match) => ({ at: match.index, end: match.index + match[0].length }));
}

const SPOKEN_OF = new RegExp(
  `(?<![\\p{L}])(?:${[...NOT_PERSONS].filter((name) => name.includes(' ')).join('|')})(?![\\p{L}])`,
  'giu',
);

/** Names of all languages that are written in Latin letters, without accents and in small letters. */
function namesOf(part: 'first_name' | 'last_name'): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { person } of Object.values(allLocales)) {
    const given = person?.[part];
    const lists =
      given === undefined || given === null
        ? []
        : Array.isArray(given)
          ? [given]
          : [given.generic, given.female, given.male];
    for (const name of lists.flatMap((list) => list ?? []))
      if (typeof name === 'string' && /^\p{Script=Latin}[\p{Script=Latin}'’ -]{2,}$/u.test(name))
        for (const word of name.split(/[ -]/)) if (word.length > 2 && /^\p{Lu}/u.test(word)) names.add(folded(word));
  }
  return names;
}
