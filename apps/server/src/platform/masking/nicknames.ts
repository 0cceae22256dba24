import { acts, isDealtWith, isGreeted, isRelated, speaks } from './cues.js';
import { EPONYMS, folded, PLACES, WORDS } from './lists.js';
import type { Found } from './mask.js';
import { isGivenName, isName } from './people.js';
import { isThing } from './things.js';
import { isWordOf } from './words.js';

/** What people are called beside their names: "James aka Jimbo", "they call me Sparky", "old pete", "el Chato". */
export function nicknamesIn(text: string): readonly Found[] {
  return NICKNAMES.flatMap(({ form, holds }) =>
    [...text.matchAll(form)].flatMap((match) => {
      const name = match[1] ?? '';
      const at = match.index + match[0].indexOf(name);
      const [before, after] = [
        text.slice(Math.max(0, at - 70), at),
        text.slice(at + name.length, at + name.length + 50),
      ];
      return holds(name, before, after) ? [{ kind: 'PERSON' as const, at, text: name }] : [];
    }),
  );
}

interface Nickname {
  form: RegExp;
  holds(name: string, before: string, after: string): boolean;
}

const CAPITAL = "\\p{Lu}[\\p{L}\\p{M}'’-]+";
const WORD = "[\\p{L}][\\p{L}\\p{M}'’-]+";

const isNobody = (word: string): boolean =>
  isThing(folded(word)) || [PLACES, EPONYMS, WORDS].some((list) => list.has(folded(word)));
const lastOf = (name: string): string => name.split(' ').at(-1) ?? '';

