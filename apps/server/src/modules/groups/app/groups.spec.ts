import { camps, type Group, groups, matching } from '@tailcamp/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { StreamAccess } from '../../../gateway/stream-access.js';
import { type SignedIn, TestApp } from '../../../testing/app.js';
import { eventually } from '../../../testing/eventually.js';
import {
  type MatchingCamp,
  matched,
  matchingCamp,
  PRIVATE_COLUMN,
  savePolicy,
} from '../../../testing/matching-camp.js';

let app: TestApp;
let camp: MatchingCamp;
let ada: SignedIn;
beforeAll(async () => {
  app = await TestApp.start({ RATE_READ: '100000' });
  camp = await matchingCamp(app);
  await savePolicy(camp);
  const { id: runId } = await matched(camp);
  await camp.instructor.call(matching.accept, { campId: camp.campId, runId });
  ada = camp.students[0] as SignedIn;
});
afterAll(() => app.close());

const groupOf = async (student: SignedIn): Promise<string> => (await student.call(groups.mine, {})).items[0]?.id ?? '';
const asSeenBy = async (who: SignedIn): Promise<Group> => who.call(groups.get, { groupId: await groupOf(ada) });

describe('what is private', () => {
  it('is told to staff, with the pairs', async () => {
    const seen = await asSeenBy(camp.instructor);
    expect(seen.explanations.map(({ column }) => column)).toContain(PRIVATE_COLUMN);
    expect(seen.explanations).toHaveLength(4);
    expect(seen.explanations[0]?.cohort).toHaveLength(6);
    expect(seen.pairs).toHaveLength(4);
  });

  it('is never told to a student: neither criterion, evidence, nor score', async () => {
    const seen = await asSeenBy(ada);
    const told = [seen, await ada.call(groups.mine, {}), await ada.call(groups.list, { campId: camp.campId })];
    expect(JSON.stringify(told)).not.toMatch(/Gender|Woman|Man\b|notAlone|spread/);
    expect(seen.pairs).toBeNull();
    const [similar, balance] = seen.explanations;
    expect(seen.explanations).toHaveLength(2);
    expect(seen.score).toBeCloseTo((2 * (similar?.score ?? 0) + (balance?.score ?? 0)) / 3, 12);
    expect(seen.cohortScores).toContain(seen.score);
  });

  it('would show in the score that staff see', async () => {
    const { score, explanations } = await asSeenBy(camp.instructor);
    const [similar, balance, , spread] = explanations.map((explanation) => explanation.score);
    expect(score).toBeCloseTo((2 * (similar ?? 0) + (balance ?? 0) + (spread ?? 0)) / 4, 12);
  });
});

describe('who sees a group', () => {
  it('are its members, staff and admins; to everybody else it does not exist', async () => {
    const groupId = await groupOf(ada);
    const { items } = await camp.instructor.call(groups.list, { campId: camp.campId });
    const other = items.find(({ id }) => id !== groupId)?.id ?? '';
    expect((await ada.send(groups.get, { groupId: other })).body).toMatchObject({
      status: 404,
      detail: 'The group was not found.',
    });
    const stranger = await app.asInstructor('Ivo Elsewhere');
    expect((await stranger.send(groups.get, { groupId })).body).toMatchObject({
      status: 404,
      detail: 'The group was not found.',
    });
    expect((await stranger.send(groups.change, { groupId, name: 'Mine', version: 1 })).status).toBe(404);
    expect((await (await app.asAdmin()).call(groups.get, { groupId })).id).toBe(groupId);
  });

  it('goes for lists too', async () => {
    const { campId } = camp;
    const own = await ada.call(groups.list, { campId });
    expect([own.total, own.items.map(({ id }) => id)]).toEqual([1, [await groupOf(ada)]]);
    const stranger = await app.asStudent('Eve Elsewhere');
    expect((await stranger.send(groups.list, { campId })).status).toBe(404);
    expect((await stranger.call(groups.mine, {})).items).toEqual([]);
    const paged = await camp.instructor.call(groups.list, { campId, limit: 4 });
    const rest = await camp.instructor.call(groups.list, { campId, limit: 4, cursor: paged.next ?? '' });
    expect([paged.items.length, rest.items.length, rest.next, rest.total]).toEqual([4, 2, null, 6]);
  });

  it('goes for its stream too', async () => {
    const access = app.nest.get(StreamAccess);
    const actor = ({ user }: SignedIn) =>
      ({ kind: 'user', userId: user.id, role: user.role, sessionId: user.id }) as const;
    const stream = `group:${await groupOf(ada)}` as const;
    expect(await access.hearing(actor(ada), stream)).toBe('member');
    expect(await access.hearing(actor(camp.instructor), stream)).toBe('member');
    expect(await access.hearing(actor(await app.asStudent('Eve Elsewhere')), stream)).toBeNull();
  });
});

