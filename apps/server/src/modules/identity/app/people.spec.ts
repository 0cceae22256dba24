import { identity } from '@tailcamp/contracts';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '../../../kernel/id.js';
import { TestApp } from '../../../testing/app.js';
import { People } from '../index.js';

let app: TestApp;
let people: People;
beforeAll(async () => {
  app = await TestApp.start();
  people = app.nest.get(People);
});
afterAll(() => app.close());

let made = 0;
const somebody = () => ({ name: 'Grace Hopper', email: `grace.${++made}@example.org`, role: 'student' }) as const;

it('finds people by id and by e-mail, in any case', async () => {
  const person = somebody();
  const { id } = await people.createPerson({ ...person, email: person.email.toUpperCase() });
  const grace = { id, ...person };
  expect(await people.find([id, id, newId()])).toEqual(new Map([[id, grace]]));
  expect(await people.byEmail(` ${person.email.toUpperCase()} `)).toEqual(grace);
  expect(await people.byEmail('nobody@example.org')).toBeNull();
  expect(await people.find([])).toEqual(new Map());
});

it('makes one account for an e-mail, however many ask at once', async () => {
  const person = somebody();
  const outcomes = await Promise.allSettled(Array.from({ length: 5 }, () => people.createPerson(person)));
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  for (const outcome of outcomes) {
    if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'already_exists' });
  }
});

it('removes those of the demo, ends their sessions, and leaves others alone', async () => {
  const real = await app.asAdmin();
  const demo = await app.asStudent('Demo Student');
  const ids = [real.user.id, demo.user.id];
  await app.platform.database.sql.execute(sql`update users set demo = true where id = ${demo.user.id}`);
  await people.remove(ids);
  expect([...(await people.find(ids)).keys()]).toEqual([real.user.id]);
  await real.call(identity.me, {});
  expect((await demo.refused(identity.me, {})).code).toBe('session_ended');
});

it('lets the whole demo go, and the first run come back, but takes no last admin from people who stay', async () => {
  const other = await TestApp.start();
  try {
    const demo = other.nest.get(People);
    const admin = { ...somebody(), role: 'admin', demo: true } as const;
    const all = [await demo.createPerson(admin), await demo.createPerson({ ...somebody(), demo: true })];
    await demo.remove(all.map(({ id }) => id));
    expect((await other.stranger.call(identity.setupState, {})).needed).toBe(true);

    const { id } = await demo.createPerson(admin);
    const stays = await other.asStudent();
    await expect(demo.remove([id])).rejects.toMatchObject({ code: 'conflict' });
    expect((await demo.find([id])).size).toBe(1);
    await stays.call(identity.me, {});
  } finally {
    await other.close();
  }
});

it('lists every account to an admin, page by page, in the order of their making', async () => {
  const admin = await app.asAdmin();
  const ids = [admin.user.id];
  for (let at = 0; at < 4; at++) ids.push((await people.createPerson(somebody())).id);
  const listed: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await admin.call(identity.listUsers, { limit: 2, ...(cursor === undefined ? {} : { cursor }) });
    listed.push(...page.items.map(({ id }) => id));
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  expect(listed.slice(-ids.length)).toEqual(ids);
  expect(new Set(listed).size).toBe(listed.length);
  for (const wrong of [
    'nonsense',
    Buffer.from('["x"]').toString('base64url'),
    Buffer.from('[1]').toString('base64url'),
  ]) {
    const refused = await admin.refused(identity.listUsers, { cursor: wrong });
    expect(refused).toMatchObject({ code: 'invalid_input', fields: [{ field: 'cursor' }] });
  }
});
