import { describe, expect, it } from 'vitest';
import { type Arrangement, isHeld, mayTake, movedBetween, seated, stillThere } from './arrangement';

const groups = [
  { name: 'Red', members: ['a', 'b'] },
  { name: 'Blue', members: ['c'] },
];
const arrangement = (members: string[] = [], locked: string[] = []): Arrangement => ({
  name: 'By hand',
  groups,
  locked: { members, groups: locked },
  policy: null,
});

describe('another seat', () => {
  it('is in a group, at the end, or in the place of somebody', () => {
    expect(seated(groups, 'a', { group: 'Blue', with: null })).toEqual([
      { name: 'Red', members: ['b'] },
      { name: 'Blue', members: ['c', 'a'] },
    ]);
    expect(seated(groups, 'a', { group: 'Blue', with: 'c' })).toEqual([
      { name: 'Red', members: ['c', 'b'] },
      { name: 'Blue', members: ['a'] },
    ]);
  });

  it('lets a group go that the last has left, but not a named one', () => {
    const seat = { group: 'Red', with: null };
    expect(seated(groups, 'c', seat).map(({ name }) => name)).toEqual(['Red']);
    expect(seated(groups, 'c', seat, true)[1]).toEqual({ name: 'Blue', members: [] });
  });

  it('is free unless a lock is on either side, or it is the group they are in', () => {
    const blue = { group: 'Blue', with: null };
    expect(mayTake(arrangement(), 'a', blue)).toBe(true);
    expect(mayTake(arrangement(), 'a', { group: 'Red', with: 'b' })).toBe(false);
    expect(mayTake(arrangement(['a']), 'a', blue)).toBe(false);
    expect(mayTake(arrangement([], ['Red']), 'a', blue)).toBe(false);
    expect(mayTake(arrangement([], ['Blue']), 'a', blue)).toBe(false);
    expect(mayTake(arrangement(['c']), 'a', blue)).toBe(true);
    expect(mayTake(arrangement(['c']), 'a', { group: 'Blue', with: 'c' })).toBe(false);
  });
});

it('a lock on the group holds everybody in it', () => {
  const locked = arrangement(['c'], ['Red']);
  expect(['a', 'b', 'c', 'x'].map((member) => isHeld(locked, member))).toEqual([true, true, true, false]);
  expect(stillThere({ members: ['a'], groups: ['Red', 'Gone'] }, groups).groups).toEqual(['Red']);
});

it('tells who is in another group', () => {
  expect([...movedBetween(groups, seated(groups, 'a', { group: 'Blue', with: 'c' }))].sort()).toEqual(['a', 'c']);
});
