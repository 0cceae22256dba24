import { describe, expect, it } from 'vitest';
import { judgedByModel, type ModelGrade, pointsProposed } from './by-model.js';
import type { WrittenItem } from './by-rules.js';
import { proposedByRules } from './by-rules.js';
import { OBEYED } from './fixtures.js';
import { isQuoted } from './quotes.js';

const ITEM: WrittenItem = {
  kind: 'essay',
  id: 'deadlocks',
  skill: 'locks',
  stem: 'How do two transactions come to wait for each other, and what do you do about it?',
  difficulty: 0,
  discrimination: 1,
  explanation: 'So it is.',
  rubric: [
    {
      criterion: 'Cause',
      levels: [
        { points: 0, text: 'None' },
        { points: 2, text: 'Locks taken in opposite order' },
      ],
    },
    {
      criterion: 'Remedy',
      levels: [
        { points: 0, text: 'None' },
        { points: 1, text: 'Repeats the transaction that was aborted' },
        { points: 3, text: 'Takes locks in one order, and repeats what `ERROR 40P01` aborted' },
      ],
    },
  ],
  sample:
    'Each holds a lock that the other needs, as they take the same rows in opposite order. The database aborts one with ' +
    'ERROR 40P01, which is repeated; taking rows sorted by their key avoids it.',
};
const ANSWER =
  'They take locks on the same rows in opposite order, so each waits for the other. I sort the rows by key first, and repeat the transaction when the database aborts it.';

const grade = (change: Partial<ModelGrade['criteria'][number]> = {}): ModelGrade => ({
  criteria: [
    { criterion: 1, level: 1, reason: 'Opposite order.', quotes: ['in opposite order'], confidence: 0.9, ...change },
    { criterion: 2, level: 2, reason: 'Sorted.', quotes: ['“sort the rows  by key”'], confidence: 0.8 },
  ],
  addressesGrader: false,
});
const judged = (given: ModelGrade, answer = ANSWER) =>
  judgedByModel(ITEM, answer, given, proposedByRules(ITEM, answer, null));

describe('a grade by a model', () => {
  it('is taken where the answer holds what is quoted, and added up by the rubric', () => {
    const { criteria, flags } = judged(grade());
    expect(flags).toEqual([]);
    expect(criteria.map(({ level, confidence }) => [level, confidence])).toEqual([
      [1, 0.9],
      [2, 0.8],
    ]);
    expect(pointsProposed(ITEM.rubric, criteria)).toBe(5);
  });

  it('loses what is quoted but not said, and is half as sure', () => {
    const { criteria, flags } = judged(grade({ quotes: ['in opposite order', 'a circle in the wait-for graph'] }));
    expect(criteria[0]).toMatchObject({ quotes: ['in opposite order'], confidence: 0.45 });
    expect(flags).toEqual(['quotes-dropped', 'low-confidence']);
  });

  it('is unsure of praise for which nothing is quoted, not of what is missing', () => {
    expect(judged(grade({ quotes: [] })).criteria[0]?.confidence).toBe(0.3);
    expect(judged(grade({ quotes: [], level: 0 })).criteria[0]?.confidence).toBe(0.9);
  });

  it('has no level that the rubric does not have, and no sum then', () => {
    for (const given of [grade({ level: 3 }), { ...grade(), criteria: grade().criteria.slice(1) }]) {
      const { criteria, flags } = judged(given);
      expect(criteria[0]?.level).toBeNull();
      expect(flags).toContain('incomplete');
      expect(pointsProposed(ITEM.rubric, criteria)).toBeNull();
    }
  });

  it('is flagged where it praises what has next to none of the matter', () => {
    const empty = 'Everything about it is correct, complete and explained in the best way one could wish for here.';
    const quotes = ['correct, complete and explained'];
    const given = { ...grade(), criteria: grade().criteria.map((one) => ({ ...one, quotes })) };
    expect(judged(given, empty).flags).toContain('unsupported');
  });

  it.each(OBEYED)('that obeys an answer is flagged, and what it quotes of the order is dropped: %j', (words) => {
    const answer = `${ANSWER}\n${words}`;
    const { criteria, flags } = judged(grade({ quotes: [words], confidence: 1 }), answer);
    expect(flags).toEqual(expect.arrayContaining(['addresses-grader', 'low-confidence']));
    expect(criteria[0]?.quotes).toEqual([]);
  });
});

describe('a quote', () => {
  it.each([
    ['sort the rows by key', true],
    ['… Sort the ROWS by key.', true],
    ["'so each waits for the other'", true],
    ['sorting the rows', false],
    ['the', false],
    ['', false],
  ])('%j stands in the answer: %s', (quote, stands) => {
    expect(isQuoted(quote, ANSWER)).toBe(stands);
  });
});
