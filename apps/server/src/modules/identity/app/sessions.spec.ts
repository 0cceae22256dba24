import { identity, type Session } from '@tailcamp/contracts';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { SYSTEM } from '../../../kernel/actor.js';
import { rowsOf } from '../../../platform/database/index.js';
import { TestApp } from '../../../testing/app.js';
import { SESSION_LIFETIME_MS } from '../domain/refresh.js';
import { ForgetExpired } from './forget-expired.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.close());

const ada = {
  name: 'Ada',
  email: 'ada.sessions@example.org',
  password: 'difference engine',
  transport: 'bearer',
} as const;
const { name: _, ...credentials } = ada;
const as = ({ accessToken }: Session) => ({ authorization: `Bearer ${accessToken}` });
const status = async (session: Session) => (await app.stranger.send(identity.me, {}, as(session))).status;

it('ends one session by signing out, and all by signing out everywhere', async () => {
  const one = await app.stranger.call(identity.signUp, ada);
  const two = await app.stranger.call(identity.signIn, credentials);
  const three = await app.stranger.call(identity.signIn, credentials);
  const bystander = await app.asStudent();
  expect([await status(one), await status(two), await status(three)]).toEqual([200, 200, 200]);

  expect((await app.stranger.send(identity.signOut, {}, as(one))).status).toBe(200);
  expect([await status(one), await status(two), await status(three)]).toEqual([401, 200, 200]);
  const { refreshToken } = one;
  const refused = await app.stranger.refused(identity.refresh, { ...(refreshToken ? { refreshToken } : {}) });
  expect(refused.code).toBe('session_ended');

  const { body } = await app.stranger.send(identity.signOutEverywhere, {}, as(two));
  expect(body).toEqual({ ended: 2 });
  expect([await status(two), await status(three)]).toEqual([401, 401]);
  await bystander.call(identity.me, {});
});

it('sees an end that another process told it of, though it had looked the session up before', async () => {
  const session = await app.stranger.call(identity.signIn, credentials);
  expect(await status(session)).toBe(200);
  const sessionId = JSON.parse(Buffer.from(session.accessToken?.split('.')[1] ?? '', 'base64url').toString()).sid;
  await app.platform.database.sql.execute(sql`update sessions set ended_at = now() where id = ${sessionId}`);
  await app.platform.events.publish('session.ended', { sessionId });
  await expect.poll(() => status(session)).toBe(401);
});

it('forgets sessions with their tokens, and links, once they have expired', async () => {
  const count = async (table: string) => {
    const counted = app.platform.database.sql.execute(sql`select count(*)::int as n from ${sql.identifier(table)}`);
    return (await rowsOf<{ n: number }>(counted))[0]?.n;
  };
  app.clock.advance(SESSION_LIFETIME_MS);
  const fresh = await app.stranger.call(identity.signIn, credentials);
  await app.nest.get(ForgetExpired).run(SYSTEM);
  expect([await count('sessions'), await count('refresh_tokens'), await count('sign_in_links')]).toEqual([1, 1, 0]);
  expect(await status(fresh)).toBe(200);
});
