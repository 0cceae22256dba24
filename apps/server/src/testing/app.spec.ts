import { camps, identity } from '@tailcamp/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { TestApp } from './app.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.close());

it('speaks for people as they speak', async () => {
  const ines = await app.asInstructor();
  expect(await ines.call(identity.me, {})).toMatchObject({ name: 'Ines Instructor', role: 'instructor' });
  const camp = await ines.call(camps.create, { name: 'Spring' });
  expect(await ines.call(camps.get, { campId: camp.id })).toMatchObject({ name: 'Spring', myRole: 'instructor' });
});

it('refuses a stranger, and a wrong field by its name', async () => {
  expect(await app.stranger.refused(identity.me, {})).toMatchObject({ status: 401, code: 'not_signed_in' });
  const ines = await app.asInstructor();
  const { body } = await ines.send(camps.create, { name: 'Spring', colour: 'green' });
  expect(body).toMatchObject({ status: 422, fields: [{ field: 'colour', message: 'Unknown field' }] });
});
