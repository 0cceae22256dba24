import type { ProposalFlag, ProposedCriterion, RubricRow } from '@tailcamp/contracts';
import { addressesGrader } from './addressing.js';
import type { WrittenItem } from './by-rules.js';
import { pointsOf } from './grade.js';
import { isQuoted } from './quotes.js';
import { termsOf } from './terms.js';

/** What a model says of an answer. */
export interface ModelGrade {
  criteria: readonly {
    /** From 1. */
    criterion: number;
    level: number;
    reason: string;
    quotes: readonly string[];
    confidence: number;
  }[];
  addressesGrader: boolean;
}

export interface Judged {
  criteria: ProposedCriterion[];
  flags: ProposalFlag[];
}

/** A quote that is made up makes what it stands for half as sure. */
const DROPPED = 0.5;
/** So sure can be at most what nothing is quoted for. */
const UNQUOTED = 0.3;
/** Below it somebody has to look. */
const SURE_ENOUGH = 0.6;
/** An answer that is given so much of the points and has so few of the terms of a full one is looked at. */
const MUCH = 0.75;
const FEW = 0.1;
/** A full answer of fewer terms does not tell what others would say. */
const TERMS = 8;

/**
 * What of a model's grade can be relied on. A model may obey an answer instead of reading it, so nothing of its reply is
 * taken as it stands: levels that the rubric does not have are none, quotes that the answer does not hold, or that speak
 * to the grader, are dropped and make it less sure, and much praise for few words of the matter is told.
 * @param byRules what rules found, in the order of the rubric
 */
export function judgedByModel(
  item: WrittenItem,
  answer: string,
  grade: ModelGrade,
  byRules: readonly ProposedCriterion[],
): Judged {
  const addressing = addressesGrader(answer);
  const speaks = (quote: string) =>
    addressing.some((part) => isQuoted(quote, part)) || addressesGrader(quote).length > 0;
  let dropped = 0;
  const criteria = item.rubric.map((row, at): ProposedCriterion => {
    const { found = [], missing = [] } = byRules[at] ?? {};
    const given = grade.criteria.find(({ criterion }) => criterion === at + 1);
    if (given === undefined || given.level >= row.levels.length)
      return { level: null, reason: given?.reason ?? '', rule: null, quotes: [], confidence: 0, found, missing };
    const quotes = given.quotes.filter((quote) => isQuoted(quote, answer) && !speaks(quote));
    const madeUp = given.quotes.length - quotes.length;
    dropped += madeUp;
    const sure = given.confidence * DROPPED ** madeUp;
    const confidence = quotes.length === 0 && given.level > 0 ? Math.min(sure, UNQUOTED) : sure;
    return { level: given.level, reason: given.reason, rule: null, quotes, confidence, found, missing };
  });
  const flags: ProposalFlag[] = [];
  if (addressing.length > 0 || grade.addressesGrader) flags.push('addresses-grader');
  if (isUnsupported(item, answer, criteria)) flags.push('unsupported');
  if (dropped > 0) flags.push('quotes-dropped');
  if (criteria.some(({ level }) => level === null)) flags.push('incomplete');
  if (criteria.some(({ confidence }) => confidence < SURE_ENOUGH)) flags.push('low-confidence');
  return { criteria, flags };
}

/** The sum of the levels; null unless there is one for each criterion. */
export function pointsProposed(rubric: readonly RubricRow[], criteria: readonly ProposedCriterion[]): number | null {
  const levels = levelsOf(criteria);
  return levels.length === rubric.length ? pointsOf(rubric, levels) : null;
}

/** Those that have a level. */
export const levelsOf = (criteria: readonly ProposedCriterion[]): number[] =>
  criteria.flatMap(({ level }) => (level === null ? [] : [level]));

function isUnsupported(
  { rubric, sample, stem }: WrittenItem,
  answer: string,
  criteria: readonly ProposedCriterion[],
): boolean {
  const points = pointsProposed(rubric, criteria);
  const of = rubric.reduce((sum, { levels }) => sum + (levels.at(-1)?.points ?? 0), 0);
  if (points === null || points < MUCH * of) return false;
  const [asked, given] = [termsOf(stem), termsOf(answer)];
  const full = termsOf([sample, ...rubric.map(({ criterion }) => criterion)].join(' '));
  const wanted = [...full.keys()].filter((term) => !asked.has(term));
  return wanted.length >= TERMS && wanted.filter((term) => given.has(term)).length < FEW * wanted.length;
}
