import { camps, type Endpoint, groups, queue } from '@tailcamp/contracts';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type SignedIn, TestApp } from '../../../../testing/app.js';
import { eventually } from '../../../../testing/eventually.js';
import { type QueueCamp, queueCamp, SETTINGS } from '../../../../testing/queue-camp.js';

// Every student signs up and joins through the whole gateway.
vi.setConfig({ testTimeout: 60_000 });

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start({ RATE_READ: '100000' });
});
afterAll(() => app.close());

/** Six of whom the queue makes two groups of three, and further students in none. */
async function grouped(further: { hours?: string; gender?: string }[]): Promise<QueueCamp> {
  const camp = await queueCamp(app, [...Array.from({ length: 6 }, () => ({})), ...further], {
    acceptMinutes: null,
  });
  for (const three of [camp.students.slice(0, 3), camp.students.slice(3, 6)]) {
    for (const student of three) await student.call(queue.join, { campId: camp.campId });
    await eventually('a group', async () => (await mine(camp, three[0])).group !== null);
  }
  return camp;
}
const mine = async ({ campId }: QueueCamp, student: SignedIn | undefined) => {
  if (student === undefined) throw new Error('no student');
  return student.call(queue.mine, { campId });
};
async function memberOf({ campId, instructor }: QueueCamp, student: SignedIn | undefined): Promise<string> {
  const { items } = await instructor.call(camps.members, { campId, role: 'student' });
  return items.find(({ userId }) => userId === student?.user.id)?.id ?? '';
}
const sizes = async ({ campId, instructor }: QueueCamp) =>
  (await instructor.call(groups.list, { campId })).items.map(({ members }) => members.length);
/** Somebody leaves the camp, and with it their group. */
async function dropOut(camp: QueueCamp, student: SignedIn | undefined): Promise<void> {
  const before = await sizes(camp);
  const memberId = await memberOf(camp, student);
  await camp.instructor.call(camps.removeMember, { campId: camp.campId, memberId });
  await eventually('the smaller group', async () => (await sizes(camp)).join() !== before.join());
}

describe('a late joiner', () => {
  it('is placed in a group that has room, or in the queue; the groups that stand stay as they are', async () => {
    const camp = await grouped([{}, { gender: 'Woman' }]);
    const { campId, instructor, students } = camp;
    const [, , , , , , late, woman] = students;
    const memberId = await memberOf(camp, late);
    const full = await instructor.call(queue.placesFor, { campId, memberId });
    expect(full.groups.map(({ breaks }) => breaks)).toEqual([['groups of at most 3'], ['groups of at most 3']]);
    const groupId = full.groups[0]?.groupId ?? '';
    expect(await instructor.refused(queue.place, { campId, memberId, to: groupId })).toMatchObject({
      code: 'conflict',
      detail: expect.stringContaining('at most 3'),
    });
    await dropOut(camp, students[0]);
    const { groups: places } = await instructor.call(queue.placesFor, { campId, memberId });
    expect(places[0]).toMatchObject({ name: 'Group 1', size: 2, breaks: [] });
    const alone = await instructor.call(queue.placesFor, { campId, memberId: await memberOf(camp, woman) });
    expect(alone.groups[0]?.breaks.join()).toContain('alone');

    const before = await instructor.call(groups.list, { campId });
    const after = await instructor.call(queue.place, { campId, memberId, to: places[0]?.groupId ?? '' });
    expect(after.short).toEqual([]);
    expect(await sizes(camp)).toEqual([3, 3]);
    const { items } = await instructor.call(groups.list, { campId });
    expect(items[1]).toEqual(before.items[1]);
    const seen = await late?.call(groups.get, { groupId: places[0]?.groupId ?? '' });
    expect(seen?.members.filter(({ isMe }) => isMe)).toHaveLength(1);
    expect(seen?.explanations.map(({ kind }) => kind)).toEqual(['overlap', 'balance']);

    const waiting = await instructor.call(queue.place, { campId, memberId: await memberOf(camp, woman), to: 'queue' });
    expect(waiting.tickets).toMatchObject([{ name: 'Student Number7', state: 'waiting' }]);
    expect(await instructor.refused(queue.place, { campId, memberId, to: 'queue' })).toMatchObject({
      code: 'conflict',
    });
  });
});

