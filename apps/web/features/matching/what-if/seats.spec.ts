import type { Policy } from '@tailcamp/contracts';
import { expect, it } from 'vitest';
import { seatsIn, seatTowards } from './seats';

const groups = [
  { name: 'Red', members: ['a', 'b', 'x'] },
  { name: 'Blue', members: ['c', 'd'] },
  { name: 'Green', members: ['e', 'f', 'g'] },
];
const open = { groups, locked: { members: [], groups: [] } };
const policy: Policy = { groupSize: { min: 2, max: 3 }, criteria: [] };
const order = ['Green', 'Red', 'Blue'];

it('lets one join first where the sizes allow it, else only after the swaps', () => {
  expect(seatsIn(open, policy, 'a', 'Blue').map((seat) => seat.with)).toEqual([null, 'c', 'd']);
  expect(seatsIn(open, policy, 'a', 'Green').map((seat) => seat.with)).toEqual(['e', 'f', 'g', null]);
  expect(seatsIn(open, policy, 'c', 'Red').map((seat) => seat.with)).toEqual(['a', 'b', 'x', null]);
  const named: Policy = { groups: [{ name: 'Blue', min: 0, max: 2 }], criteria: [] };
  expect(seatsIn(open, named, 'a', 'Blue').at(-1)?.with).toBeNull();
});

it('goes by arrows through the groups as they are shown, round and round, past locked ones', () => {
  const from = seatTowards(open, policy, 'a', null, 'right', order);
  expect(from).toEqual({ group: 'Blue', with: null });
  expect(seatTowards(open, policy, 'a', from, 'down', order)).toEqual({ group: 'Blue', with: 'c' });
  expect(seatTowards(open, policy, 'a', from, 'up', order)).toEqual({ group: 'Blue', with: 'd' });
  expect(seatTowards(open, policy, 'a', from, 'right', order)).toEqual({ group: 'Green', with: 'e' });
  expect(seatTowards(open, policy, 'a', null, 'left', order)).toEqual({ group: 'Green', with: 'e' });
  const locked = { groups, locked: { members: ['e'], groups: ['Blue'] } };
  expect(seatTowards(locked, policy, 'a', null, 'right', order)).toEqual({ group: 'Green', with: 'f' });
  const all = { groups, locked: { members: [], groups: ['Blue', 'Green'] } };
  expect(seatTowards(all, policy, 'a', null, 'right', order)).toBeNull();
});
