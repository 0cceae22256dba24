import { identity } from '@tailcamp/contracts';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { rowsOf } from '../../../platform/database/index.js';
import { TestApp } from '../../../testing/app.js';
import { People, SignInLinks } from '../index.js';

let app: TestApp;
let links: SignInLinks;
let userId: string;
beforeAll(async () => {
  app = await TestApp.start({ PUBLIC_URL: 'https://camp.example.org/' });
  links = app.nest.get(SignInLinks);
  const person = { name: 'Lin', email: 'lin@example.org', role: 'instructor' } as const;
  userId = (await app.nest.get(People).createPerson(person)).id;
});
afterAll(() => app.close());

const redeem = (token: string) => app.stranger.send(identity.redeemLink, { token, transport: 'bearer' });

it('is an address with the token behind the hash, and no token in the database', async () => {
  const { url, token } = await links.create(userId);
  expect(url).toBe(`https://camp.example.org/link#${token}`);
  const rows = await rowsOf(app.platform.database.sql.execute(sql`select l::text as row from sign_in_links l`));
  expect(JSON.stringify(rows)).not.toContain(token);
});

it('signs in once, however many try at once', async () => {
  const { token } = await links.create(userId);
  const answers = await Promise.all(Array.from({ length: 5 }, () => redeem(token)));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401, 401, 401]);
  expect(answers.find(({ status }) => status === 200)?.body).toMatchObject({
    user: { id: userId, role: 'instructor' },
  });
  expect(answers.find(({ status }) => status === 401)?.body).toMatchObject({ code: 'link_spent' });
});

it('expires, after a day unless told', async () => {
  const day = await links.create(userId);
  const minute = await links.create(userId, 60_000);
  const unused = await links.create(userId);
  app.clock.advance(60_000);
  expect((await redeem(minute.token)).status).toBe(401);
  expect((await redeem(day.token)).status).toBe(200);
  app.clock.advance(24 * 3_600_000);
  expect((await redeem(unused.token)).status).toBe(401);
});

it('does not sign a disabled account in, and a made-up token nobody', async () => {
  const { token } = await links.create(userId);
  await app.platform.database.sql.execute(sql`update users set disabled = true where id = ${userId}`);
  expect((await redeem(token)).status).toBe(401);
  await app.platform.database.sql.execute(sql`update users set disabled = false where id = ${userId}`);
  expect((await redeem(token)).status).toBe(200);
  expect((await redeem('A'.repeat(43))).status).toBe(401);
});
