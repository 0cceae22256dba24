import { type Camp, camps } from '@tailcamp/contracts';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it, type MockInstance, vi } from 'vitest';
import { rowsOf } from '../../../platform/database/index.js';
import type { Outbox } from '../../../platform/outbox/index.js';
import { type SignedIn, TestApp } from '../../../testing/app.js';
import { CAMP_COPIED, CAMP_REMOVED } from '../index.js';

let app: TestApp;
let ines: SignedIn;
let camp: Camp;
let put: MockInstance<Outbox['put']>;

beforeAll(async () => {
  app = await TestApp.start();
  put = vi.spyOn(app.platform.outbox, 'put');
  ines = await app.asInstructor();
  camp = await ines.call(camps.create, { name: '  Spring Camp ', startsOn: '2027-03-01', endsOn: '2027-05-01' });
});
afterAll(() => app.close());

const kindsOf = async (stream: `camp:${string}` | `user:${string}`) =>
  (await app.platform.streams.read(stream, 0, 100)).map(({ kind }) => kind);

describe('creating', () => {
  it('makes the creator its instructor, and tells both streams', async () => {
    expect(camp).toMatchObject({
      name: 'Spring Camp',
      timeZone: 'UTC',
      myRole: 'instructor',
      students: 0,
      instructors: 1,
    });
    expect(camp).toMatchObject({ demo: false, version: 1, seq: 1 });
    expect(camp.joinCode).toMatch(/^[0-9A-HJKMNP-TV-Z]{20}$/);
    expect(await kindsOf(`camp:${camp.id}`)).toEqual(['member.joined']);
    expect(await kindsOf(`user:${ines.user.id}`)).toEqual(['camp.joined']);
  });

  it('is for instructors', async () => {
    const sam = await app.asStudent();
    expect(await sam.refused(camps.create, { name: 'Mine' })).toMatchObject({ code: 'forbidden' });
    expect(await app.stranger.refused(camps.create, { name: 'Mine' })).toMatchObject({ code: 'not_signed_in' });
  });

  it('says which field is wrong', async () => {
    const problem = await ines.refused(camps.create, { name: 'X', startsOn: '2027-02-01', endsOn: '2027-01-01' });
    expect(problem).toMatchObject({ code: 'invalid_input', fields: [{ field: 'endsOn' }] });
  });
});

describe('seeing', () => {
  it('is for its members and for admins; for others there is no such camp', async () => {
    const other = await app.asInstructor('Otto Other');
    const admin = await app.asAdmin();
    expect(await other.refused(camps.get, { campId: camp.id })).toMatchObject({ code: 'not_found' });
    expect((await other.call(camps.list, {})).items).toEqual([]);
    expect(await admin.call(camps.get, { campId: camp.id })).toMatchObject({
      myRole: 'admin',
      joinCode: camp.joinCode,
    });
    expect((await admin.call(camps.list, {})).items.map(({ id }) => id)).toContain(camp.id);
  });

  it('pages through camps, the newest first', async () => {
    const pat = await app.asInstructor('Pat Pages');
    const made: string[] = [];
    for (const name of ['one', 'two', 'three']) made.unshift((await pat.call(camps.create, { name })).id);
    const first = await pat.call(camps.list, { limit: 2 });
    const second = await pat.call(camps.list, { limit: 2, cursor: first.next ?? '' });
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(made);
    expect(second.next).toBeNull();
    expect(await pat.refused(camps.list, { cursor: 'WyJ4Il0' })).toMatchObject({ code: 'invalid_input' });
  });
});

describe('changing', () => {
  it('keeps what is not given, and refuses a stale version with the state as it is', async () => {
    const own = await ines.call(camps.create, { name: 'Before', startsOn: '2027-01-01' });
    const changed = await ines.call(camps.change, { campId: own.id, name: 'After', version: 1 });
    expect(changed).toMatchObject({ name: 'After', startsOn: '2027-01-01', version: 2, seq: 2 });
    const problem = await ines.refused(camps.change, { campId: own.id, name: 'Late', version: 1 });
    expect(problem).toMatchObject({ code: 'stale', current: { name: 'After', version: 2 } });
  });

  it('holds a new end against the old beginning', async () => {
    const problem = await ines.refused(camps.change, { campId: camp.id, endsOn: '2026-01-01', version: camp.version });
    expect(problem).toMatchObject({ code: 'invalid_input', fields: [{ field: 'endsOn' }] });
  });
});

describe('copying', () => {
  it('takes the settings and nobody, and tells other modules', async () => {
    const copy = await ines.call(camps.copy, { campId: camp.id, name: 'Autumn Camp' });
    expect(copy).toMatchObject({
      name: 'Autumn Camp',
      startsOn: camp.startsOn,
      timeZone: 'UTC',
      students: 0,
      instructors: 1,
    });
    expect(copy.joinCode).not.toBe(camp.joinCode);
    expect(put).toHaveBeenCalledWith(expect.anything(), CAMP_COPIED, { from: camp.id, to: copy.id });
  });
});

describe('removing', () => {
  it('takes everything along, and tells its members and other modules', async () => {
    const doomed = await ines.call(camps.create, { name: 'Doomed' });
    await ines.call(camps.readImport, { campId: doomed.id, fileName: 'a.csv', content: 'name\nAda Lind' });
    await ines.call(camps.remove, { campId: doomed.id });
    expect(await ines.refused(camps.get, { campId: doomed.id })).toMatchObject({ code: 'not_found' });
    expect((await kindsOf(`camp:${doomed.id}`)).at(-1)).toBe('camp.deleted');
    expect((await kindsOf(`user:${ines.user.id}`)).at(-1)).toBe('camp.deleted');
    const left = await rowsOf<{ rows: number }>(
      app.platform.database.sql.execute(sql`select
        (select count(*) from camp_members where camp_id = ${doomed.id}) +
        (select count(*) from imports where camp_id = ${doomed.id}) as rows`),
    );
    expect(Number(left[0]?.rows)).toBe(0);
    const told = { campId: doomed.id, demo: false, userIds: [ines.user.id] };
    expect(put).toHaveBeenCalledWith(expect.anything(), CAMP_REMOVED, told);
  });
});
