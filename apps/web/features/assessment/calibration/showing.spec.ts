import type { CalibratedItem } from '@tailcamp/contracts';
import { expect, it } from 'vitest';
import { shownOf } from './showing';

const item = (slug: string, after: number, misfits: CalibratedItem['misfits'] = []): CalibratedItem => ({
  itemId: slug,
  slug,
  question: slug,
  answers: 80,
  before: { discrimination: 1, difficulty: 0, guessing: 0 },
  after: { discrimination: 1, difficulty: after, guessing: 0 },
  errors: { discrimination: 0.2, difficulty: 0.25 },
  fit: { infit: 1, outfit: 1 },
  misfits,
  applied: false,
  edited: false,
});
const ITEMS = [item('still', 0.1), item('far', -1.2), item('flat', 0.4, [{ kind: 'flat', discrimination: 0.2 }])];
const slugs = (showing: Parameters<typeof shownOf>[1]) => shownOf(ITEMS, showing).map(({ slug }) => slug);

it('shows what does not fit first, then what has moved farthest', () => {
  expect(slugs('all')).toEqual(['flat', 'far', 'still']);
  expect(slugs('misfits')).toEqual(['flat']);
});
it('takes as moved what chance hardly explains: more than twice the standard error', () => {
  expect(slugs('moved')).toEqual(['far']);
});