const NICKNAMES: readonly Nickname[] = [
  {
    form: new RegExp(
      `(?<![\\p{L}])((?:${CAPITAL} ){0,2}${WORD},? \\(?(?:aka|a\\.k\\.a\\.|alias|better known as|also known as|más conocid[oa] como|conocid[oa] como|apodad[oa]) ["'“«]?(?:(?:el|la|the) )?${WORD})`,
      'gu',
    ),
    holds: (name) => /^\p{Lu}|\p{Lu}\S*$/u.test(name) || isGivenName(folded(name.split(/[ ,]/)[0] ?? '')),
  },
  {
    // María "Lupe" Tzoc, Adaeze (Ada) Nwosu
    form: new RegExp(
      `(?<![\\p{L}])(${CAPITAL}(?: ${CAPITAL})? ["'“«(]${CAPITAL}["'”»)] ${CAPITAL}(?: ${CAPITAL})?)`,
      'gu',
    ),
    holds: (name) => !name.split(/[ "'“«(”»)]+/).some(isNobody),
  },
  {
    // Somebody is called so, whatever it is.
    form: new RegExp(
      `(?<![\\p{L}])(?:(?:[Cc]alls?|[Cc]alled|nicknamed) (?:me|him|her|them|us)|(?:[Ww]e|[Tt]hey|[Pp]eople|[Ee]verybody|[Ee]veryone)(?: \\p{L}+){0,3} calls?(?: (?:the|our|my|that)(?: \\p{Ll}+){1,2})?|goes by|[Gg]o by|went by|nicknamed|answers to|(?:[Mm]e|[Tt]e|[Ll]e|[Ll]o|[Ll]a|[Nn]os) (?:dicen|llaman|decimos|decían|llamamos|apodan|apodaron|apodamos|puse|pusieron)|apodad[oa]|apodo (?:es|era)|nickname (?:is|was)) ["'“«]?((?:(?:the|el|la|big|little|old) )?${CAPITAL}(?: ${CAPITAL})?)`,
      'gu',
    ),
    holds: (name) => /\p{Lu}/u.test(name) && !isNobody(lastOf(name)),
  },
  {
    // "Big Steve", "little ana", "el viejo Anselmo".
    form: new RegExp(
      `(?<![\\p{L}])((?:(?:big|lil'?|little|wee|old|young|fat|tall|tiny|crazy|mad|long|short|ginger|fast|sleepy|grandma|grandpa|granny|nanny|auntie|aunt|uncle|cousin|coach|sister|brother|mama|papa|mamá|papá|profe|prof|tía|tío|tia|tio|prim[oa]|comadre|compadre|abuel[oa]|seño|doctora?|don|doña)|(?:el|la|al|del) (?:viej[oa]|chic[oa]|gord[oa]|flac[oa]|negr[oa]|loc[oa]|gran|pequeñ[oa]|jov[ée]n|bella|compa|profe|profesora?|doctora?|mister|tía|tío)) ${WORD})(?!\\p{L})`,
      'giu',
    ),
    holds: (name) => {
      const last = folded(lastOf(name));
      if (!isGivenName(last) || (isNobody(last) && last.length > 2)) return false;
      return /^\p{Lu}/u.test(lastOf(name)) || !isWordOf('en', last) || !isWordOf('es', last);
    },
  },
  {
    // "La Flaca", "el Chino": by what is said of looks, or where the sentence treats it as a person.
    form: new RegExp(`(?<![\\p{L}])((?:[Ee]l|[Ll]a) ${CAPITAL})(?! \\p{Lu})`, 'gu'),
    holds: (name, before, after) => {
      const epithet = lastOf(name);
      if (isNobody(epithet) || !isWordOf('es', folded(epithet)) || /-/.test(epithet)) return false;
      return (
        LOOKS.test(folded(epithet)) ||
        (!OFFICES.test(folded(epithet)) && !/(?:^|[.!?\n]\s*)$/.test(before) && (speaks(after) || isDealtWith(before)))
      );
    },
  },
  {
    form: new RegExp(`(?<![\\p{L}])((?:[Ee]l|[Ll]a|al|del) ${WORD})(?![\\p{L}])`, 'gu'),
    holds: (name, _before, after) => LOOKS.test(folded(lastOf(name))) && (speaks(after) || acts(after, 'es')),
  },
  {
    // "De la Fuente llega tarde": at the beginning, where the small word has a capital too.
    form: new RegExp(
      `(?:^|[.!?:\\n] ?)((?:De l[ao]s?|Del?|Van de[nr]|Van|Von der|Von|D[aio]|Dos|El|Al|Ibn|Bin|de la|van de[nr]) ${CAPITAL})`,
      'gu',
    ),
    holds: (name, _before, after) => {
      const parts = folded(lastOf(name)).split('-');
      return parts.every(
        (part) =>
          (isName(part) || (/^De l/.test(name) && acts(after, 'es'))) &&
          !isNobody(part) &&
          (parts.length > 1 || !isGivenName(part)),
      );
    },
  },
  {
    // "(Engracia, 71)".
    form: new RegExp(`\\((${CAPITAL}(?: ${CAPITAL})?),? \\d{1,2}(?: (?:years|yo|y/o|años|anos))?[),]`, 'gu'),
    holds: (name) => !isNobody(name) && !/^(?:Fig|Table|Tabla|Step|Paso|Eq|Ch|Art|Page|Line)/.test(name),
  },
  {
    // "Hi Sparky", "ask Tank": even a word, where somebody is dealt with by it.
    form: new RegExp(`(?<![\\p{L}])(${CAPITAL})(?! \\p{Lu})`, 'gu'),
    holds: (name, before) => !isNobody(name) && !ROLES.test(name) && isDealtWithByName(before),
  },
];

const isDealtWithByName = (before: string): boolean =>
  /\b(?:hi|hey|dear|hello|ask|tell|told|asked|ping|thanks|thx|hola|dile a|pregúntale a|oye|avísale a),? $/iu.test(
    before,
  ) &&
  (isGreeted(before) || isDealtWith(before) || isRelated(before));

/** How people are called for their looks and ways. */
const LOOKS =
  /^(?:rus|flac|gord|negr|chin|chat|guer|tuert|pelad|rubi|moren|loc|mon|cabezon|enan|colorad|turc|galleg|gring|chuec|tigr|gat|lob|os|poll|pat|rat|sap|zurd|moch|pulg|coj|sord|manc|calv|pelirroj|bajit|alt|larg|peque|nen|bich|chiquit|viej|chav|prim|compadr|comadr|chiv|tor|zorr|cuerv|peluc|barb|pec|gafa|chol|catir|mechud|greñud|grenud|pelon|narizon|orejon|dientud|trompud|patoj|canch|mud|coloch|pelirroj)(?:o|a|e|as|ito|ita|illo|illa|udo|uda|oso|osa)$|^(?:chato|gringo|cabezon|enano|pelon|narizon|orejon|tigre|nene|cumpa|chino|turco|mono|peque|guero|guera|catire|gafas|pecas|barbas|rulos|chispas)$/u;
/** Bodies and roles, which speak as people do. */
const OFFICES =
  /(?:cion|sion|dad|ite|encia|ancia|ento|ia|orio|ura|aje|ente|enta|or|ora|grupo|equipo|escuela|banco|camara|corte|consejo|estado|jefe|jefa)$/u;
/** Those who are greeted by what they are. */
const ROLES =
  /^(?:Team|All|Everyone|Everybody|Folks|Friends?|Support|Admins?|Staff|Instructors?|Class|Mentors?|Coach(?:es)?|Equipo|Sir|Madam|Hiring|Committee|Colleagues?|Students?|Teachers?|Tutors?|Reviewers?|Editors?|Customers?|Users?|Recruiters?|World|Mundo|There|Again|Gente|Chic[oa]s|Compañer[oa]s|Profesor[ae]s|Amig[oa]s|Vecin[oa]s|Client[ea]s?|Siri|Alexa)$/;
