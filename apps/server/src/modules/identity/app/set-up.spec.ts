import { identity } from '@tailcamp/contracts';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { TestApp } from '../../../testing/app.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(() => app.platform.database.sql.execute(sql`delete from users`));
afterAll(() => app.close());

const first = (email: string) => ({ name: 'First', email, password: 'the very first', transport: 'bearer' }) as const;
const needed = async () => (await app.stranger.call(identity.setupState, {})).needed;

it('makes the first admin once', async () => {
  expect(await needed()).toBe(true);
  const { user } = await app.stranger.call(identity.setUp, first('one@example.org'));
  expect(user.role).toBe('admin');
  expect(await needed()).toBe(false);
  expect((await app.stranger.refused(identity.setUp, first('two@example.org'))).code).toBe('conflict');
});

it('makes one admin, however many come at once', async () => {
  const answers = await Promise.all(
    Array.from({ length: 6 }, (_, at) => app.stranger.send(identity.setUp, first(`race.${at}@example.org`))),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
});

it('is not taken from the owner by somebody who signs up earlier', async () => {
  await app.stranger.call(identity.signUp, { ...first('early@example.org') });
  expect(await needed()).toBe(true);
  expect((await app.stranger.call(identity.setUp, first('owner@example.org'))).user.role).toBe('admin');
});

it('refuses a common password and leaves the first run open', async () => {
  const weak = { ...first('weak@example.org'), password: 'changeme' };
  expect((await app.stranger.refused(identity.setUp, weak)).fields?.[0]?.field).toBe('password');
  expect(await needed()).toBe(true);
});
