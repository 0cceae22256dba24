import { createHmac, generateKeyPairSync } from 'node:crypto';
import { identity } from '@tailcamp/contracts';
import { sql } from 'drizzle-orm';
import { decodeJwt, decodeProtectedHeader, type JWTPayload, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { newId } from '../../../kernel/id.js';
import { rowsOf } from '../../../platform/database/index.js';
import { TestApp } from '../../../testing/app.js';
import { OVERLAP_MS, SIGNING_MS } from '../domain/key-rotation.js';
import { KeyStore } from '../store/key-store.js';
import { AccessTokens } from './access-tokens.js';
import { Identify } from './identify.js';
import { SigningKeys } from './signing-keys.js';

let app: TestApp;
let good: { token: string; claims: JWTPayload; kid: string; refreshToken: string };
beforeAll(async () => {
  app = await TestApp.start();
  good = await signIn();
});
afterAll(() => app.close());

let made = 0;
async function signIn() {
  const email = `tokens.${++made}@example.org`;
  const input = { name: 'T', email, password: 'a fine password', transport: 'bearer' } as const;
  const { accessToken: token = '', refreshToken = '' } = await app.stranger.call(identity.signUp, input);
  return { token, refreshToken, claims: decodeJwt(token), kid: decodeProtectedHeader(token).kid ?? '' };
}

const me = (token: string) => app.stranger.send(identity.me, {}, { authorization: `Bearer ${token}` });
const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const without = (claim: string): JWTPayload => ({
  ...Object.fromEntries(Object.entries(good.claims).filter(([name]) => name !== claim)),
});
/** Signed with our own key, as only a bug of ours could. */
const signed = async (claims: JWTPayload, header: { typ?: string; kid?: string } = {}) => {
  const { kid, key } = await app.nest.get(SigningKeys).current();
  return new SignJWT(claims).setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid, ...header }).sign(key);
};

it('are EdDSA JWTs of ten minutes that name key, issuer, audience, account, session and role', () => {
  const { iat = 0, exp = 0, ...claims } = good.claims;
  expect(decodeProtectedHeader(good.token)).toEqual({ alg: 'EdDSA', typ: 'at+jwt', kid: good.kid });
  expect(exp - iat).toBe(600);
  expect(claims).toEqual({
    iss: 'tailcamp',
    aud: 'tailcamp-api',
    sub: expect.any(String),
    sid: expect.any(String),
    role: 'student',
  });
});

describe('a token is refused that', () => {
  it.each<[string, () => Promise<string> | string]>([
    ['has no algorithm', () => `${base64({ alg: 'none', typ: 'at+jwt', kid: good.kid })}.${base64(good.claims)}.`],
    [
      'is a MAC keyed with our public key',
      async () => {
        const [key] = (await app.nest.get(SigningKeys).jwks()).keys;
        const body = `${base64({ alg: 'HS256', typ: 'at+jwt', kid: good.kid })}.${base64(good.claims)}`;
        const mac = createHmac('sha256', Buffer.from(key?.x ?? '', 'base64url')).update(body);
        return `${body}.${mac.digest('base64url')}`;
      },
    ],
    [
      'is signed by a stranger under our key id',
      () => {
        const { privateKey } = generateKeyPairSync('ed25519');
        return new SignJWT(good.claims)
          .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid: good.kid })
          .sign(privateKey);
      },
    ],
    ['is for another audience', () => signed({ ...good.claims, aud: 'grafana' })],
    ['is of another issuer', () => signed({ ...good.claims, iss: 'https://evil.example' })],
    ['has no expiry', () => signed(without('exp'))],
    ['has expired', () => signed({ ...good.claims, exp: Math.floor(app.clock.now().getTime() / 1000) - 1 })],
    ['is another kind of JWT', () => signed(good.claims, { typ: 'JWT' })],
    ['names an unknown key', () => signed(good.claims, { kid: newId() })],
    ['names a session of somebody else', () => signed({ ...good.claims, sub: newId() })],
    ['names no session', () => signed(without('sid'))],
    ['names a session that never was', () => signed({ ...good.claims, sid: newId() })],
    ['is a refresh token', () => good.refreshToken],
    ['was changed', () => good.token.replace(/\.[^.]+\./, `.${base64({ ...good.claims, role: 'admin' })}.`)],
    ['is no token at all', () => 'a.b.c'],
    ['is empty', () => ''],
  ])('%s', async (_, token) => {
    const { status, body } = await me(await token());
    expect({ status, body }).toMatchObject({ status: 401, body: { code: 'session_ended' } });
    expect((await me(good.token)).status).toBe(200);
  });
});

it('is not a refresh token, and not a cookie of another name', async () => {
  const asCookie = await app.stranger.send(identity.me, {}, { cookie: `tailcamp_refresh=${good.token}` });
  expect(asCookie.body).toMatchObject({ code: 'not_signed_in' });
});

it('signs nobody out because we cannot look the session up', async () => {
  vi.spyOn(app.nest.get(Identify), 'run').mockRejectedValueOnce(new Error('the database is away'));
  expect((await me(good.token)).status).toBe(500);
  expect((await me(good.token)).status).toBe(200);
});

it('shows its keys without their private parts, and keeps those sealed', async () => {
  const response = await app.nest.inject({ method: 'GET', url: '/.well-known/jwks.json' });
  const { keys } = response.json<{ keys: Record<string, unknown>[] }>();
  expect(keys.map((key) => Object.keys(key).sort())).toEqual([['alg', 'crv', 'kid', 'kty', 'use', 'x']]);
  const [row] = await rowsOf<{ key: string }>(
    app.platform.database.sql.execute(sql`select private_key as key from signing_keys`),
  );
  expect(row?.key).toMatch(/^v1\./);
});

it('expires after ten minutes', async () => {
  const { token } = await signIn();
  app.clock.advance(599_000);
  expect((await me(token)).status).toBe(200);
  app.clock.advance(1_000);
  expect((await me(token)).status).toBe(401);
});

it('changes its key in time; the old one verifies a little longer and then no more', async () => {
  const before = await signIn();
  app.clock.advance(SIGNING_MS);
  const tokens = app.nest.get(AccessTokens);
  const fresh = await signIn();
  expect(fresh.kid).not.toBe(before.kid);
  expect((await me(fresh.token)).status).toBe(200);
  const keysOf = async () => (await app.nest.get(SigningKeys).jwks()).keys.map(({ kid }) => kid);
  expect(await keysOf()).toEqual([fresh.kid, before.kid]);
  app.clock.advance(OVERLAP_MS);
  expect(await keysOf()).toEqual([fresh.kid]);
  expect(await tokens.verify(before.token)).toBeNull();
});

it('is verified by another process, which learns of a new key when it meets it', async () => {
  const { nest, platform, clock } = app;
  const elsewhere = new SigningKeys(platform.database, nest.get(KeyStore), clock);
  await elsewhere.jwks();
  app.clock.advance(SIGNING_MS);
  const { kid } = await signIn();
  expect(await elsewhere.verifying(kid)).not.toBeNull();
});
