import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type GatewayApp, gatewayApp } from '../../testing/gateway-app.js';

let app: GatewayApp;
beforeAll(async () => {
  app = await gatewayApp({ environment: { RATE_READ: '1000' } });
});
afterAll(() => app.close());

const send = (payload: object, headers: Record<string, string> = {}, method: 'GET' | 'POST' = 'POST') =>
  app.nest.inject({
    method,
    url: '/graphql',
    headers,
    ...(method === 'GET' ? { query: payload as never } : { payload }),
  });

describe('GraphQL', () => {
  it('answers who is signed in', async () => {
    const token = app.authenticator.signIn('instructor');
    const answer = await send({ query: '{ viewer { id role } }' }, { authorization: `Bearer ${token}` });
    expect(answer.json()).toEqual({
      data: { viewer: { id: app.authenticator.actors.get(token)?.userId, role: 'instructor' } },
    });
  });

  it('refuses strangers with the code of REST, and tells no stack', async () => {
    const [error] = (await send({ query: '{ viewer { id } }' })).json().errors;
    expect(error).toMatchObject({ path: ['viewer'], extensions: { code: 'not_signed_in', status: 401 } });
    expect(JSON.stringify(error)).not.toMatch(/stack|node_modules/);
  });

  it('refuses an ended session before it looks at the operation', async () => {
    const answer = await send({ query: '{ viewer { id } }' }, { authorization: 'Bearer gone' });
    expect(answer.statusCode).toBe(401);
    expect(answer.json().errors[0].extensions.code).toBe('session_ended');
  });

  it('refuses what a page of another site can send', async () => {
    const simple = await send({ query: '{ viewer { id } }' }, {}, 'GET');
    expect(simple.statusCode).toBe(400);
    const typed = await app.nest.inject({
      method: 'POST',
      url: '/graphql',
      payload: '{"query":"{viewer{id}}"}',
      headers: { 'content-type': 'text/plain' },
    });
    expect(typed.statusCode).toBe(415);
    const cookie = `session=${app.authenticator.signIn()}`;
    const foreign = await send({ query: '{ viewer { id } }' }, { cookie, origin: 'https://evil.example' });
    expect(foreign.statusCode).toBe(403);
    expect(foreign.json().errors[0].extensions.code).toBe('wrong_origin');
  });

  it.each([
    ['what does not parse', '{ viewer {'],
    ['an unknown field', '{ viewer { password } }'],
    ['too many aliases', `{ ${Array.from({ length: 31 }, (_, at) => `a${at}: viewer { id }`).join(' ')} }`],
    [
      'too many fields by fragments',
      `{ ${'viewer { ...A } '.repeat(20)} } fragment A on Viewer { ${'id '.repeat(20)} }`,
    ],
    ['too many tokens', `{ viewer { ${'id '.repeat(2_100)} } }`],
  ])('refuses %s', async (_, query) => {
    const answer = await send({ query }, { authorization: `Bearer ${app.authenticator.signIn()}` });
    expect(answer.statusCode).toBe(400);
    expect(answer.json().errors[0].extensions).toMatchObject({ code: 'bad_request', status: 400 });
  });

  it('refuses depth, a circle of fragments and a batch', async () => {
    const deep = `{ __schema { ${'types { fields { type { '.repeat(4)} name ${'} } }'.repeat(4)} } }`;
    expect((await send({ query: deep })).json().errors[0].message).toMatch(/14 in depth/);
    const circle = '{ viewer { ...A } } fragment A on Viewer { ...B } fragment B on Viewer { ...A }';
    expect((await send({ query: circle })).statusCode).toBe(400);
    expect((await send([{ query: '{ viewer { id } }' }])).statusCode).toBe(400);
  });
});
