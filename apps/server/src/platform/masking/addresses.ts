import type { Pattern } from './pattern.js';

/** Where somebody lives: street, number, floor, postcode and town, as they are written in different countries. */

const NAME = "\\p{Lu}[\\p{L}'’-]*\\.?";
const SMALL = '(?:de|del|la|las|los|el|of|the|da|do|dos|di|des|du|y|e|von|van|der|den|am|an|im|zum|zur)';
const NAMES = `(?:${SMALL} ){0,3}(?:${NAME}|\\d{1,2} de \\p{L}+)(?: (?:${SMALL} ){0,2}${NAME}){0,4}`;
const AFTER =
  'street|st\\.?|avenue|ave\\.?|road|rd\\.?|lane|ln\\.?|drive|dr\\.?|boulevard|blvd\\.?|court|ct\\.?|place|pl\\.?|square|sq\\.?|terrace|close|crescent|cres\\.?|way|gardens|grove|mews|row|parade|parkway|pkwy|highway|hwy|circle|cir\\.?|trail|hill|walk|wharf|quay|rise|view|green|park|embankment';
const BEFORE =
  'calle|c/|c\\.|avenida|avda\\.?|avd\\.?|av\\.?|plaza|pza\\.?|pl\\.|paseo|p\\.º|pº|camino|cno\\.?|carretera|ctra\\.?|ronda|travesía|callejón|pasaje|psje\\.?|glorieta|urbanización|urb\\.?|rúa|carrer|barrio|colonia|col\\.|carrera|cra\\.?|kra\\.?|cl\\.|cll\\.?|diagonal|transversal|jirón|jr\\.?|pasaje|bulevar|boulevard|calzada|cerrada|privada|rua|travessa|via|viale|piazza|corso|rue|allée|impasse|quai|chemin|ul\\.|ulica|al\\.|os\\.|jalan|jl\\.?';
const TOWN = `${NAME}(?: (?:${SMALL} ){0,2}${NAME}){0,3}`;
const CODE =
  '(?:[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}|[A-Z]{2} \\d{5}(?:-\\d{4})?|\\d{2}-\\d{3}|\\d{5}(?:-\\d{3,4})?|\\d{4}(?: [A-Z]{2})?|[A-Z]\\d[A-Z] ?\\d[A-Z]\\d|[A-Z]\\d{4}[A-Z]{3})(?![\\p{L}\\d])';
const WITHIN =
  '(?:(?:flat|apt\\.?|apartment|apto\\.?|depto\\.?|dpto\\.?|departamento|apartamento|piso|unit|suite|room|floor|no\\.?|bloque|blq\\.?|portal|escalera|esc\\.?|puerta|pta\\.?|torre|int\\.?|interior|casa|lote|manzana|mz\\.?|local|oficina|m\\.)(?![\\p{L}]) ?[\\p{L}\\d]+(?:[.ºª-] ?[\\p{L}\\d]+)?|\\d{1,2}(?:st|nd|rd|th) floor|\\d{1,2}\\.?[ºª°](?: ?(?:\\p{L}|izq(?:da)?|dcha?|izquierda|derecha|centro|exterior|interior)(?![\\p{L}])\\.?)?|(?:bajo|ático|entresuelo|principal)(?: ?\\p{Lu}(?![\\p{L}]))?|s/n)';
const TAIL = `(?:[,.]? ?(?:- )?${WITHIN})*(?:(?:,? ?(?:C\\.?P\\.? ?)?${CODE})(?:,? (?:de )?${TOWN}){0,2}|,(?: (?:de )?${TOWN},?){1,3}(?: ${CODE})?(?:,? (?:de )?${TOWN})?)?`;
const NUMBER =
  '(?:(?:n\\.?º|nº|núm\\.?|número|n°|no\\.?|#|nr\\.?) ?)?\\d{1,5}(?:[-/ ]?[a-zA-Z](?![\\p{L}]))?(?: ?[-/–] ?\\d{1,4}[a-zA-Z]?)?';

export const ADDRESSES: readonly Pattern[] = [
  {
    // 1420 Maple Street, Apt 5C, Portland, OR 97205
    kind: 'ADDRESS',
    form: new RegExp(
      `(?<![\\p{L}\\d])(?:(?:flat|apt\\.?|apartment|unit|suite|room) ?[\\p{L}\\d]+,? )?\\d{1,5}[a-zA-Z]?(?:[-/]\\d{1,4})?,? (?:(?:[NSEW]\\.? )?(?:\\d{1,3}(?:st|nd|rd|th) |(?:(?:of|the|de|la) )*\\p{Lu}[\\p{L}'’-]*\\.? ){1,4}(?:${AFTER})(?![\\p{L}])|Broadway)${TAIL}`,
      'giu',
    ),
    holds: (text) =>
      /^[^\d]*\d+[a-zA-Z]?(?:[-/]\d+)?,? (?:[NSEW]\.? )?(?:\d|(?:the )?\p{Lu}\p{Ll}|\p{Ll}+ (?:street|road|avenue|lane|drive))/u.test(
        text,
      ),
  },
  {
    // Calle Mayor 14, 3.º B, 28013 Madrid; Carrera 7 # 71-21, apto 502, Bogotá
    kind: 'ADDRESS',
    form: new RegExp(
      `(?<![\\p{L}])(?:${BEFORE})(?:(?<=[/.])|(?![\\p{L}])) ?(?:${NAMES}|\\d{1,3}[a-z]?(?: ?bis)?)(?:,? ?|,? (?:con|esq\\.?) )(?:${NUMBER}|s/n)${TAIL}`,
      'giu',
    ),
    holds: (text) => /\d|s\/n/.test(text) && /\p{Lu}|#/u.test(text.replace(/^\S+/, '')),
  },
  {
    // 45 rue de Rivoli, 75004 Paris
    kind: 'ADDRESS',
    form: new RegExp(
      `(?<![\\p{L}\\d])\\d{1,4}(?: ?(?:bis|ter))?,? (?:rue|avenue|boulevard|allée|impasse|quai|chemin|place|jalan|via) ${NAMES}${TAIL}`,
      'gu',
    ),
  },
  {
    // Lindenstraße 12, 10969 Berlin; Keizersgracht 174
    kind: 'ADDRESS',
    form: new RegExp(
      `(?<![\\p{L}])\\p{Lu}[\\p{L}-]*(?:straße|strasse|str\\.|weg|platz|gasse|allee|damm|ufer|straat|gracht|laan|plein|gatan|vägen|gata|vej|veien|vegen|utca|katu)(?: |, )\\d{1,4}[a-zA-Z]?(?![\\p{L}\\d])${TAIL}`,
      'gu',
    ),
  },
  {
    kind: 'ADDRESS',
    form: /(?<![\p{L}])(?:P\.? ?O\.? Box|apartado(?: de correos| postal)?|apdo\.?|casilla) \d{1,6}(?:,? [A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})?/giu,
  },
  // The postcode of Britain stands for some fifteen doors.
  {
    kind: 'ADDRESS',
    form: /(?<![\p{L}\d])(?:GIR 0AA|[A-PR-UWYZ][A-HK-Y]?\d[A-Z\d]? \d[ABD-HJLNP-UW-Z]{2})(?![\p{L}\d])/gu,
  },
  {
    kind: 'ADDRESS',
    form: /(?<![\p{L}])(?:zip(?: ?code)?|post ?code|postal code|código postal|C\.?P\.?)(?: is| es|:)? (\d{5}(?:-\d{4})?|[A-Z\d]{2,4} ?[A-Z\d]{3})(?![\p{L}\d])/giu,
    holds: (text) => /\d/.test(text),
  },
];