describe('renaming', () => {
  it('is for members, needs the present version, and is told in every stream that shows the name', async () => {
    const before = await asSeenBy(ada);
    const { id: groupId, version } = before;
    const renamed = await ada.call(groups.change, { groupId, name: ' The Foxes ', version });
    expect(renamed).toMatchObject({ name: 'The Foxes', version: version + 1 });
    expect(renamed.seq).toBe(before.seq + 1);
    const late = await camp.instructor.refused(groups.change, { groupId, name: 'The Owls', version });
    expect(late).toMatchObject({ code: 'stale', current: { name: 'The Foxes', version: version + 1 } });
    for (const stream of [`group:${groupId}`, `camp:${camp.campId}`, `user:${ada.user.id}`] as const) {
      const seq = await app.platform.streams.sequence(stream);
      const [event] = await app.platform.streams.read(stream, seq - 1, 1);
      expect(event).toMatchObject({ kind: 'group.changed', data: { groupId, version: version + 1 } });
    }
  });
});

describe('free time', () => {
  it('is unknown until somebody tells theirs, then counted in the zone of who looks', async () => {
    expect((await asSeenBy(ada)).free).toBeNull();
    const availability = Array.from({ length: 168 }, (_, hour) => (hour === 18 ? '1' : '0')).join('');
    const profile = {
      interests: [],
      goals: [],
      languages: [],
      roles: ['Designer'],
      timeZone: 'Asia/Tokyo',
      availability,
    };
    await ada.call(camps.saveProfile, { profile, version: 0 });
    const own = await asSeenBy(ada);
    expect([own.free?.zone, own.free?.counts.indexOf(1)]).toEqual(['Asia/Tokyo', 18]);
    expect(own.members.find(({ isMe }) => isMe)).toMatchObject({ role: 'Designer', timeZone: 'Asia/Tokyo' });
    const staff = await asSeenBy(camp.instructor);
    expect([staff.free?.zone, staff.free?.counts.indexOf(1)]).toEqual(['UTC', 9]);
  });

  it('is that of the survey where it was matched on', async () => {
    const { instructor } = camp;
    const { id: campId } = await instructor.call(camps.create, { name: 'By a survey', timeZone: 'UTC' });
    const people = ['Ana', 'Bo', 'Cy'].map((name) => `${name},${name}@example.org,9AM;10AM`);
    const content = ['Name,Email,Free [Tuesday]', ...people].join('\n');
    const { id: importId } = await instructor.call(camps.readImport, { campId, fileName: 'survey.csv', content });
    await instructor.call(camps.applyImport, { campId, importId });
    await eventually('the import', async () => {
      const { state } = await instructor.call(camps.getImport, { campId, importId });
      return state === 'applied';
    });
    const surveyed = { campId, instructor, students: [] };
    const criteria = [{ kind: 'overlap' as const, columns: 'Free [*]' }];
    await savePolicy(surveyed, { groupSize: { min: 3, max: 3 }, criteria });
    const run = await matched(surveyed);
    const free = { zone: null, counts: Array.from({ length: 168 }, (_, hour) => (hour === 33 || hour === 34 ? 3 : 0)) };
    expect(run.free).toEqual({ 'Group 1': free });
    await instructor.call(matching.accept, { campId, runId: run.id });
    const { items } = await instructor.call(groups.list, { campId });
    expect((await instructor.call(groups.get, { groupId: items[0]?.id ?? '' })).free).toEqual(free);
  });
});

it('who leaves the camp leaves the group, and the others hear of it', async () => {
  const { instructor, campId } = camp;
  const { members, id: groupId, version } = await asSeenBy(ada);
  const leaving = members.find(({ isMe }) => !isMe)?.memberId ?? '';
  await instructor.call(camps.removeMember, { campId, memberId: leaving });
  const left = await eventually('the smaller group', async () => {
    const group = await asSeenBy(ada);
    return group.version > version ? group : undefined;
  });
  expect(left.members.map(({ memberId }) => memberId)).toEqual(
    members.map(({ memberId }) => memberId).filter((id) => id !== leaving),
  );
  const staff = await instructor.call(groups.get, { groupId });
  expect(staff.pairs).toHaveLength(3);
});
