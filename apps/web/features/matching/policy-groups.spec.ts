import type { SurveyColumn } from '@tailcamp/contracts';
import { describe, expect, it } from 'vitest';
import { freshName, groupsFor, rankedIn } from './policy-groups';
import { placesOf } from './policy-sums';

const column = (name: string, recognisedAs: SurveyColumn['recognisedAs']): SurveyColumn => ({
  name,
  recognisedAs,
  values: [],
  missing: 0,
});

describe('named groups to begin with', () => {
  it('are what the students ranked', () => {
    const columns = [column('Goals', 'text'), column('Rank [Maps]', 'rank'), column('Rank [Robots ]', 'rank')];
    expect(rankedIn(columns)).toEqual({ pattern: 'Rank [*]', names: ['Maps', 'Robots'] });
    expect(rankedIn([...columns, column('Other rank [X]', 'rank')])).toBeNull();
    expect(rankedIn(columns.slice(0, 1))).toBeNull();
  });

  it.each([
    [24, 6],
    [7, 3],
    [2, 5],
    [0, 3],
  ])('take all of %i students in %i', (students, count) => {
    const groups = groupsFor(
      Array.from({ length: count }, (_, i) => `Group ${i}`),
      students,
    );
    const { min, max } = placesOf(groups);
    expect([min <= students, max >= students]).toEqual([true, true]);
    for (const group of groups) expect(group.max).toBeGreaterThanOrEqual(Math.max(1, group.min));
  });

  it('get names that are not taken', () => {
    const groups = groupsFor(['Group 2', 'Maps'], 8);
    expect(freshName(groups, (number) => `group ${number}`)).toBe('group 3');
    expect(freshName(groups.slice(0, 1), (number) => `group ${number}`)).toBe('group 3');
  });
});
