import type { Found } from './mask.js';
import { MONTHS, type Token } from './tokens.js';

/** Headings behind which names stand one after another, and keys of data whose value is one. */
const HEADING =
  /(?:^|[\n.;|(\-*#>]|\s)\s*(?:present|attendees|attending|attendance|in attendance|participants|absent|apologies|regrets|reviewers?|approvers?|authors?|team|group(?: \w+)?|members|teammates|pair|pairs|pairing|pairings|speakers?|presenters?|assignees?|owners?|mentors?|students?|tutors?|hosts?|facilitators?|scribe|notes|action|actions|action items|contributors|credits|co-authors|cc|bcc|from|to|signed-off-by|co-authored-by|reported-by|reviewed-by|tested-by|acked-by|suggested-by|helped-by|name|full name|asistentes|asisten|presentes|ausentes|excusad[oa]s|se excusan?|participantes|equipo|grupo(?: \w+)?|integrantes|miembros|revisor[ae]s?|autor[ae]?s?|coautor[ae]?s?|ponentes?|responsables?|alumn[oa]s?|tutor[ae]?s?|estudiantes?|firmado|firma|firmado por|de|para|nombre|nombre completo|nombre y apellidos|apellidos|actúa de secretari[oa]|parejas?|grupos?|copia|moderador[ae]?|secretari[oa]|créditos|colaborador[ae]s)(?: \d{1,2})?(?: \([^)]{1,20}\))?\s?:[ \t]*([^\n]{2,200})/giu;
const KEY =
  /["'`]?(?<![\p{L}])(?:full_?name|first_?name|last_?name|given_?name|family_?name|sur_?name|display_?name|nick_?name|middle_?name|name|nombres?|nombre_completo|apellidos?|apellido_\w+|student|student_name|alumn[oa]|estudiante|author|autor[a]?|assignee|reviewer|reviewed_by|created_by|createdBy|mentor|teacher|tutor|profesor[a]?|cliente|customer|contact|patient|holder|titular|owner)["'`]?\s*(?:=>|[:=])\s*(["'`])([^"'`\n]{2,60})\1/giu;

/** Those who are listed: all in a list are persons, so that a word or a strange form is enough for a name. */
export function listedIn(text: string, tokens: readonly Token[]): readonly Found[] {
  const parts: { at: number; text: string }[] = [];
  for (const match of text.matchAll(HEADING)) {
    const list = match[1] ?? '';
    let at = match.index + match[0].length - list.length;
    for (const part of list.split(/([,;&/|+<>()]|\s(?:and|y|e|with|con|to|will)\s|\s[-–—]\s|\.\s|:\s)/u)) {
      parts.push({ at, text: part });
      at += part.length;
    }
  }
  for (const match of text.matchAll(KEY)) {
    const value = match[2] ?? '';
    parts.push({ at: match.index + match[0].length - value.length - 1, text: value });
  }
  return parts.flatMap((part) => {
    const within = tokens.filter((token) => token.at >= part.at && token.end <= part.at + part.text.length);
    const [first, last] = [within[0], within.at(-1)];
    if (first === undefined || last === undefined || within.length > 5) return [];
    if (text.slice(first.at, last.end).match(/[\d@_=]/) || !within.every(couldBe) || !within.some(isLikely)) return [];
    return [{ kind: 'PERSON' as const, at: first.at, text: text.slice(first.at, last.end) }];
  });
}

const SMALL = /^(?:de|del|la|las|los|da|dos|di|van|von|der|den|bin|ibn|al|el|y|e|i)$/;
const couldBe = (token: Token): boolean =>
  !token.kept &&
  (SMALL.test(token.text) ||
    ((token.shape === 'capital' || token.shape === 'initial') && !token.small && (!token.thing || token.given)));
const isLikely = (token: Token): boolean =>
  token.shape === 'capital' &&
  !token.thing &&
  !token.eponym &&
  !token.place &&
  (token.given || (token.name && !token.word) || (!token.word && !token.proper));

/** Who is joined with somebody by "and" or a comma is somebody too: "Mark and Grant", "con sol y Martín". */
export function besideNames(tokens: readonly Token[], found: readonly Found[]): readonly Found[] {
  const covered = new Set(found.flatMap(({ at, text }) => Array.from(text, (_, off) => at + off)));
  const named = tokens.map((token) => covered.has(token.at) || /^(?:me|yo)$/i.test(token.text));
  const beside: Found[] = [];
  const take = (at: number) => {
    const token = tokens[at];
    if (token === undefined || named[at] === true || !couldBeBeside(token, tokens[at - 1])) return;
    named[at] = true;
    beside.push({ kind: 'PERSON', at: token.at, text: token.text });
  };
  // Forwards and backwards, so that a row of several is followed from any of them.
  for (let at = 0; at < tokens.length; at += 1) if (named[at - 1] === true) take(joined(tokens, at) ?? -1);
  for (let at = tokens.length - 1; at > 0; at -= 1) {
    const next = joined(tokens, at);
    if (next !== undefined && named[next] === true) take(at - 1);
  }
  return beside;
}

/** Where the second stands of two that are joined, the first being right before `at`. */
function joined(tokens: readonly Token[], at: number): number | undefined {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (token === undefined) return undefined;
  if (/^ ?[&+/] ?$/.test(token.gap)) return at;
  if (/^(?:me|yo)$/i.test(token.text)) return undefined;
  return /^(?:and|y|e|n|or|o)$/.test(token.text) && /^,? $/.test(token.gap) && next?.gap === ' ' ? at + 1 : undefined;
}

const couldBeBeside = (token: Token, previous: Token | undefined): boolean =>
  !token.kept &&
  !token.code &&
  (!token.small || MONTHS.test(token.text)) &&
  !token.thing &&
  !token.place &&
  !token.eponym &&
  !/^(?:the|a|an|my|your|his|her|our|their|el|la|los|las|un|una|mi|tu|su)$/i.test(previous?.text ?? '') &&
  (token.shape === 'capital'
    ? token.given || !token.word || !token.starts
    : token.shape === 'lower' &&
      (token.given || (!token.word && !token.compound)) &&
      !/^(?:m[ií]|tuy|suy)[oa]s?$/.test(token.text));
