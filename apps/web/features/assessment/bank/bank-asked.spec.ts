import { describe, expect, it } from 'vitest';
import { addressOf, bankAsked, filtersOf, isFiltered, NO_FILTERS } from './bank-asked';

describe('filtersOf', () => {
  it('takes from an address what can be filtered by, and back', () => {
    const filters = filtersOf({ search: ' index ', kind: 'choice', easiest: '-1.5', track: 'data-and-sql', page: '3' });
    expect(addressOf(filters)).toBe('?search=index&track=data-and-sql&kind=choice&easiest=-1.5');
    expect(filtersOf(Object.fromEntries(new URLSearchParams(addressOf(filters))))).toEqual(filters);
  });
  it('leaves out what no filter can be', () => {
    const filters = filtersOf({
      kind: 'riddle',
      track: 'No Slug',
      easiest: 'hard',
      hardest: '9',
      flag: ['any', 'any'],
    });
    expect(filters).toEqual(NO_FILTERS);
    expect(isFiltered(filters)).toBe(false);
  });
  it('turns a range round that stands upside down', () => {
    expect(filtersOf({ easiest: '2', hardest: '-1' })).toMatchObject({ easiest: '-1', hardest: '2' });
  });
});

it('bankAsked asks only for what is filtered by, zero too', () => {
  expect(bankAsked('c', filtersOf({ easiest: '0', flag: 'any' }))).toEqual({
    campId: 'c',
    limit: 40,
    easiest: 0,
    flag: 'any',
  });
});
