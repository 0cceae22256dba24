import type { CodeReport, Item, ProposedCriterion, RubricRow } from '@tailcamp/contracts';
import { literalsIn, termsOf } from './terms.js';

/** A question that somebody grades. */
export type WrittenItem = Extract<Item, { kind: 'essay' | 'program' }>;

/** Fewer words are no answer to a question that asks for a text. */
const FEWEST_WORDS = 8;
const MOST_TERMS = 8;
/** Rules see words, not what is said with them. */
const SURE = 0.9;
const UNSURE = 0.4;

/**
 * What rules can tell of an answer: that there is none, that it does not parse, that it has no tests, and which of the
 * words that the rubric asks for it has. Of everything else they say nothing.
 * @param code of a program
 */
export function proposedByRules(item: WrittenItem, answer: string, code: CodeReport | null): ProposedCriterion[] {
  return item.rubric.map((row) => {
    const { found, missing } = wordsOf(row, item.stem, answer);
    const told = levelOf(item, row, answer, code);
    return { reason: '', quotes: [], found, missing, ...told };
  });
}

type Told = Pick<ProposedCriterion, 'level' | 'rule' | 'confidence'>;

function levelOf(item: WrittenItem, { criterion, levels }: RubricRow, answer: string, code: CodeReport | null): Told {
  if (isNearlyEmpty(item, answer)) return { level: 0, rule: 'nearly-empty', confidence: SURE };
  const asks = `${criterion} ${levels.at(-1)?.text ?? ''}`;
  if (code?.summary.parses === false && /\b(pars\w+|syntax|runs?|valid)\b/i.test(asks))
    return { level: 0, rule: 'does-not-parse', confidence: SURE };
  if (code !== null && code.summary.tests.length === 0 && /\btests?\b/i.test(criterion))
    return { level: 0, rule: 'no-tests', confidence: SURE };
  // The highest level all of whose literal words stand in the answer; a level without any tells nothing.
  const byLevel = levels.map(({ text }) => literalsIn(text));
  const reached = byLevel.findLastIndex((literals) => literals.length > 0 && literals.every((one) => has(answer, one)));
  if (reached > 0) return { level: reached, rule: 'terms', confidence: UNSURE };
  return { level: null, rule: 'none', confidence: 0 };
}

/** Nothing but what was given, or a few words. */
function isNearlyEmpty(item: WrittenItem, answer: string): boolean {
  const bare = (text: string) => text.replace(/\s+/g, '');
  if (item.kind === 'program') return bare(answer) === '' || bare(answer) === bare(item.starter);
  return (answer.match(/[\p{L}\p{N}]+/gu) ?? []).length < FEWEST_WORDS;
}

/** What a criterion asks for beyond the question: the words of its better levels, literal ones first. */
function wordsOf({ levels }: RubricRow, stem: string, answer: string): Pick<ProposedCriterion, 'found' | 'missing'> {
  const better = levels
    .slice(1)
    .map(({ text }) => text)
    .join('\n');
  const literals = literalsIn(better);
  const asked = termsOf(stem);
  const given = termsOf(answer);
  const terms = [...termsOf(better.replace(/`[^`\n]*`/g, ' '))].filter(([term]) => !asked.has(term));
  const said = (isThere: boolean) => [
    ...literals.filter((one) => has(answer, one) === isThere),
    ...terms.filter(([term]) => given.has(term) === isThere).map(([, word]) => word),
  ];
  return { found: said(true).slice(0, MOST_TERMS), missing: said(false).slice(0, MOST_TERMS) };
}

const has = (answer: string, literal: string): boolean =>
  answer.toLowerCase().replace(/\s+/g, ' ').includes(literal.toLowerCase());
