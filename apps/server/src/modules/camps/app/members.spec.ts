import { type Camp, camps } from '@tailcamp/contracts';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { rowsOf } from '../../../platform/database/index.js';
import { type SignedIn, TestApp } from '../../../testing/app.js';
import { eventually } from '../../../testing/eventually.js';
import { MEMBER_LEFT } from '../index.js';

let app: TestApp;
let ines: SignedIn;
let sam: SignedIn;
let camp: Camp;

beforeAll(async () => {
  app = await TestApp.start();
  ines = await app.asInstructor();
  sam = await app.asStudent();
});
beforeEach(async () => {
  camp = await ines.call(camps.create, { name: 'Camp' });
});
afterAll(() => app.close());

const join = (who: SignedIn, of = camp) => who.call(camps.join, { code: of.joinCode ?? '' });
const members = (who: SignedIn, more: object = {}) => who.call(camps.members, { campId: camp.id, ...more });
const idOf = async (who: SignedIn) =>
  (await members(ines)).items.find(({ userId }) => userId === who.user.id)?.id ?? 'not a member';

async function imported(content: string): Promise<void> {
  const { id } = await ines.call(camps.readImport, { campId: camp.id, fileName: 'roster.csv', content });
  await ines.call(camps.applyImport, { campId: camp.id, importId: id });
  await eventually('the import to be applied', async () => {
    return (await ines.call(camps.getImport, { campId: camp.id, importId: id })).state === 'applied';
  });
}

describe('joining by link', () => {
  it('shows what the link leads to, to anybody', async () => {
    const code = camp.joinCode ?? '';
    expect(await app.stranger.call(camps.preview, { code })).toMatchObject({
      campId: camp.id,
      students: 0,
      joined: false,
    });
    await join(sam);
    expect(await sam.call(camps.preview, { code })).toMatchObject({ students: 1, joined: true });
  });

  it('makes a student, once', async () => {
    expect(await join(sam)).toMatchObject({ myRole: 'student', joinCode: null, students: 1 });
    expect(await join(sam)).toMatchObject({ students: 1, seq: 2 });
    expect(await join(ines)).toMatchObject({ myRole: 'instructor', instructors: 1 });
  });

  it('makes one member of one person who presses twice', async () => {
    await Promise.all([join(sam), join(sam), join(sam)]);
    expect((await members(ines, { role: 'student' })).total).toBe(1);
  });

  it('takes over the entry of the roster with the same e-mail, and its answers', async () => {
    await imported(`Name;E-mail;Level\nSamuel S.;${sam.user.email.toUpperCase()};4\nEve Roth;eve@example.org;1`);
    const before = (await members(ines, { search: 'samuel' })).items[0];
    expect(before).toMatchObject({ userId: null, email: sam.user.email });
    await join(sam);
    const after = await members(ines, { role: 'student' });
    expect(after.total).toBe(2);
    expect(after.items[0]).toMatchObject({ id: before?.id, userId: sam.user.id, name: sam.user.name });
  });

  it('ends with a new link or none', async () => {
    const { joinCode } = await ines.call(camps.renewJoinLink, { campId: camp.id, open: true });
    expect(await sam.refused(camps.join, { code: camp.joinCode ?? '' })).toMatchObject({ code: 'not_found' });
    await ines.call(camps.renewJoinLink, { campId: camp.id, open: false });
    expect(await sam.refused(camps.join, { code: joinCode ?? '' })).toMatchObject({ code: 'not_found' });
    expect(await ines.call(camps.get, { campId: camp.id })).toMatchObject({ joinCode: null, version: 3 });
  });
});

