import { Controller } from '@nestjs/common';
import { ERRORS, endpoint, Id, type Problem } from '@tailcamp/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { AppError } from '../kernel/app-error.js';
import { newId } from '../kernel/id.js';
import { type GatewayApp, gatewayApp } from '../testing/gateway-app.js';
import { Readiness } from './health/readiness.js';
import { Serve } from './serve.js';
import { VERSION } from './version.js';

const things = {
  get: endpoint({
    method: 'GET',
    path: '/things/:thingId',
    access: 'public',
    input: z.strictObject({ thingId: Id, limit: z.coerce.number().int().default(3) }),
    output: z.object({ thingId: Id, limit: z.number() }),
    errors: [],
    summary: 'A thing',
  }),
  make: endpoint({
    method: 'POST',
    path: '/things',
    access: 'public',
    status: 201,
    input: z.strictObject({
      name: z.string().max(10),
      parts: z.array(z.strictObject({ size: z.number() })).default([]),
    }),
    output: z.object({ name: z.string() }),
    errors: [],
    summary: 'Make a thing',
  }),
  mine: endpoint({
    method: 'GET',
    path: '/my-things',
    access: 'signed-in',
    input: z.strictObject({}),
    output: z.object({ userId: z.string() }),
    errors: [],
    summary: 'My things',
  }),
  broken: endpoint({
    method: 'GET',
    path: '/broken/:how',
    access: 'public',
    input: z.strictObject({ how: z.enum(['thrown', 'output']) }),
    output: z.object({ fine: z.boolean().refine((fine) => fine) }),
    errors: [],
    summary: 'Breaks',
  }),
};

@Controller()
class ThingsController {
  @Serve(things.get)
  async get(input: { thingId: string; limit: number }) {
    return { ...input, secret: 'never leaves' };
  }
  @Serve(things.make)
  async make({ name }: { name: string }) {
    if (name === 'taken') throw new AppError('already_exists', { detail: 'There is one.' });
    return { name };
  }
  @Serve(things.mine)
  async mine(_: object, caller: { userId: string }) {
    return { userId: caller.userId };
  }
  @Serve(things.broken)
  async broken({ how }: { how: string }): Promise<{ fine: boolean }> {
    if (how === 'thrown') throw new Error('select * from users where password');
    return { fine: false };
  }
}

const id = '0190f3a0-0000-7000-8000-000000000001';
let app: GatewayApp;

beforeAll(async () => {
  app = await gatewayApp({
    controllers: [ThingsController],
    environment: { RATE_READ: '1000', RATE_WRITE: '5', BODY_LIMIT_MB: '1', TRUSTED_PROXIES: '127.0.0.0/8' },
    pages: async (request, response) => {
      response.end(`<script nonce="${request.headers['x-nonce']}">`);
    },
  });
  await app.nest.listen(0, '127.0.0.1');
});
afterAll(() => app.close());

const get = (url: string, headers: Record<string, string> = {}) => app.nest.inject({ method: 'GET', url, headers });
const post = (url: string, payload: string | object, headers: Record<string, string> = {}) =>
  app.nest.inject({ method: 'POST', url, payload, headers: { 'x-forwarded-for': newId(), ...headers } });

