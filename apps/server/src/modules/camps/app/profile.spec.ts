import { camps, type Profile } from '@tailcamp/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { TestApp } from '../../../testing/app.js';
import { Roster, weekOf } from '../index.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.close());

const profile: Profile = {
  interests: ['Maps'],
  goals: ['Learn'],
  languages: ['English', 'Swahili'],
  roles: ['Design'],
  timeZone: 'Africa/Nairobi',
  availability: weekOf([[18, 19]]),
};

it('is empty before it is saved, and refuses a stale version with what stands', async () => {
  const sam = await app.asStudent();
  expect(await sam.call(camps.myProfile, {})).toMatchObject({ version: 0, profile: { interests: [] } });
  expect(await sam.call(camps.saveProfile, { profile, version: 0 })).toEqual({ profile, version: 1 });
  expect(await sam.call(camps.myProfile, {})).toEqual({ profile, version: 1 });
  const late = await sam.refused(camps.saveProfile, { profile: { ...profile, goals: [] }, version: 0 });
  expect(late).toMatchObject({ code: 'stale', current: { profile, version: 1 } });
  expect(await sam.call(camps.saveProfile, { profile, version: 1 })).toMatchObject({ version: 2 });
});

it('says which field is wrong', async () => {
  const sam = await app.asStudent();
  const wrong = { ...profile, timeZone: 'Mars/Olympus', availability: '01' };
  const problem = await sam.refused(camps.saveProfile, { profile: wrong, version: 0 });
  expect(problem.fields?.map(({ field }) => field)).toEqual(['profile.timeZone', 'profile.availability']);
});

it('reaches the camps one is in, live and in what matching reads', async () => {
  const ines = await app.asInstructor();
  const sam = await app.asStudent();
  const camp = await ines.call(camps.create, { name: 'Camp' });
  await sam.call(camps.join, { code: camp.joinCode ?? '' });
  await sam.call(camps.saveProfile, { profile, version: 0 });
  const [event] = await app.platform.streams.read(`camp:${camp.id}`, 2, 10);
  const member = await app.nest.get(Roster).memberOf(sam.user.id, camp.id);
  expect(event).toMatchObject({ kind: 'member.changed', data: { memberId: member?.id } });

  const { table, memberIds } = await app.nest.get(Roster).table(camp.id);
  expect(memberIds).toEqual([member?.id]);
  expect(Object.fromEntries(table.columns.map((column, i) => [column, table.rows[0]?.cells[i]]))).toMatchObject({
    'Member id': member?.id,
    Name: sam.user.name,
    Languages: 'English;Swahili',
    'Time zone': 'Africa/Nairobi',
    'Free time [Monday]': '18:00;19:00',
    'Free time [Tuesday]': '',
  });
  expect(await app.nest.get(Roster).profiles(memberIds)).toEqual(new Map([[member?.id, profile]]));
});
