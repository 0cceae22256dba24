import type { Rung } from '@tailcamp/contracts';
import { expect, it } from 'vitest';
import { translator } from '../../lib/i18n/translate';
import en from '../../messages/en/index';
import { endInWords, linesOf, myEndInWords } from './rule-words';

const t = translator('en', en);
const overlap = { kind: 'overlap', column: 'Free [*]', asked: 3, dropped: false };
const spread = { kind: 'spread', column: 'Level', asked: null, accepted: null, dropped: false };
const RUNGS: Rung[] = [
  { afterMinutes: 0, size: { min: 4, max: 4 }, rules: [{ ...overlap, accepted: 3 }, spread] },
  { afterMinutes: 10, size: { min: 4, max: 4 }, rules: [{ ...overlap, accepted: 2 }, spread] },
  {
    afterMinutes: 60,
    size: { min: 3, max: 5 },
    rules: [
      { ...overlap, accepted: 2 },
      { ...spread, dropped: true },
    ],
  },
];

it('says what one accepts, and what of it is wider than before', () => {
  expect(linesOf(t, RUNGS, 0).map(({ text }) => text)).toEqual([
    'Groups of 4',
    'At least 3 hours free in common',
    'Spread evenly: Level',
  ]);
  expect(linesOf(t, RUNGS, 1).filter(({ wider }) => wider)).toEqual([
    { text: 'At least 2 hours free in common', wider: true },
  ]);
  expect(
    linesOf(t, RUNGS, 2)
      .filter(({ wider }) => wider)
      .map(({ text }) => text),
  ).toEqual(['Groups of 3 to 5', 'Spread evenly: Level: not asked any more']);
});

it('says what is dropped once', () => {
  const after = [...RUNGS, { ...RUNGS[2], afterMinutes: 90, size: { min: 2, max: 6 } } as Rung];
  expect(linesOf(t, after, 3).map(({ text }) => text)).toEqual(['Groups of 2 to 6', 'At least 2 hours free in common']);
});

it('names how a ticket ended', () => {
  expect(endInWords(t, 'grouped', null)).toBe('In a group');
  expect(endInWords(t, 'unplaced', 'no_answer')).toBe('Did not answer in time');
  expect(myEndInWords(t, 'left', null)).toBe('You left the queue.');
  expect(myEndInWords(t, 'expired', 'nobody_fits')).toContain('nobody who waited fitted');
});
