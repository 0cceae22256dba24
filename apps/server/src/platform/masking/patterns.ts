import { ADDRESSES } from './addresses.js';
import {
  between,
  digitsOf,
  isAadhaar,
  isCard,
  isChineseId,
  isCpf,
  isCuit,
  isIban,
  isLuhn,
  isNhs,
  isNir,
  isPesel,
  isRut,
  isSpanishId,
  isSpanishSecurity,
} from './checks.js';
import { HANDLES } from './handles.js';
import type { Found } from './mask.js';
import type { Pattern } from './pattern.js';

const MONTH =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|enero|ene|febrero|marzo|abril|abr|mayo|junio|julio|agosto|ago|septiembre|setiembre|octubre|noviembre|diciembre|dic';
const DAY = `\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}|\\d{4}[-/.]\\d{2}[-/.]\\d{2}|\\d{1,2} \\d{1,2} \\d{4}|\\d{1,2}(?:st|nd|rd|th|\\.º|º)?(?:[ -]| of | de )(?:the )?(?:${MONTH})\\.?(?:(?:,| de| del| of|-)? ?\\d{4})?(?![\\p{L}])|(?:${MONTH})\\.? \\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?(?!\\d)`;
const BIRTH =
  '(?:(?<![\\p{L}])(?:born|birth ?day|birth ?date|date_?of_?birth|date of birth|birth_date|d\\.?o\\.?b\\.?|b\\.|nac[íi](?:d[oa]s?|ó)?|nacimiento|nacim\\.?|nac\\.|f\\. ?nac\\.?|fecha_?nac(?:imiento)?|fecha_de_nacimiento|fdn|cumpleaños|cumple|cumplo(?: \\d+)?(?: años)?|turn(?:s|ed|ing)? \\d{1,2}))["\']?(?:\\s?(?:[:=]|is|was|es|son|fue|on|el día|el|en \\p{Lu}\\p{L}+,?|in \\p{Lu}\\p{L}+,?|back|the|del?|-|\\)|,)){0,5}\\s?["\']?';

const PERSONAL = [
  "passport|pasaporte|student|matriculation|enrol?ment|registration|candidate|learner|employee|staff|member(?:ship)?|roll|national(?: identity| id| insurance)?|identity card|id card|social security|tax(?:payer)?|nhs|driv(?:er|ing)['’]?s? licen[cs]e|licen[cs]e|insurance|visa|residence permit|green card|library card|payroll|voter",
  'estudiante|expediente|matr[ií]cula|alumn[oa]|emplead[oa]|soci[oa]|colegiad[oa]|legajo|c[ée]dula(?: de (?:ciudadan[ií]a|identidad|extranjer[ií]a))?|carn[ée](?: de (?:conducir|estudiante))?|permiso de conducir|licencia(?: de conducir)?|seguridad social|afiliaci[óo]n|tarjeta sanitaria|documento(?: de identidad)?|boleta|credencial|registro civil',
].join('|');
const SHORT_IDS =
  'ID|D\\.?N\\.?I\\.?|N\\.?I\\.?E\\.?|N\\.?I\\.?F\\.?|C\\.?C\\.?|C\\.?I\\.?|T\\.?I\\.?|R\\.?U\\.?T\\.?|R\\.?U\\.?N\\.?|R\\.?U\\.?C\\.?|R\\.?F\\.?C\\.?|CURP|CUI[TL]|NSS|NUSS|IMSS|INE|SSN|SIN|NIN|BVN|NINo|PAN|PESEL|BSN|CPR|CPF|TIN|EIN|ITIN|UCAS|PPSN?|NRIC|TFN|Aadhaar|Aadhar|CNIC|EGN|JMBG|OIB|HETU|personnummer|codice fiscale|Steuer-?ID|NIP|KTP|NIK|NIA|NUIP|CIP|CUI|cedula|cédula';
const LINK =
  '(?:\\s?(?:number|numbers|no\\.?|nr\\.?|num\\.?|code|id|número|num|n\\.?º|nº|n°|code|código|de|del?|mi|my|is|was|es|era|the|:|#|=|-|,|que (?:me )?(?:piden|dieron|tengo)|(?:in|for|on|en|from) \\p{L}+|\\p{L}+ (?:is|es|son)|\\((?:PESEL|SSN|DNI|NIE|ID)\\))){0,5}[\\s"\'“]{0,2}';

