import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { goingOn, nameGoingOn } from './going-on.js';

it('goes on where most stay together', () => {
  const standing = new Map([
    ['a', ['1', '2', '3', '4']],
    ['b', ['5', '6', '7', '8']],
  ]);
  const formed = [
    ['5', '6', '7', '1'],
    ['2', '3', '8', '9'],
    ['4', '10'],
  ];
  expect(goingOn(standing, formed)).toEqual(['b', null, null]);
});

it('never gives one group two that go on as it, and keeps all where nothing changes', () => {
  const grouping = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 24 }).map((of) => {
    const groups = new Map<number, string[]>();
    for (const [member, group] of of.entries()) groups.set(group, [...(groups.get(group) ?? []), String(member)]);
    return [...groups.values()];
  });
  fc.assert(
    fc.property(grouping, grouping, (before, after) => {
      const standing = new Map(before.map((members, index) => [`g${index}`, members]));
      const kept = goingOn(standing, after).filter((id) => id !== null);
      expect(new Set(kept).size).toBe(kept.length);
      expect(goingOn(standing, before)).toEqual([...standing.keys()]);
    }),
  );
});

it('keeps a name that people gave, and none that is only a number', () => {
  expect(nameGoingOn('The Otters', 'Group 3')).toBe('The Otters');
  expect(nameGoingOn('Group 1', 'Group 3')).toBe('Group 3');
  expect(nameGoingOn('The Otters', 'Harbour project')).toBe('Harbour project');
});
