import { identity, type Session } from '@tailcamp/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { TestApp } from '../../../testing/app.js';
import { GRACE_MS, SESSION_LIFETIME_MS } from '../domain/refresh.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.close());

let made = 0;
const signUp = (): Promise<Session> => {
  const email = `refresh.${++made}@example.org`;
  return app.stranger.call(identity.signUp, { name: 'R', email, password: 'a fresh password', transport: 'bearer' });
};
const refresh = ({ refreshToken }: Session) =>
  app.stranger.call(identity.refresh, { ...(refreshToken ? { refreshToken } : {}), transport: 'bearer' });
const refusal = async ({ refreshToken }: Session) =>
  (await app.stranger.refused(identity.refresh, { ...(refreshToken ? { refreshToken } : {}), transport: 'bearer' }))
    .code;
const me = async ({ accessToken }: Session) =>
  (await app.stranger.send(identity.me, {}, { authorization: `Bearer ${accessToken}` })).status;
const later = () => app.clock.advance(GRACE_MS + 1);

it('gives a new pair each time, for the same account', async () => {
  const first = await signUp();
  const second = await refresh(first);
  expect(second.user).toEqual(first.user);
  expect(second.refreshToken).not.toBe(first.refreshToken);
  expect(await me(second)).toBe(200);
});

it('ends the whole family when a used token comes again, access tokens at once', async () => {
  const first = await signUp();
  const second = await refresh(first);
  const third = await refresh(second);
  later();
  expect(await refusal(first)).toBe('session_ended');
  expect(await refusal(third)).toBe('session_ended');
  for (const session of [first, second, third]) expect(await me(session)).toBe(401);
});

it('ends it for an older token even within the grace of the one before', async () => {
  const first = await signUp();
  const third = await refresh(await refresh(first));
  expect(await refusal(first)).toBe('session_ended');
  expect(await refusal(third)).toBe('session_ended');
});

it('lets two tabs refresh at once, or an answer be lost', async () => {
  const first = await signUp();
  const [left, right] = await Promise.all([refresh(first), refresh(first)]);
  expect(left.refreshToken).not.toBe(right.refreshToken);
  expect(await me(left)).toBe(200);
  expect(await me(right)).toBe(200);
  later();
  expect(await me(await refresh(right))).toBe(200);
});

it('finds out who won a token within the grace', async () => {
  const first = await signUp();
  const owner = await refresh(first);
  const thief = await refresh(first);
  const ownerLater = await refresh(owner);
  later();
  expect(await refusal(thief)).toBe('session_ended');
  expect(await refusal(ownerLater)).toBe('session_ended');
});

it('rotates one token once, however many race for it', async () => {
  const first = await signUp();
  const given = await Promise.all(Array.from({ length: 8 }, () => refresh(first)));
  expect(new Set(given.map(({ refreshToken }) => refreshToken)).size).toBe(8);
  later();
  const [winner, loser] = [given[3], given[4]];
  const next = await refresh(winner as Session);
  later();
  expect(await refusal(loser as Session)).toBe('session_ended');
  expect(await refusal(next)).toBe('session_ended');
});

it('ends at the absolute expiry, however often it was refreshed', async () => {
  let session = await signUp();
  for (let step = 0; step < 3; step++) {
    app.clock.advance(SESSION_LIFETIME_MS / 4);
    session = await refresh(session);
  }
  app.clock.advance(SESSION_LIFETIME_MS / 4);
  expect(await refusal(session)).toBe('session_ended');
});

it('refuses what is no refresh token: made up, an access token, or none', async () => {
  const { accessToken } = await signUp();
  expect(await refusal({ refreshToken: 'A'.repeat(43) } as Session)).toBe('session_ended');
  expect(await refusal({} as Session)).toBe('session_ended');
  const long = await app.stranger.send(identity.refresh, { refreshToken: accessToken, transport: 'bearer' });
  expect(long.status).toBeGreaterThanOrEqual(401);
});
