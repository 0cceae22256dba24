import { identity } from '@tailcamp/contracts';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rowsOf } from '../../../platform/database/index.js';
import { TestApp } from '../../../testing/app.js';
import { Browser } from '../../../testing/browser.js';
import { People } from '../index.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start({ TRUSTED_PROXIES: '127.0.0.1' });
});
afterAll(() => app.close());

let made = 0;
const account = () => ({ name: 'Ada Lovelace', email: `ada.${++made}@example.org`, password: 'difference engine' });
const tls = { 'x-forwarded-proto': 'https' };

describe('signing up and in', () => {
  it('makes a student, whatever the case of the e-mail, and signs in with it again', async () => {
    const ada = account();
    const { user, accessToken } = await app.stranger.call(identity.signUp, {
      ...ada,
      email: ` ${ada.email.toUpperCase()} `,
      transport: 'bearer',
    });
    expect(user).toMatchObject({ name: ada.name, email: ada.email, role: 'student', version: 1, disabled: false });
    const { email, password } = ada;
    const again = await app.stranger.call(identity.signIn, { email, password, transport: 'bearer' });
    expect(again.user).toEqual(user);
    expect(again.expiresIn).toBe(600);
    expect(again.accessToken).not.toBe(accessToken);
  });

  it('refuses an e-mail that has an account, a common password with its field, and fields it does not know', async () => {
    const ada = account();
    await app.stranger.call(identity.signUp, ada);
    expect(await app.stranger.refused(identity.signUp, { ...ada, name: 'Mallory' })).toMatchObject({
      code: 'already_exists',
      status: 409,
    });
    const weak = await app.stranger.refused(identity.signUp, { ...account(), password: 'password1' });
    expect(weak).toMatchObject({ code: 'invalid_input', fields: [{ field: 'password' }] });
    const role = { ...account(), role: 'admin' };
    expect(await app.stranger.refused(identity.signUp, role)).toMatchObject({ fields: [{ field: 'role' }] });
  });

  it('takes passwords of 64 characters and more whole', async () => {
    const password = 'né'.repeat(100);
    const { email, name } = account();
    await app.stranger.call(identity.signUp, { name, email, password });
    const shorter = await app.stranger.refused(identity.signIn, { email, password: password.slice(0, -1) });
    expect(shorter.code).toBe('wrong_credentials');
    await app.stranger.call(identity.signIn, { email, password });
  });

  it('answers a wrong password, an unknown e-mail and an account without a password alike', async () => {
    const ada = account();
    await app.stranger.call(identity.signUp, ada);
    const linkOnly = account();
    await app.nest.get(People).createPerson({ ...linkOnly, role: 'student' });
    const answers = [];
    for (const email of [ada.email, 'nobody@example.org', linkOnly.email]) {
      answers.push(await app.stranger.refused(identity.signIn, { email, password: 'not the password' }));
    }
    const alike = answers.map(({ requestId: _, ...problem }) => problem);
    expect(alike[0]).toMatchObject({ code: 'wrong_credentials', status: 401 });
    expect(new Set(alike.map((problem) => JSON.stringify(problem))).size).toBe(1);
  });

  it('refuses a disabled account, the right password too', async () => {
    const ada = account();
    const { user, accessToken } = await app.stranger.call(identity.signUp, { ...ada, transport: 'bearer' });
    await app.platform.database.sql.execute(sql`update users set disabled = true where id = ${user.id}`);
    const { email, password } = ada;
    expect((await app.stranger.refused(identity.signIn, { email, password })).code).toBe('wrong_credentials');
    const me = await app.stranger.send(identity.me, {}, { authorization: `Bearer ${accessToken}` });
    expect(me.status).toBe(401);
  });
});

