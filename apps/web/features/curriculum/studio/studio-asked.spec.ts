import { expect, it } from 'vitest';
import { addressOf, filtersOf, isFiltered, lessonsAsked, NO_FILTERS } from './studio-asked';

it('takes from an address what can be filtered by, and back', () => {
  const filters = filtersOf({ search: ' loops ', state: 'review', track: 'web', skill: 'web-forms', page: '3' });
  expect(addressOf(filters)).toBe('?search=loops&track=web&skill=web-forms&state=review');
  expect(filtersOf(Object.fromEntries(new URLSearchParams(addressOf(filters))))).toEqual(filters);
});

it('leaves out what no filter can be', () => {
  const filters = filtersOf({ state: 'lost', track: 'No Slug', source: ['camp', 'camp'] });
  expect(filters).toEqual(NO_FILTERS);
  expect(isFiltered(filters)).toBe(false);
});

it('asks for no more than what is filtered by', () => {
  expect(lessonsAsked('c', NO_FILTERS)).toEqual({ campId: 'c', limit: 60 });
  expect(lessonsAsked('c', filtersOf({ state: 'draft', source: 'camp' }))).toMatchObject({
    state: 'draft',
    source: 'camp',
  });
});
