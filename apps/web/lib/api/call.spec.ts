import { afterEach, describe, expect, it, vi } from 'vitest';
import { call } from './index';
import { ApiError, fieldErrors } from './problem';
import { accept, prepare } from './send';

const campId = '0190f3a0-0000-7000-8000-000000000001';
const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });
const problem = (status: number, code: string, more = {}) =>
  json(status, { type: 'about:blank', title: 'No', status, code, ...more });

describe('prepare', () => {
  it('fills the path and puts the rest of a GET into the query, without what is undefined', () => {
    expect(prepare('camps.members', { campId, search: 'a b&c', cursor: undefined })).toEqual({
      path: `/api/v1/camps/${campId}/members?search=a+b%26c`,
      method: 'GET',
      body: undefined,
    });
  });
  it('puts the rest of a write into the body', () => {
    const { path, body } = prepare('camps.copy', { campId, name: 'Autumn' });
    expect(path).toBe(`/api/v1/camps/${campId}/copy`);
    expect(body).toBe('{"name":"Autumn"}');
  });
  it('escapes what goes into the path', () => {
    expect(prepare('camps.preview', { code: 'a/../b' }).path).toBe('/api/v1/join/a%2F..%2Fb');
  });
});

describe('accept', () => {
  it('throws the problem with its fields', async () => {
    const answer = problem(422, 'invalid_input', { fields: [{ field: 'email', message: 'Not an address' }] });
    const error = await accept('identity.me', answer).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ApiError);
    expect(fieldErrors(error)).toEqual({ email: 'Not an address' });
  });
  it('refuses an answer of another shape', async () => {
    await expect(accept('system.live', json(200, { status: 'fine' }))).rejects.toMatchObject({ code: 'internal' });
  });
  it('makes a problem of an answer that is not ours', async () => {
    await expect(accept('system.live', new Response('<h1>', { status: 502 }))).rejects.toMatchObject({
      code: 'unavailable',
    });
  });
});

describe('call', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('renews an ended session once for all who wait, and asks again with the same idempotency key', async () => {
    let renewed = 0;
    const keys: string[] = [];
    vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
      if (path.endsWith('/auth/refresh')) {
        renewed += 1;
        return json(200, { user: user(), expiresIn: 600 });
      }
      keys.push(new Headers(init.headers).get('idempotency-key') ?? '');
      return renewed ? json(200, {}) : problem(401, 'session_ended');
    });
    await Promise.all([call('identity.signOut', {}), call('identity.signOut', {})]);
    expect(renewed).toBe(1);
    expect(keys).toHaveLength(4);
    expect(new Set(keys).size).toBe(2);
  });

  it('gives the first problem where the session cannot be renewed', async () => {
    vi.stubGlobal('fetch', async () => problem(401, 'not_signed_in'));
    await expect(call('identity.me', {})).rejects.toMatchObject({ code: 'not_signed_in' });
  });
});

const user = () => ({
  id: campId,
  name: 'Ada',
  email: 'ada@camp.example',
  role: 'student',
  disabled: false,
  createdAt: '2026-01-01T00:00:00Z',
  version: 1,
});