describe('what is refused', () => {
  it('an unknown path, by a problem', async () => {
    const answer = await get('/api/v1/nothing');
    expect(answer.statusCode).toBe(404);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json()).toMatchObject({ code: 'not_found', type: 'urn:tailcamp:error:not_found' });
  });

  it('another method of a path that is there, naming those it takes', async () => {
    const answer = await app.nest.inject({ method: 'DELETE', url: '/api/v1/things' });
    expect(answer.json()).toMatchObject({ code: 'method_not_allowed' });
    expect(answer.statusCode).toBe(405);
    expect(answer.headers.allow).toBe('POST');
    expect((await app.nest.inject({ method: 'POST', url: '/api/v1/health/live' })).headers.allow).toBe('GET, HEAD');
  });

  it.each([
    ['JSON that breaks off', '{"name":', 400, 'bad_request'],
    ['a list', '[]', 422, 'invalid_input'],
    ['a prototype', '{"__proto__":{"x":1},"name":"a"}', 400, 'bad_request'],
    ['more than the limit', JSON.stringify({ name: 'x'.repeat(1_100_000) }), 413, 'too_large'],
  ])('%s', async (_, body, status, code) => {
    const answer = await post('/api/v1/things', body, { 'content-type': 'application/json' });
    expect(answer.json()).toMatchObject({ code, status });
    expect(answer.statusCode).toBe(status);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/html'])(
    'a body of %s',
    async (type) => {
      const answer = await post('/api/v1/things', 'name=a', { 'content-type': type });
      expect(answer.json<Problem>().code).toBe('unsupported_media_type');
      expect(answer.statusCode).toBe(415);
    },
  );

  it('unknown fields and wrong types, each by its name', async () => {
    const answer = await post('/api/v1/things', { name: 7, parts: [{ size: 1, colour: 'red' }], extra: 1 });
    expect(answer.statusCode).toBe(422);
    expect(
      answer
        .json<Problem>()
        .fields?.map(({ field }) => field)
        .sort(),
    ).toEqual(['extra', 'name', 'parts.0.colour']);
  });

  it('an id that is none as not found, and a parameter that stands twice', async () => {
    expect((await get('/api/v1/things/17')).json()).toMatchObject({ code: 'not_found' });
    expect((await get(`/api/v1/things/${id}?thingId=${id}`)).json()).toMatchObject({ code: 'invalid_input' });
  });

  it('a URL that cannot be decoded', async () => {
    const answer = await get('/api/v1/things/%E0%A4%A');
    expect(answer.json()).toMatchObject({ code: 'bad_request' });
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    expect((await get(`/api/v1/things/${'x'.repeat(300)}`)).json()).toMatchObject({ code: 'not_found' });
  });

  it('strangers where one must be signed in, and ended sessions', async () => {
    expect((await get('/api/v1/my-things')).json()).toMatchObject({ code: 'not_signed_in' });
    expect((await get('/api/v1/my-things', { authorization: 'Bearer gone' })).json()).toMatchObject({
      code: 'session_ended',
    });
    expect((await get('/api/v1/my-things', { authorization: `Bearer ${app.authenticator.signIn()}` })).statusCode).toBe(
      200,
    );
  });

  it('writes by cookie from another site', async () => {
    const cookie = `session=${app.authenticator.signIn()}`;
    const foreign = await post('/api/v1/things', { name: 'a' }, { cookie, origin: 'https://evil.example' });
    expect(foreign.json()).toMatchObject({ code: 'wrong_origin' });
    const crossSite = await post('/api/v1/things', { name: 'a' }, { cookie, 'sec-fetch-site': 'cross-site' });
    expect(crossSite.statusCode).toBe(403);
    const own = await post(
      '/api/v1/things',
      { name: 'a' },
      { cookie, origin: 'http://localhost:80', host: 'localhost:80' },
    );
    expect(own.statusCode).toBe(201);
  });
});