describe('a group that has lost somebody', () => {
  it('may get one who waits, whose ticket then ends in it', async () => {
    const camp = await grouped([{}]);
    const { campId, instructor, students } = camp;
    await students[6]?.call(queue.join, { campId });
    await dropOut(camp, students[0]);
    const [short] = (await instructor.call(queue.get, { campId })).short;
    expect(short).toMatchObject({ name: 'Group 1', size: 2 });
    const fits = await instructor.call(queue.fitsFor, { campId, groupId: short?.groupId ?? '' });
    expect(fits.students).toMatchObject([{ name: 'Student Number6', waiting: true, breaks: [] }]);
    const memberId = fits.students[0]?.memberId ?? '';
    const after = await instructor.call(queue.place, { campId, memberId, to: short?.groupId ?? '' });
    expect([after.short, after.tickets]).toEqual([[], []]);
    expect(after.ended[0]).toMatchObject({ memberId, state: 'grouped' });
    expect(await mine(camp, students[6])).toMatchObject({ ticket: null, group: { name: 'Group 1' } });
  });

  it('offers its members the queue, or a group with room; a group that all have left is no more', async () => {
    const camp = await grouped([]);
    const { campId, students } = camp;
    await dropOut(camp, students[0]);
    expect((await mine(camp, students[4])).choices).toBeNull();
    expect((await mine(camp, students[1])).choices).toEqual({ size: 2, least: 3, groups: [], queue: true });
    await dropOut(camp, students[3]);
    const { choices } = await mine(camp, students[1]);
    expect(choices?.groups).toMatchObject([{ name: 'Group 2', members: 2 }]);
    const to = choices?.groups[0]?.groupId ?? '';
    expect(await students[1]?.call(queue.move, { campId, to })).toMatchObject({
      group: { name: 'Group 2' },
      choices: null,
    });
    expect(await students[1]?.refused(queue.move, { campId, to: 'queue' })).toMatchObject({ code: 'conflict' });
    expect(await students[2]?.call(queue.move, { campId, to: 'queue' })).toMatchObject({
      group: null,
      ticket: { state: 'waiting' },
    });
    expect(await sizes(camp)).toEqual([3]);
  });
});

describe('who may', () => {
  const staffOnly: [string, Endpoint, object][] = [
    ['see the queue', queue.get, {}],
    ['save settings', queue.save, { settings: SETTINGS, version: 1 }],
    ['see places', queue.placesFor, {}],
    ['see fits', queue.fitsFor, {}],
    ['place', queue.place, { to: 'queue' }],
  ];
  const studentsOnly: [string, Endpoint, object][] = [
    ['see their own place', queue.mine, {}],
    ['join', queue.join, {}],
    ['leave', queue.leave, {}],
    ['answer', queue.answer, { answer: 'accept' }],
    ['move', queue.move, { to: 'queue' }],
  ];
  let camp: QueueCamp;
  let ids: { campId: string; memberId: string; groupId: string; proposalId: string };
  beforeAll(async () => {
    camp = await grouped([{}]);
    const { campId, instructor } = camp;
    const [group] = (await instructor.call(groups.list, { campId })).items;
    const memberId = await memberOf(camp, camp.students[6]);
    ids = { campId, memberId, groupId: group?.id ?? '', proposalId: group?.id ?? '' };
  });

  const inputOf = (endpoint: Endpoint, given: object) =>
    Object.fromEntries(Object.keys(endpoint.input.shape).map((key) => [key, { ...ids, ...given }[key as 'campId']]));
  const statusFor = async (who: { send: SignedIn['send'] } | undefined, endpoint: Endpoint, given: object) =>
    (await who?.send(endpoint, inputOf(endpoint, given)))?.status;

  it.each(staffOnly)('%s: staff of the camp, no student, nobody from elsewhere', async (_, endpoint, given) => {
    expect(await statusFor(app.stranger, endpoint, given)).toBe(401);
    expect(await statusFor(camp.students[0], endpoint, given)).toBe(403);
    expect(await statusFor(await app.asInstructor('Ivo Elsewhere'), endpoint, given)).toBe(404);
    expect(await statusFor(camp.instructor, endpoint, given)).toBe(200);
  });

  it.each(studentsOnly)(
    '%s: students of the camp, not its staff, nobody from elsewhere',
    async (_, endpoint, given) => {
      expect(await statusFor(app.stranger, endpoint, given)).toBe(401);
      expect(await statusFor(camp.instructor, endpoint, given)).toBe(403);
      expect(await statusFor(await app.asStudent('Eve Elsewhere'), endpoint, given)).toBe(404);
      expect([200, 201, 404, 409]).toContain(await statusFor(camp.students[0], endpoint, given));
    },
  );

  it('joining with an idempotency key is one ticket and the same answer', async () => {
    const student = (await grouped([{ hours: '9AM' }])).students[6];
    const campId = (await student?.call(camps.list, {}))?.items[0]?.id ?? '';
    const headers = { 'idempotency-key': 'once' };
    const first = await student?.send(queue.join, { campId }, headers);
    const again = await student?.send(queue.join, { campId }, headers);
    expect(first?.status).toBe(201);
    expect(again).toEqual(first);
  });
});
