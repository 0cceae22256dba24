import { describe, expect, it } from 'vitest';
import { countMoved, problemsOf } from './scenario.js';

const STUDENTS = ['a', 'b', 'c', 'd'];
const groups = [
  { name: 'Red', members: ['a', 'b'] },
  { name: 'Blue', members: ['c', 'd'] },
];
const none = { members: [], groups: [] };

describe('an arrangement', () => {
  it('that holds everybody once is right, empty groups or not', () => {
    expect(problemsOf({ groups, locked: { members: ['a'], groups: ['Blue'] } }, STUDENTS)).toEqual([]);
    expect(problemsOf({ groups: [...groups, { name: 'Spare', members: [] }], locked: none }, STUDENTS)).toEqual([]);
  });

  it.each([
    ['a student twice', [groups[0]!, { name: 'Blue', members: ['b', 'c', 'd'] }], 'groups.1.members.0'],
    ['a stranger', [groups[0]!, { name: 'Blue', members: ['c', 'd', 'x'] }], 'groups.1.members.2'],
    ['a student left out', [groups[0]!, { name: 'Blue', members: ['c'] }], 'groups'],
    ['two groups of one name', [groups[0]!, { name: 'Red', members: ['c', 'd'] }], 'groups.1.name'],
  ])('with %s is told where', (_, wrong, field) => {
    expect(problemsOf({ groups: wrong, locked: none }, STUDENTS).map((each) => each.field)).toEqual([field]);
  });

  it('with locks on what is not there is told where', () => {
    const fields = problemsOf({ groups, locked: { members: ['x'], groups: ['Green'] } }, STUDENTS);
    expect(fields.map(({ field }) => field)).toEqual(['locked.members.0', 'locked.groups.0']);
  });
});

it('counts who is in another group', () => {
  const swapped = [
    { name: 'Red', members: ['c', 'b'] },
    { name: 'Blue', members: ['d', 'a'] },
  ];
  expect([countMoved(groups, groups), countMoved(groups, swapped)]).toEqual([0, 2]);
});
