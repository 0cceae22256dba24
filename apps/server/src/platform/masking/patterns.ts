import type { Found, Kind } from './mask.js';

/** What has a form of its own, with a check where the form alone says too little. */
interface Pattern {
  kind: Kind;
  /** Global; where it has a group, that alone is meant. */
  form: RegExp;
  holds?(text: string): boolean;
}

const MONTH =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre';
const DAY = `\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}(?:st|nd|rd|th)?(?: of| de)? (?:${MONTH})(?:,| de| del| of)? ?\\d{4}|(?:${MONTH}) \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}`;
const BIRTH =
  '(?:born(?: in [\\p{Lu}][\\p{L}]+)?(?: on)?|birth ?day(?: is| on|:)?(?: on)?|date of birth(?: is|:)?|d\\.?o\\.?b\\.?(?: is|:)?|nac[íi](?:do|da|ó)?(?: en [\\p{Lu}][\\p{L}]+)?(?: el)?|fecha de nacimiento(?: es|:)?(?: el)?|cumpleaños(?: es|:)?(?: el)?)';
const STREET_AFTER =
  'street|st\\.?|avenue|ave\\.?|road|rd\\.?|lane|ln\\.?|drive|dr\\.?|boulevard|blvd\\.?|court|ct\\.?|place|pl\\.?|square|terrace|close|crescent|way|gardens|grove|mews|row|parade';
const STREET_BEFORE =
  'calle|c/|avenida|avda\\.?|av\\.?|plaza|pza\\.?|paseo|p\\.º|camino|carretera|ronda|travesía|rúa|carrer';

