import type { Profile } from '@tailcamp/contracts';
import { expect, it } from 'vitest';
import { NEVER_FREE, weekOf } from './availability.js';
import type { Answers, RosterMember } from './roster-member.js';
import { rosterTable } from './roster-table.js';

const member = (id: string, answers: Answers, userId: string | null = null): RosterMember => ({
  id,
  campId: 'camp',
  userId,
  role: 'student',
  name: `Name of ${id}`,
  email: null,
  answers,
  version: 1,
  joinedAt: new Date(0),
});
const empty: Profile = {
  interests: [],
  goals: [],
  languages: [],
  roles: [],
  timeZone: 'UTC',
  availability: NEVER_FREE,
};

/** One object for each row. */
function records(members: RosterMember[], profiles: Record<string, Profile> = {}) {
  const { columns, rows } = rosterTable(members, new Map(Object.entries(profiles)));
  return rows.map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i]])));
}

it('has a column for every answer that anybody gave', () => {
  expect(records([member('a', { Level: '1' }), member('b', { Gender: 'woman' })])).toEqual([
    { 'Member id': 'a', Name: 'Name of a', Level: '1', Gender: '' },
    { 'Member id': 'b', Name: 'Name of b', Level: '', Gender: 'woman' },
  ]);
});

it('lets no answer pass for the identity', () => {
  expect(records([member('a', { 'Member id': 'b', Name: 'Somebody else' })])).toEqual([
    { 'Member id': 'a', Name: 'Name of a' },
  ]);
});

it('lists what profiles say, and leaves columns out of which nobody says anything', () => {
  const profile = { ...empty, interests: ['Maps', 'Music'], roles: ['Design'] };
  expect(records([member('a', {}, 'u'), member('b', {})], { u: profile })).toEqual([
    { 'Member id': 'a', Name: 'Name of a', Interests: 'Maps;Music', 'Wished roles': 'Design' },
    { 'Member id': 'b', Name: 'Name of b', Interests: '', 'Wished roles': '' },
  ]);
});

it('believes the profile rather than an older answer, a day without a free hour too', () => {
  const answers = { Interests: 'Chess', Goals: 'Learn', 'Free time [Monday]': '9:00', 'Free time [Tuesday]': '9:00' };
  const profile = { ...empty, interests: ['Maps'], timeZone: 'Europe/Lisbon', availability: weekOf([[], [18]]) };
  expect(records([member('a', answers, 'u')], { u: profile })[0]).toMatchObject({
    Interests: 'Maps',
    Goals: 'Learn',
    'Time zone': 'Europe/Lisbon',
    'Free time [Monday]': '',
    'Free time [Tuesday]': '18:00',
  });
});

it('says nothing of the time of somebody who never painted a week', () => {
  const [row] = records([member('a', {}, 'u')], { u: { ...empty, goals: ['Learn'], timeZone: 'Asia/Tokyo' } });
  expect(row).toEqual({ 'Member id': 'a', Name: 'Name of a', Goals: 'Learn' });
});