it('keeps no e-mail, name or password in the clear', async () => {
  const ada = {
    name: 'Zebulon Quartermaine',
    email: 'zebulon.quartermaine@example.org',
    password: 'zebulon-zebulon-9',
  };
  await app.stranger.call(identity.signUp, ada);
  for (const table of ['users', 'sessions', 'refresh_tokens', 'outbox']) {
    const rows = await rowsOf(
      app.platform.database.sql.execute(sql`select t::text as row from ${sql.identifier(table)} t`),
    );
    const text = JSON.stringify(rows).toLowerCase();
    for (const secret of ['zebulon', 'quartermaine', '127.0.0.1']) expect(text).not.toContain(secret);
  }
  const [row] = await rowsOf<{ hash: string }>(
    app.platform.database.sql.execute(sql`select password_hash as hash from users order by id desc limit 1`),
  );
  expect(row?.hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
});

describe('cookies', () => {
  it('carry the session, HttpOnly and SameSite, and the answer holds no token', async () => {
    const browser = new Browser(app.nest);
    const { status, body, cookies } = await browser.send(identity.signUp, account());
    expect(status).toBe(201);
    expect(Object.keys(body).sort()).toEqual(['expiresIn', 'user']);
    expect(cookies).toHaveLength(2);
    for (const cookie of cookies)
      expect(cookie).toMatch(/^tailcamp_\w+=[^;]+; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/);
    expect((await browser.send(identity.me, {})).body).toEqual(body.user);
  });

  it('are bound to host and TLS where TLS is', async () => {
    const browser = new Browser(app.nest, tls);
    const { cookies } = await browser.send(identity.signUp, account());
    for (const cookie of cookies)
      expect(cookie).toMatch(/^__Host-tailcamp_\w+=[^;]+; Max-Age=\d+; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    expect((await browser.send(identity.me, {})).status).toBe(200);
  });

  it('are refreshed without a token in the answer, and never given to a bearer', async () => {
    const browser = new Browser(app.nest);
    await browser.send(identity.signUp, account());
    const before = new Map(browser.jar);
    const bearer = await browser.send(identity.refresh, { transport: 'bearer' });
    expect(bearer).toMatchObject({ status: 401, body: { code: 'session_ended' } });
    expect(browser.jar).toEqual(before);
    const refreshed = await browser.send(identity.refresh, {});
    expect(Object.keys(refreshed.body).sort()).toEqual(['expiresIn', 'user']);
    expect(browser.jar.get('tailcamp_refresh')).not.toBe(before.get('tailcamp_refresh'));
    expect((await browser.send(identity.me, {})).status).toBe(200);
  });

  it('are cleared by signing out, and when there is nothing left to refresh', async () => {
    const browser = new Browser(app.nest);
    await browser.send(identity.signUp, account());
    const kept = new Browser(app.nest);
    for (const [name, value] of browser.jar) kept.jar.set(name, value);
    expect((await browser.send(identity.signOut, {})).status).toBe(200);
    expect(browser.jar.size).toBe(0);
    expect((await kept.send(identity.me, {})).body.code).toBe('session_ended');
    expect((await kept.send(identity.refresh, {})).body.code).toBe('session_ended');
    expect(kept.jar.size).toBe(0);
  });

  it('of somebody else are replaced by signing in, and that session ends', async () => {
    const browser = new Browser(app.nest);
    await browser.send(identity.signUp, account());
    const first = new Browser(app.nest);
    for (const [name, value] of browser.jar) first.jar.set(name, value);
    const { body } = await browser.send(identity.signUp, account());
    expect((await browser.send(identity.me, {})).body).toEqual(body.user);
    expect((await first.send(identity.me, {})).status).toBe(401);
    expect((await first.send(identity.refresh, {})).status).toBe(401);
  });

  it('do not let another site write', async () => {
    const browser = new Browser(app.nest, { origin: 'https://evil.example' });
    expect((await browser.send(identity.refresh, {})).body.code).toBe('wrong_origin');
  });
});

it('does not believe a plain cookie where people come by TLS: a neighbouring host could have planted it', async () => {
  const secure = await TestApp.start({ PUBLIC_URL: 'https://camp.example.org', TRUSTED_PROXIES: '127.0.0.1' });
  try {
    const host = { ...tls, host: 'camp.example.org' };
    const mallory = new Browser(secure.nest, host);
    await mallory.send(identity.signUp, account());
    const victim = new Browser(secure.nest, host);
    for (const [name, value] of mallory.jar) victim.jar.set(name.replace('__Host-', ''), value);
    expect((await victim.send(identity.me, {})).body.code).toBe('not_signed_in');
    expect((await victim.send(identity.refresh, {})).body.code).toBe('session_ended');
  } finally {
    await secure.close();
  }
});
