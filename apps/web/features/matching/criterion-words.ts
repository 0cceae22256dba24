import { type Criterion, readAssessedColumn } from '@tailcamp/contracts';
import type { Translate } from '@/lib/i18n/translate';

export const KINDS = [
  'overlap',
  'similar',
  'diverse',
  'cover',
  'balance',
  'spread',
  'gather',
  'notAlone',
  'atLeast',
  'atMost',
  'together',
  'apart',
  'preference',
  'roles',
] as const satisfies readonly Criterion['kind'][];
type Kind = (typeof KINDS)[number];
const isKind = (kind: string): kind is Kind => (KINDS as readonly string[]).includes(kind);

/** The columns of a criterion as they are asked for. */
export function columnsOf({ column, columns }: Pick<Criterion, 'column' | 'columns'>): string[] {
  if (column !== undefined) return [column];
  return columns === undefined ? [] : [columns].flat();
}

/** How questions begin and end around what they ask about, in the languages of the interface. */
const OPENING =
  /^(?:what (?:is|are|was|were) your|how do you identify your|(?:with|in|on|of) which|¿?(?:cuál|cuáles|qué) (?:es|son|fue|fueron) (?:tus?|sus?)) (?:(?:personal )?experien(?:ce|cia) (?:with|in|con|en) )?/i;
const CLOSING = /(?: (?:do|did|are|have|would) you\b[^?]*)?\?$/i;

/** What a survey's question is about, without its pattern: `Gender` of `With which gender do you identify?`. */
export function shortColumn(column: string): string {
  const plain = column
    .replace(/\s*\[\*\]|\*/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const subject = OPENING.test(plain) ? capital(plain.replace(OPENING, '').replace(CLOSING, '')) : plain;
  return subject.length > 44 ? `${subject.slice(0, 42).trimEnd()}…` : subject || column;
}

/** Several columns that a criterion is scored by, none of which has to be a survey's. */
const ASSESSED = /, (?=Assessed (?:ability|skills): )/;

/** Columns as people call them: what was measured in words, questions by what they are about. */
export function columnInWords(t: Translate, columns: string): string {
  const names = columns.split(ASSESSED);
  return names.map((name) => assessedInWords(t, name) ?? shortColumn(name)).join(', ');
}

/** @returns null for a column of the survey */
export function assessedInWords(t: Translate, column: string): string | null {
  const assessed = readAssessedColumn(column);
  if (assessed === null) return null;
  const { holds, track, domain } = assessed;
  if (holds === 'skills') return t('assessed.skills', { track });
  return domain === null ? t('assessed.ability', { track }) : t('assessed.domain', { track, domain });
}

/** A criterion in words: `Nobody alone in Gender`. */
export function criterionInWords(t: Translate, criterion: Criterion): string {
  if (criterion.kind === 'overlap')
    return criterion.hard ? t('kind.overlapHours', { count: criterion.minBlocks ?? 1 }) : t('kind.overlap');
  if (criterion.kind === 'cover') {
    const skills = Object.entries(criterion.required).map(([skill, level]) => `${shortColumn(skill)} ${level}`);
    return t('kind.cover', { skills: skills.join(', ') });
  }
  const column = columnsOf(criterion)
    .map((name) => columnInWords(t, name))
    .join(', ');
  const chosen =
    'value' in criterion || 'values' in criterion ? (criterion.value ?? criterion.values?.join(', ')) : undefined;
  const about = chosen ? `${column}: ${chosen}` : column;
  if (criterion.kind === 'atLeast' || criterion.kind === 'atMost')
    return t(`kind.${criterion.kind}`, { bound: criterion.bound, column: about });
  return t(`kind.${criterion.kind}`, { column: about });
}

/** Kinds of which a policy has hardly two, and which say more than their columns. */
const NAMED_BY_KIND = ['together', 'apart', 'cover', 'preference', 'roles'] as const;
const isNamedByKind = (kind: string): kind is (typeof NAMED_BY_KIND)[number] =>
  (NAMED_BY_KIND as readonly string[]).includes(kind);

/** A hard rule in a list of them: wishes by their kind alone, for their questions are long. */
export const ruleInWords = (t: Translate, criterion: Criterion): string =>
  criterion.kind === 'together' || criterion.kind === 'apart'
    ? t(`kindName.${criterion.kind}`)
    : criterionInWords(t, criterion);

/** A scored criterion in a label: what it is about. */
export function shortCriterion(t: Translate, scored: { kind: string; column: string }): string {
  if (isNamedByKind(scored.kind)) return t(`kindName.${scored.kind}`);
  return scored.kind === 'overlap' ? t('kind.overlapShort') : columnInWords(t, scored.column);
}

/** A scored criterion in full, for a tooltip and where two are about one column. */
export function fullCriterion(t: Translate, scored: { kind: string; column: string }): string {
  if (scored.kind === 'overlap') return t('kind.overlap');
  const column = columnInWords(t, scored.column);
  if (!isKind(scored.kind)) return t('kind.other', { kind: scored.kind, column });
  return `${t(`kindName.${scored.kind}`)}: ${column}`;
}

/** Evidence as the start of a line. */
export const capital = (evidence: string): string => evidence.charAt(0).toLocaleUpperCase() + evidence.slice(1);

/** Evidence as a sentence of its own. */
export const sentence = (evidence: string): string =>
  /[.!?]$/.test(evidence) || evidence === '' ? capital(evidence) : `${capital(evidence)}.`;
