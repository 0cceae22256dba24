import { Controller } from '@nestjs/common';
import { endpoint, identity } from '@tailcamp/contracts';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { AppError } from '../../kernel/app-error.js';
import { newId } from '../../kernel/id.js';
import { rowsOf } from '../../platform/database/index.js';
import { type GatewayApp, gatewayApp } from '../../testing/gateway-app.js';
import { Serve } from '../serve.js';
import { IdempotencyStore } from './idempotency-store.js';

const make = endpoint({
  method: 'POST',
  path: '/notes',
  access: 'signed-in',
  status: 201,
  input: z.strictObject({ text: z.string() }),
  output: z.object({ number: z.number(), text: z.string() }),
  errors: ['conflict'],
  summary: 'Write a note',
});

let made = 0;
let release: () => void = () => {};

@Controller()
class NotesController {
  @Serve(make)
  async make({ text }: { text: string }) {
    made += 1;
    if (text === 'slow') await new Promise<void>((resolve) => (release = resolve));
    if (text === 'fails') throw new AppError('conflict');
    return { number: made, text };
  }

  @Serve(identity.signIn)
  async signIn() {
    made += 1;
    const user = {
      id: newId(),
      name: 'N',
      email: 'n@example.org',
      role: 'student' as const,
      disabled: false,
      createdAt: '2026-01-01T00:00:00Z',
      version: 1,
    };
    return { user, accessToken: 'secret-token', expiresIn: 600 };
  }
}

let app: GatewayApp;
beforeAll(async () => {
  app = await gatewayApp({ controllers: [NotesController], environment: { RATE_WRITE: '1000' } });
});
afterAll(() => app.close());

const write = (text: string, key: string, token: string) =>
  app.nest.inject({
    method: 'POST',
    url: '/api/v1/notes',
    payload: { text },
    headers: { authorization: `Bearer ${token}`, 'idempotency-key': key },
  });

it('does it once and gives the same answer again', async () => {
  const [token, before] = [app.authenticator.signIn(), made];
  const [first, second] = [await write('a', 'k-1', token), await write('a', 'k-1', token)];
  expect(made).toBe(before + 1);
  expect(second.statusCode).toBe(201);
  expect(second.json()).toEqual(first.json());
  expect([first, second].map(({ headers }) => headers['idempotency-replayed'])).toEqual([undefined, 'true']);
});

it('refuses the key with another request, and keeps accounts apart', async () => {
  const token = app.authenticator.signIn();
  await write('a', 'k-2', token);
  const reused = await write('b', 'k-2', token);
  expect(reused.statusCode).toBe(409);
  expect(reused.json().code).toBe('key_reused');
  expect((await write('b', 'k-2', app.authenticator.signIn())).json().text).toBe('b');
});

it('of two at once does one', async () => {
  const [token, before] = [app.authenticator.signIn(), made];
  const first = write('slow', 'k-3', token);
  await expect.poll(() => made).toBe(before + 1);
  const second = await write('slow', 'k-3', token);
  expect(second.json().code).toBe('conflict');
  expect(second.headers['retry-after']).toBe('1');
  release();
  expect((await first).statusCode).toBe(201);
  expect((await write('slow', 'k-3', token)).json()).toEqual((await first).json());
  expect(made).toBe(before + 1);
});

it('frees the key when nothing came of it', async () => {
  const [token, before] = [app.authenticator.signIn(), made];
  expect((await write('fails', 'k-4', token)).statusCode).toBe(409);
  expect((await write('fails', 'k-4', token)).json().code).toBe('conflict');
  expect(made).toBe(before + 2);
});

it('refuses keys that are none', async () => {
  for (const key of ['', 'a b', 'x'.repeat(201)]) {
    const answer = await write('a', key, app.authenticator.signIn());
    expect(answer.statusCode).toBe(422);
    expect(answer.json().fields[0].field).toBe('Idempotency-Key');
  }
});

it('keeps nothing of what signs in, and nothing in the clear', async () => {
  const before = made;
  const signIn = () =>
    app.nest.inject({
      method: 'POST',
      url: '/api/v1/auth/sign-in',
      payload: { email: 'n@example.org', password: 'x' },
      headers: { authorization: `Bearer ${app.authenticator.signIn()}`, 'idempotency-key': 'k-5' },
    });
  await signIn();
  await signIn();
  expect(made).toBe(before + 2);
  await write('a private thought', 'key-of-mine', app.authenticator.signIn());
  const dump = JSON.stringify(await rowsOf(app.database.sql.execute(sql`select * from idempotency_keys`)));
  for (const clear of ['secret-token', 'private thought', 'key-of-mine', '/notes']) expect(dump).not.toContain(clear);
});

it('forgets after a day', async () => {
  const [token, before] = [app.authenticator.signIn(), made];
  await write('a', 'k-6', token);
  app.clock.advance(23 * 3_600_000);
  await write('a', 'k-6', token);
  expect(made).toBe(before + 1);
  app.clock.advance(2 * 3_600_000);
  await write('b', 'k-6', token);
  expect(made).toBe(before + 2);
  app.clock.advance(25 * 3_600_000);
  await app.nest.get(IdempotencyStore).forgetOld();
  expect(await rowsOf(app.database.sql.execute(sql`select 1 from idempotency_keys`))).toEqual([]);
});

it('lets an attempt be taken over whose process died, and not be written over by it', async () => {
  const store = app.nest.get(IdempotencyStore);
  const keyed = { userId: newId(), key: 'k', request: 'r' };
  const dead = await store.claim(keyed);
  expect((await store.claim(keyed)).state).toBe('running');
  app.clock.advance(120_000);
  expect((await store.claim({ ...keyed, request: 'another' })).state).toBe('other-request');
  const heir = await store.claim(keyed);
  if (dead.state !== 'mine' || heir.state !== 'mine') throw new Error('Nobody got it');
  await store.keep(keyed, dead.attempt, 'late');
  await store.keep(keyed, heir.attempt, 'right');
  expect(await store.claim(keyed)).toEqual({ state: 'answered', answer: 'right' });
});
