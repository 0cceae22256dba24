import {
  assessment,
  calibrations,
  camps,
  chat,
  classResults,
  groups,
  identity,
  itemBank,
  matching,
  messages,
} from '@tailcamp/contracts';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { BringContent } from '../modules/assessment/index.js';
import { SeedCamp } from '../modules/camps/index.js';
import { Caller, TestApp } from '../testing/app.js';
import { eventually } from '../testing/eventually.js';
import { seedDemo } from './seed-demo.js';

let app: TestApp;
beforeEach(async () => {
  app = await TestApp.start();
});
afterEach(() => app.close());

async function signInAs(who: 'admin' | 'instructor' | 'student', links = seedDemo(app.nest)): Promise<Caller> {
  const token = (await links).find((link) => link.who === who)?.token ?? 'no link for them, and long enough';
  const { accessToken } = await app.stranger.call(identity.redeemLink, { token, transport: 'bearer' });
  return new Caller(app.nest, accessToken);
}

const theCamp = async (caller: Caller) => (await caller.call(camps.list, {})).items[0];

it('fills an empty database with a camp of 120 students, and links for three', async () => {
  const links = await seedDemo(app.nest);
  expect(links.map(({ who }) => who)).toEqual(['admin', 'instructor', 'student']);

  const instructor = await signInAs('instructor', Promise.resolve(links));
  expect(await theCamp(instructor)).toMatchObject({ demo: true, students: 120, instructors: 1, myRole: 'instructor' });
  const student = await signInAs('student', Promise.resolve(links));
  expect(await theCamp(student)).toMatchObject({ myRole: 'student', joinCode: null });
  expect((await student.call(camps.myProfile, {})).profile.availability).toContain('1');
});

it('holds attempts of most students, and one to begin for the student of the link', async () => {
  await app.nest.get(BringContent).run();
  const links = await seedDemo(app.nest);
  const instructor = await signInAs('instructor', Promise.resolve(links));
  const campId = (await theCamp(instructor))?.id ?? '';
  const results = await instructor.call(classResults.get, { campId, track: 'programming-foundations' });
  expect(results).toMatchObject({ students: 120, finished: 96 });
  expect(Math.abs(results.meanAbility ?? 9)).toBeLessThan(0.3);
  const student = await signInAs('student', Promise.resolve(links));
  const { tracks } = await student.call(assessment.overview, { campId });
  expect(tracks.map(({ mayStart, attempts }) => [mayStart, attempts.length])).toEqual(Array(4).fill([true, 0]));
});

it('holds answers that a calibration finds something in', async () => {
  await app.nest.get(BringContent).run();
  const instructor = await signInAs('instructor');
  const campId = (await theCamp(instructor))?.id ?? '';
  const track = 'programming-foundations';
  const { id: calibrationId } = await instructor.call(calibrations.start, { campId, track });
  const found = await eventually('the proposal', async () => {
    const now = await instructor.call(calibrations.get, { campId, calibrationId });
    return now.state === 'proposed' ? now : undefined;
  });
  const sure = found.items.filter(({ errors }) => errors.difficulty < 0.3);
  expect(sure.length).toBeGreaterThan(8);
  expect(sure.some(({ before, after }) => Math.abs(after.difficulty - before.difficulty) > 0.4)).toBe(true);
  const flagged = await instructor.call(itemBank.search, { campId, flag: 'misfit' });
  expect(flagged.items.map(({ slug }) => slug)).toEqual(['values-and-types-truthy']);
});

it('talks in two languages, in the camp from the start, and in its groups once they are formed', async () => {
  const instructor = await signInAs('instructor');
  const { id: campId = '' } = (await theCamp(instructor)) ?? {};
  const spoken = async (kind: string, groupId?: string) => {
    const { channels } = await instructor.call(chat.list, { campId, ...(groupId === undefined ? {} : { groupId }) });
    const { id: channelId = '' } = channels.find((channel) => channel.kind === kind) ?? {};
    return (await instructor.call(messages.history, { channelId })).messages;
  };
  const camp = await spoken('general');
  expect(camp.map(({ text }) => text).join()).toMatch(/Welcome.*¿Alguien más.*undefined/s);
  expect(camp.filter(({ replyTo }) => replyTo !== null)).toHaveLength(5);
  expect(camp.flatMap(({ mentions }) => mentions)).toHaveLength(2);
  expect(new Set(camp.map(({ authorId }) => authorId)).size).toBe(7);
  expect((await spoken('announcements')).map(({ pinned }) => pinned !== null)).toEqual([true, false, false]);

  const { version } = await instructor.call(matching.getPolicy, { campId });
  const policy = { groupSize: { min: 4, max: 4 }, criteria: [] };
  await instructor.call(matching.savePolicy, { campId, policy, version });
  const { id: runId } = await instructor.call(matching.start, { campId, seed: 1 });
  await eventually('the run', async () => (await instructor.call(matching.get, { campId, runId })).state === 'done');
  await instructor.call(matching.accept, { campId, runId });
  const { items } = await instructor.call(groups.list, { campId });
  const first = await eventually('words in the last group', async () => {
    const said = await spoken('group', items.at(-1)?.id);
    return said.length > 0 ? said : undefined;
  });
  const members = items.at(-1)?.members.map(({ memberId }) => memberId);
  expect(members).toEqual(expect.arrayContaining(first.map(({ authorId }) => authorId)));
  expect(first.length).toBeGreaterThan(4);
});

it('comes once, and gives fresh links each time', async () => {
  const first = await seedDemo(app.nest);
  const second = await seedDemo(app.nest);
  expect(second.map(({ token }) => token)).not.toEqual(first.map(({ token }) => token));
  expect((await (await signInAs('admin')).call(camps.list, {})).items).toHaveLength(1);
});

it('stays out where somebody is already', async () => {
  await app.asAdmin();
  expect(await seedDemo(app.nest)).toEqual([]);
});

it('is completed when it was cut off', async () => {
  const camp = app.nest.get(SeedCamp);
  vi.spyOn(camp, 'run').mockRejectedValueOnce(new Error('power cut'));
  await expect(seedDemo(app.nest)).rejects.toThrow('power cut');
  expect(await theCamp(await signInAs('instructor'))).toMatchObject({ students: 120, instructors: 1 });
});

it('leaves with its camp: nobody is left, and it does not come back', async () => {
  const instructor = await signInAs('instructor');
  await instructor.call(camps.remove, { campId: (await theCamp(instructor))?.id ?? '' });
  await eventually('the first run to be needed again', async () => {
    return (await app.stranger.call(identity.setupState, {})).needed;
  });
  expect(await seedDemo(app.nest)).toEqual([]);
});

it('leaves those behind who are in other camps, and the only admin', async () => {
  const links = await seedDemo(app.nest);
  const admin = await signInAs('admin', Promise.resolve(links));
  const instructor = await signInAs('instructor', Promise.resolve(links));
  const student = await signInAs('student', Promise.resolve(links));
  const demo = await theCamp(instructor);
  const own = await instructor.call(camps.create, { name: 'A camp that is meant' });
  await admin.call(camps.remove, { campId: demo?.id ?? '' });
  await eventually('the students to be gone', async () => (await student.send(camps.list, {})).status === 401);
  expect((await instructor.call(camps.list, {})).items).toMatchObject([{ id: own.id, students: 0, instructors: 1 }]);
  expect((await admin.call(camps.list, {})).items).toHaveLength(1);
});