const PATTERNS: readonly Pattern[] = [
  {
    kind: 'EMAIL',
    form: /(?!git@)(?<![\p{L}\d._%+-])[\p{L}\d_][\p{L}\d._%+-]*(?:@|\s?[[({]at[\])}]\s?|\s(?:at|arroba)\s(?=[\p{L}\d-]+\s(?:dot|punto)\s))[\p{L}\d-]+(?:(?:\.|\s?[[({]dot[\])}]\s?|\s(?:dot|punto)\s)[\p{L}\d-]+)*(?:\.|\s?[[({]dot[\])}]\s?|\s(?:dot|punto)\s)\p{L}{2,}/giu,
  },
  {
    kind: 'ACCOUNT',
    form: /\b[A-Z]{2}\d{2}(?:[ -]?[A-Z\d]{4}){2,7}(?:[ -]?[A-Z\d]{1,3})?\b/gi,
    holds: (text) => isIban(text.replace(/-/g, '')),
  },
  // One with a slip of the pen tells nearly as much.
  { kind: 'ACCOUNT', form: /\b[A-Z]{2}\d{2}(?: \d{4}){4,6}(?: \d{1,3})?\b/g },
  { kind: 'ACCOUNT', form: /\bIBAN(?: is| es|:| number)* ?([A-Z]{2}\d{2}[A-Z\d ]{11,36}\d)\b/gi },
  {
    kind: 'ACCOUNT',
    form: /(?<![\p{L}])(?:account|acct\.?|a\/c|sort code|routing|CLABE|CBU|CCI|cuenta(?: bancaria| corriente| de ahorros)?)(?: (?:number|no\.?|número|es|is|nº))*[:#]? ?(\d{2}-\d{2}-\d{2}(?:[ ,]+(?:account )?\d{6,8})?|\d[\d -]{6,26}\d)(?![\p{L}\d])/giu,
  },
  { kind: 'CARD', form: /(?<![\d.])\d(?:[ -]?\d){12,18}(?![\d.]\d)/g, holds: isCard },
  {
    kind: 'NUMBER',
    form: /\b(?:\d{8}[- ]?[A-HJ-NP-TV-Z]|\d{1,2}\.\d{3}\.\d{3}[- ]?[A-HJ-NP-TV-Z]|[XYZ][- ]?\d{7}[- ]?[A-HJ-NP-TV-Z])\b/gi,
    holds: isSpanishId,
  },
  { kind: 'NUMBER', form: /\b(?!000|666)\d{3}-(?!00)\d{2}-(?!0000)\d{4}\b/g },
  {
    kind: 'NUMBER',
    form: /\b(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-TW-Z][A-CEGHJ-NP-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b/gi,
  },
  // CURP and RFC of Mexico, codice fiscale of Italy, PAN of India, NRIC of Singapore: letters and a date, or letters around digits.
  { kind: 'NUMBER', form: /\b[A-Z][AEIOUX][A-Z]{2}\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])[HMX][A-Z]{5}[A-Z\d]\d\b/gi },
  { kind: 'NUMBER', form: /\b[A-ZÑ&]{4}\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])[A-Z\d]{3}\b/g },
  { kind: 'NUMBER', form: /\b[A-Z]{6}\d{2}[A-EHLMPRST]\d{2}[A-Z]\d{3}[A-Z]\b/gi },
  { kind: 'NUMBER', form: /\b[A-Z]{3}[ABCFGHLJPT][A-Z]\d{4}[A-Z]\b/g },
  { kind: 'NUMBER', form: /\b[STFG]\d{7}[A-Z]\b/g },
  { kind: 'NUMBER', form: /(?<![\d.,-])\d{1,2}(?:\.\d{3}){2}-[\dK]\b|(?<![\d.,-])\d{7,8}-[\dK]\b/gi, holds: isRut },
  { kind: 'NUMBER', form: /(?<![\d.,-])(?:20|23|24|27)-\d{8}-\d\b/g, holds: isCuit },
  { kind: 'NUMBER', form: /(?<![\d.,-])\d{3}\.\d{3}\.\d{3}-\d{2}\b/g, holds: isCpf },
  { kind: 'NUMBER', form: /(?<![\d.,-])[2-9]\d{3}[ -]\d{4}[ -]\d{4}(?![\d -]\d)/g, holds: isAadhaar },
  {
    kind: 'NUMBER',
    form: /(?<![\d.,-])[12] ?\d{2} ?(?:0[1-9]|1[0-2]) ?(?:\d{2}|2[AB]) ?\d{3} ?\d{3} ?\d{2}\b/g,
    holds: isNir,
  },
  { kind: 'NUMBER', form: /(?<![\d.,-])\d{2}[ /-]?\d{8}[ /-]?\d{2}(?![\d.,]\d)/g, holds: isSpanishSecurity },
  { kind: 'NUMBER', form: /(?<![\d.,-])\d{3} \d{3} \d{4}(?![\d -]\d)/g, holds: isNhs },
  { kind: 'NUMBER', form: /(?<![\p{L}\d.,/_-])\d{11}(?![\p{L}\d.,/_-]\d|[\p{L}\d_])/gu, holds: isPesel },
  {
    kind: 'NUMBER',
    form: /(?<![\d.,-])[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d{3}[\dX]\b/gi,
    holds: isChineseId,
  },
  // Personnummer of Sweden and CPR of Denmark.
  {
    kind: 'NUMBER',
    form: /(?<![\d.,-])(?:19|20)?\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])[-+]\d{4}\b/g,
    holds: (text) => isLuhn(digitsOf(text).slice(-10)),
  },
  {
    kind: 'NUMBER',
    form: /(?<![\d.,-])\d{6}-[1-4]\d{6}\b|(?<![\d.,-])\d{5}-\d{7}-\d\b|(?<![\d.,-])784-\d{4}-\d{7}-\d\b/g,
  },
  {
    // Whatever is said to be one's number, with five digits at least.
    kind: 'NUMBER',
    form: new RegExp(
      `(?<![\\p{L}\\d_-])(?:(?:${PERSONAL})(?: ?(?:id|number|no\\.?|card|nº|n\\.º|de identidad))?|${SHORT_IDS})(?![\\p{L}])${LINK}((?=(?:[\\p{L}./ -]{0,5}\\d){5})\\p{L}{0,5}[-/ ]?\\d[\\p{L}\\d]*(?:[./ -][\\p{L}\\d]*\\d[\\p{L}\\d]*|-[\\p{L}](?![\\p{L}]))*)`,
      'giu',
    ),
    holds: (text) => digitsOf(text).length >= 5 && !/^\d{4}-\d{2}-\d{2}$/.test(text),
  },
  {
    kind: 'PHONE',
    form: /(?<![\p{L}\d.,/_-])(?:\+|00)\d{1,3}(?:[ ./-]{0,2}\(?\d{1,4}\)?){2,6}(?![\p{L}\d/_-])/gu,
    holds: (text) => between(digitsOf(text).length, 8, 15),
  },
  { kind: 'PHONE', form: /(?<![\p{L}\d.,/_-])\+\d{8,15}(?![\p{L}\d/_-])/gu },
  {
    kind: 'PHONE',
    form: /(?<![\p{L}\d.,/_+-])(?:\(\d{2,5}\) ?\d{3,4}[ .-]?\d{3,4}|0\d{1,4}[ -]\d{3,4}[ -]?\d{3,4}|0\d{4}[ -]?\d{5,6}|0[789]\d{9}|\d{3}[ .-]\d{3}[ .-]\d{3,4}|[6789]\d{2}[ .-]?\d{2}[ .-]?\d{2}[ .-]?\d{2}|[6789]\d{2}[ .-]\d{3}[ .-]\d{3})(?![\p{L}\d/_-]|[.,]\d)/gu,
    holds: (text) => between(digitsOf(text).length, 9, 11),
  },
  {
    // A number by which somebody can be reached, whatever its grouping.
    kind: 'PHONE',
    form: /(?<![\p{L}])(?:tel(?:[ée]fono|ephone|[ée]f|f)?|tlf|tfno|phone|phoned?|call(?:ed)?(?: (?:me|her|him|us|them))?|ring(?: me)?|text(?: (?:me|her|him))?|sms|whats?app(?: me)?|wh?ats|wasap|guasap|mobile|cell(?:phone)?|m[óo]vil|celular|cel|fijo|ll[áa]ma(?:me|nos|le|la|lo)?|ll[áa]men(?:me)?|m[áa]rca(?:me|le)|bizum|extension|fax|landline|reach(?:ed)?(?: (?:me|her|him|us))?|contact[oa]?|my number|her number|his number|their number|mi n[úu]mero|su n[úu]mero|emergency contact)["']?\.?(?:[\s:,=(>"'–-]|is|are|on|at|to|number|no\.|es|al|a|el|en|un|número|by|me|de|del|mi|my|her|his|their|our|trabajo|casa|home|work|office|phone|mobile|móvil|or|if|urgent|por|favor|\p{Lu}\p{Ll}+){0,12}((?:\+|\()?\d[\d ().-]{5,17}\d)(?![\p{L}\d/_]|[.,]\d)/giu,
    holds: (text) => between(digitsOf(text).length, 7, 15),
  },
  ...ADDRESSES,
  { kind: 'DATE', form: new RegExp(`${BIRTH}(${DAY})`, 'giu') },
  ...HANDLES,
];

/** Identifiers that are known by their form. */
export function patternsIn(text: string): readonly Found[] {
  return PATTERNS.flatMap(({ kind, form, holds }) =>
    [...text.matchAll(form)].flatMap((match) => {
      const part = match.slice(1).find((group) => group !== undefined);
      const found = part ?? match[0];
      const at = match.index + (part === undefined ? 0 : match[0].lastIndexOf(part));
      return holds === undefined || holds(found) ? [{ kind, at, text: found }] : [];
    }),
  );
}