const PATTERNS: readonly Pattern[] = [
  { kind: 'EMAIL', form: /[\p{L}\d._%+-]+(?:@|\s?\[at\]\s?)[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.\p{L}{2,}/gu },
  { kind: 'ACCOUNT', form: /\b[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){2,7}(?: ?[A-Z\d]{1,3})?\b/g, holds: isIban },
  { kind: 'CARD', form: /(?<![\d.])\d(?:[ -]?\d){12,18}(?![\d.])/g, holds: isCard },
  { kind: 'NUMBER', form: /\b(?:\d{8}[- ]?[A-HJ-NP-TV-Z]|[XYZ][- ]?\d{7}[- ]?[A-HJ-NP-TV-Z])\b/gi, holds: isSpanishId },
  { kind: 'NUMBER', form: /\b(?!000|666|9\d\d)\d{3}-(?!00)\d{2}-(?!0000)\d{4}\b/g },
  {
    kind: 'NUMBER',
    form: /\b(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b/gi,
  },
  {
    kind: 'NUMBER',
    form: /\b(?:passport|pasaporte|student (?:id|number)|matriculation number|número de (?:estudiante|expediente|matrícula)|expediente)(?: number| no\.?| número| n\.º)?(?: is| es|:| #)? ?((?=[A-Z\d-]*\d)[A-Z\d][A-Z\d-]{4,14})\b/gi,
  },
  {
    kind: 'PHONE',
    form: /(?<![\p{L}\d.,/_-])(?:\+|00)\d{1,3}(?:[ .-]?\(?\d{1,4}\)?){2,6}(?![\p{L}\d/_-])/gu,
    holds: (text) => between(digitsOf(text).length, 8, 15),
  },
  {
    kind: 'PHONE',
    form: /(?<![\p{L}\d.,/_+-])(?:\(\d{2,4}\) ?\d{3,4}[ .-]?\d{3,4}|0\d{2,4}[ -]\d{3,4}[ -]?\d{3,4}|\d{3}[ .-]\d{3}[ .-]\d{3,4}|[6789]\d{2}[ .-]?\d{2}[ .-]?\d{2}[ .-]?\d{2})(?![\p{L}\d/_-]|[.,]\d)/gu,
    holds: (text) => between(digitsOf(text).length, 9, 11),
  },
  {
    kind: 'ADDRESS',
    form: new RegExp(
      `\\b\\d{1,5}[a-z]?,? (?:(?:\\p{Lu}[\\p{L}'’.-]*|of|the|de|la) ){1,4}(?:${STREET_AFTER})(?![\\p{L}])(?:,? (?:flat|apt\\.?|apartment|unit|suite|no\\.?) ?[\\p{L}\\d-]+)?(?:,? [A-Z]{1,2}\\d{1,2}[A-Z]? ?\\d[A-Z]{2}\\b)?`,
      'giu',
    ),
    holds: (text) => /\d/.test(text) && /\p{Lu}/u.test(text),
  },
  {
    kind: 'ADDRESS',
    form: new RegExp(
      `(?<![\\p{L}])(?:${STREET_BEFORE}) (?:(?:de|del|la|las|los|el) )*\\p{Lu}[\\p{L}'’.-]*(?: (?:(?:de|del|la|las|los|y) )*\\p{Lu}[\\p{L}'’.-]*){0,4},? (?:(?:n\\.?º|núm\\.?|número|n°) ?)?\\d{1,4}(?:,? ?\\d{1,2}\\.?º(?: ?[A-Z]\\b)?)?(?:,? ?\\d{5}\\b)?`,
      'giu',
    ),
    holds: (text) => /\p{Lu}/u.test(text.replace(/^\S+/, '')),
  },
  { kind: 'DATE', form: new RegExp(`${BIRTH} (${DAY})`, 'giu') },
  {
    kind: 'HANDLE',
    form: /(?<![\p{L}\d./@:])@(?=[\p{L}\d_.-]*\p{L})[\p{L}\d_][\p{L}\d_.-]{1,38}[\p{L}\d_](?![\p{L}\d@/(])/gu,
    holds: (name) => !AT_WORDS.test(name.slice(1)),
  },
];

/** Words behind an @ that belong to code: decorators, packages, rules of style sheets. */
const AT_WORDS =
  /^(?:media|import|keyframes|font-face|supports|layer|container|property|override|param|returns?|throws|deprecated|see|example|type|typedef|default|todo|types|babel|angular|nestjs|testing-library|property|staticmethod|classmethod|dataclass|pytest|app|router|Component|Injectable|Input|Output|Module|Controller|Get|Post|Put|Delete|Test|Override|Deprecated|Autowired|Entity|Column|everyone|here|channel|all|latest|next|click|submit|change)$/;

/** Identifiers that are known by their form. */
export function patternsIn(text: string): readonly Found[] {
  return PATTERNS.flatMap(({ kind, form, holds }) =>
    [...text.matchAll(form)].flatMap((match) => {
      const found = match[1] ?? match[0];
      const at = match.index + (match[1] === undefined ? 0 : match[0].lastIndexOf(match[1]));
      return holds === undefined || holds(found) ? [{ kind, at, text: found }] : [];
    }),
  );
}

const digitsOf = (text: string): string => text.replace(/\D/g, '');
const between = (value: number, low: number, high: number): boolean => value >= low && value <= high;

/** ISO 13616: moved round and read as a number, it leaves 1 when divided by 97. */
function isIban(text: string): boolean {
  const compact = text.replace(/\s/g, '');
  if (!between(compact.length, 15, 34)) return false;
  const turned = compact.slice(4) + compact.slice(0, 4);
  let rest = 0;
  for (const letter of turned)
    for (const digit of String(Number.parseInt(letter, 36))) rest = (rest * 10 + Number(digit)) % 97;
  return rest === 1;
}

/** The check of Luhn (ISO/IEC 7812). */
function isCard(text: string): boolean {
  const digits = [...digitsOf(text)].reverse().map(Number);
  if (!between(digits.length, 13, 19) || digits[digits.length - 1] === 0) return false;
  const sum = digits.reduce((total, digit, at) => {
    const doubled = at % 2 === 1 ? digit * 2 : digit;
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

/** DNI and NIE: the letter is the number modulo 23. */
function isSpanishId(text: string): boolean {
  const compact = text.toUpperCase().replace(/[- ]/g, '');
  const number = Number(compact.slice(0, -1).replace(/^[XYZ]/, (letter) => String('XYZ'.indexOf(letter))));
  return 'TRWAGMYFPDXBNJZSQVHLCKE'[number % 23] === compact.at(-1);
}