describe('what is answered', () => {
  it('drops what the contract does not name', async () => {
    expect((await get(`/api/v1/things/${id}?limit=5`)).json()).toEqual({ thingId: id, limit: 5 });
  });

  it('tells nothing of what broke', async () => {
    for (const how of ['thrown', 'output']) {
      const answer = await get(`/api/v1/broken/${how}`);
      expect(answer.statusCode).toBe(500);
      expect(answer.json()).toEqual({
        type: 'urn:tailcamp:error:internal',
        title: ERRORS.internal.title,
        status: 500,
        code: 'internal',
        requestId: answer.headers['x-request-id'],
      });
    }
  });

  it('takes the request id of a proxy when it is sane, else gives one', async () => {
    expect((await get('/api/v1/health/live', { 'x-request-id': 'trace-12345' })).headers['x-request-id']).toBe(
      'trace-12345',
    );
    const forged = await get('/api/v1/health/live', { 'x-request-id': 'a b"c' });
    expect(forged.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('carries security headers, HSTS only under TLS', async () => {
    const plain = await get('/api/v1/health/live');
    expect(plain.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      'referrer-policy': 'strict-origin-when-cross-origin',
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=()'),
    });
    expect(plain.headers['strict-transport-security']).toBeUndefined();
    const tls = await get('/api/v1/health/live', { 'x-forwarded-proto': 'https' });
    expect(tls.headers['strict-transport-security']).toContain('max-age=');
  });

  it('serves pages with a nonce of their own, that nobody outside can choose', async () => {
    const [one, other] = [await fetchPage('/'), await fetchPage('/camps/1')];
    for (const { csp, body } of [one, other]) {
      const nonce = /nonce="([^"]+)"/.exec(body)?.[1] ?? 'none';
      expect(csp).toContain(`'nonce-${nonce}'`);
      expect(/script-src[^;]*unsafe-inline/.test(csp)).toBe(false);
      expect(csp).toContain("frame-ancestors 'none'");
    }
    expect(one.body).not.toBe(other.body);
    expect((await fetchPage('/', { 'x-nonce': 'mine' })).body).not.toContain('mine');
  });

  it('gives pages to readers only', async () => {
    expect((await app.nest.inject({ method: 'POST', url: '/camps/1', payload: 'x' })).statusCode).toBe(405);
  });
});

describe('limits', () => {
  it('counts per caller, says how much is left, and when to come again', async () => {
    const headers = { authorization: `Bearer ${app.authenticator.signIn()}` };
    const statuses = [];
    for (let count = 0; count < 6; count++)
      statuses.push((await post('/api/v1/things', { name: 'a' }, headers)).statusCode);
    expect(statuses).toEqual([201, 201, 201, 201, 201, 429]);
    const refused = await post('/api/v1/things', { name: 'a' }, headers);
    expect(refused.headers).toMatchObject({ 'ratelimit-limit': '5', 'ratelimit-remaining': '0' });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    const other = { authorization: `Bearer ${app.authenticator.signIn()}` };
    expect((await post('/api/v1/things', { name: 'a' }, other)).statusCode).toBe(201);
  });

  it('counts strangers by address, and believes trusted proxies only', async () => {
    const from = (chain: string) => post('/api/v1/things', { name: 'a' }, { 'x-forwarded-for': chain });
    for (let count = 0; count < 5; count++) await from(`6.6.6.${count}, 203.0.113.9`);
    expect((await from('6.6.6.99, 203.0.113.9')).statusCode).toBe(429);
    expect((await from('203.0.113.10')).statusCode).toBe(201);
  });

  it('leaves health alone', async () => {
    const answer = await get('/api/v1/health/live');
    expect(answer.headers['ratelimit-limit']).toBeUndefined();
  });
});

describe('health', () => {
  it('says what it stands on', async () => {
    expect((await get('/api/v1/health')).json()).toEqual({
      status: 'ok',
      version: VERSION,
      role: 'all',
      checks: { database: { ok: true }, queue: { ok: true, detail: expect.any(String) } },
    });
  });

  it('is ready after its start and until its stop', async () => {
    const ready = async () => (await get('/api/v1/health/ready')).statusCode;
    expect(await ready()).toBe(503);
    app.nest.get(Readiness).started();
    expect(await ready()).toBe(200);
    app.nest.get(Readiness).stopping();
    expect(await ready()).toBe(503);
  });

  it('measures by route, never by path', async () => {
    await get(`/api/v1/things/${id}?limit=5`);
    const { body, headers } = await get('/metrics');
    expect(headers['content-type']).toContain('text/plain');
    expect(body).toContain('route="/api/v1/things/:thingId",status="200"');
    expect(body).not.toContain(id);
    expect(body).toContain('tailcamp_queue_jobs{state="waiting"} 0');
  });
});

async function fetchPage(path: string, headers: Record<string, string> = {}) {
  const answer = await fetch(new URL(path, await app.nest.getUrl()), { headers });
  return { csp: answer.headers.get('content-security-policy') ?? '', body: await answer.text() };
}