describe('the members', () => {
  beforeEach(() => imported('Name,E-mail\nInês Carvalho,ines@example.org\nBea Costa,bea@example.org\nCal Costa,'));

  it('are paged in the order in which they came', async () => {
    const first = await members(ines, { limit: 3 });
    const second = await members(ines, { limit: 3, cursor: first.next });
    expect([...first.items, ...second.items].map(({ name }) => name)).toEqual([
      'Ines Instructor',
      'Inês Carvalho',
      'Bea Costa',
      'Cal Costa',
    ]);
    expect([first.total, second.total, second.next]).toEqual([4, 4, null]);
  });

  it('are found by name, page by page', async () => {
    const first = await members(ines, { search: 'costa', limit: 1 });
    const second = await members(ines, { search: 'costa', limit: 1, cursor: first.next });
    expect([...first.items, ...second.items].map(({ name }) => name)).toEqual(['Bea Costa', 'Cal Costa']);
    expect([first.total, second.next]).toEqual([2, null]);
    expect(await members(ines, { search: 'ines', role: 'student' })).toMatchObject({ total: 1 });
  });

  it('show their e-mails and profiles to staff only', async () => {
    const eve = await app.asStudent('Eve Roth');
    const profile = { ...(await eve.call(camps.myProfile, {})).profile, interests: ['Maps'] };
    await eve.call(camps.saveProfile, { profile, version: 0 });
    await join(eve);
    await join(sam);
    const seen = async (who: SignedIn) => (await members(who, { search: 'eve' })).items[0];
    expect(await seen(ines)).toMatchObject({ email: eve.user.email, profile: { interests: ['Maps'] } });
    expect(await seen(sam)).toMatchObject({ name: 'Eve Roth', email: null, profile: null });
    expect(await seen(eve)).toMatchObject({ email: null, profile: { interests: ['Maps'] } });
  });

  it('are nowhere in the clear in the database', async () => {
    const rows = await rowsOf<{ text: string }>(
      app.platform.database.sql.execute(sql`select row_to_json(m)::text as text from camp_members m
        union all select row_to_json(i)::text from imports i union all select row_to_json(s)::text from stream_events s`),
    );
    expect(rows.length).toBeGreaterThan(4);
    for (const { text } of rows) expect(text).not.toMatch(/costa|carvalho|@example|level/i);
  });
});

describe('staff', () => {
  it('are added by e-mail, from accounts; a student of the camp becomes an instructor', async () => {
    const campId = camp.id;
    await join(sam);
    expect(await ines.call(camps.addStaff, { campId, email: sam.user.email })).toMatchObject({ role: 'instructor' });
    expect(await sam.call(camps.get, { campId })).toMatchObject({ myRole: 'instructor', students: 0, instructors: 2 });
    expect(await ines.refused(camps.addStaff, { campId, email: sam.user.email })).toMatchObject({
      code: 'already_exists',
    });
    const unknown = await ines.refused(camps.addStaff, { campId, email: 'nobody@example.org' });
    expect(unknown).toMatchObject({ code: 'not_found' });
  });

  it('are at least one', async () => {
    const campId = camp.id;
    const memberId = await idOf(ines);
    expect(await ines.refused(camps.removeMember, { campId, memberId })).toMatchObject({ code: 'conflict' });
    await ines.call(camps.addStaff, { campId, email: sam.user.email });
    await ines.call(camps.removeMember, { campId, memberId });
    expect(await ines.refused(camps.get, { campId })).toMatchObject({ code: 'not_found' });
  });

  it('stay at least one when the last two leave at the same moment', async () => {
    const campId = camp.id;
    const { id } = await ines.call(camps.addStaff, { campId, email: sam.user.email });
    const memberId = await idOf(ines);
    const both = [
      ines.send(camps.removeMember, { campId, memberId }),
      sam.send(camps.removeMember, { campId, memberId: id }),
    ];
    expect((await Promise.all(both)).map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});

describe('removal', () => {
  it('is for staff; a student may leave but take nobody out', async () => {
    const campId = camp.id;
    const eve = await app.asStudent('Eve Roth');
    await join(sam);
    await join(eve);
    const put = vi.spyOn(app.platform.outbox, 'put');
    const [own, other] = [await idOf(sam), await idOf(eve)];
    expect(await sam.refused(camps.removeMember, { campId, memberId: other })).toMatchObject({ code: 'forbidden' });
    await sam.call(camps.removeMember, { campId, memberId: own });
    await ines.call(camps.removeMember, { campId, memberId: other });
    expect(await members(ines)).toMatchObject({ total: 1, seq: 5 });
    const told = { campId, memberId: own, userId: sam.user.id };
    expect(put).toHaveBeenCalledWith(expect.anything(), MEMBER_LEFT, told);
    expect((await app.platform.streams.read(`user:${sam.user.id}`, 0, 500)).at(-1)).toMatchObject({
      kind: 'member.left',
      data: { memberId: own },
    });
  });
});

it('lets students do nothing that is for staff', async () => {
  await join(sam);
  const campId = camp.id;
  const refusals = await Promise.all([
    sam.refused(camps.change, { campId, name: 'Mine', version: 1 }),
    sam.refused(camps.copy, { campId, name: 'Mine' }),
    sam.refused(camps.remove, { campId }),
    sam.refused(camps.renewJoinLink, { campId, open: true }),
    sam.refused(camps.addStaff, { campId, email: sam.user.email }),
    sam.refused(camps.readImport, { campId, fileName: 'a.csv', content: 'name\nAda' }),
  ]);
  expect(refusals.map(({ code }) => code)).toEqual(Array(6).fill('forbidden'));
});
