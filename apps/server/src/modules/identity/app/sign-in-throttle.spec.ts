import { identity } from '@tailcamp/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { TestApp } from '../../../testing/app.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start({ TRUSTED_PROXIES: '127.0.0.1' });
});
afterAll(() => app.close());

let made = 0;
const password = 'a throttled password';
const from = (ip: string) => ({ 'x-forwarded-for': ip });
async function owner(ip: string): Promise<string> {
  const email = `throttle.${++made}@example.org`;
  await app.stranger.send(identity.signUp, { name: 'O', email, password }, from(ip));
  return email;
}
const signIn = async (email: string, given: string, ip: string) =>
  (await app.stranger.send(identity.signIn, { email, password: given }, from(ip))).status;
const guess = (email: string, ip: string) => signIn(email, 'a wrong password', ip);
const times = (count: number) => Array.from({ length: count }, (_, at) => at);

it('stops guessing from one address after ten, with the time to wait, and says no even to the right one', async () => {
  const email = await owner('203.0.113.1');
  for (const _ of times(10)) expect(await guess(email, '198.51.100.1')).toBe(401);
  const response = await app.nest.inject({
    method: 'POST',
    url: '/api/v1/auth/sign-in',
    headers: from('198.51.100.1'),
    payload: { email, password },
  });
  expect(response.statusCode).toBe(429);
  expect(response.json()).toMatchObject({ code: 'too_many_requests', detail: expect.stringMatching(/in 15 min/) });
  expect(Number(response.headers['retry-after'])).toBeGreaterThan(600);
  expect(await signIn(email, password, '203.0.113.1')).toBe(200);
});

it('begins anew after a sign-in that succeeded', async () => {
  const email = await owner('203.0.113.2');
  for (const _ of times(9)) await guess(email, '203.0.113.2');
  expect(await signIn(email, password, '203.0.113.2')).toBe(200);
  for (const _ of times(9)) expect(await guess(email, '203.0.113.2')).toBe(401);
  expect(await signIn(email, password, '203.0.113.2')).toBe(200);
});

it('stops guessing from many addresses after a hundred, but never the owner at a known address', async () => {
  const email = await owner('203.0.113.3');
  await Promise.all(times(100).map((at) => guess(email, `198.51.100.${at + 10}`)));
  expect(await guess(email, '192.0.2.1')).toBe(429);
  expect(await signIn(email, password, '192.0.2.2')).toBe(429);
  expect(await signIn(email, password, '203.0.113.3')).toBe(200);
  expect(await guess(email, '192.0.2.3')).toBe(429);
});

it('treats an e-mail without an account no other way', async () => {
  for (const _ of times(10)) expect(await guess('nobody@example.org', '198.51.100.1')).toBe(401);
  expect(await guess('NOBODY@example.org', '198.51.100.1')).toBe(429);
});
