import { identity, type Role } from '@tailcamp/contracts';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { SESSION_ENDED as HEARD_BY_SOCKETS } from '../../../gateway/authenticator.js';
import { SYSTEM } from '../../../kernel/actor.js';
import { newId } from '../../../kernel/id.js';
import { TestApp } from '../../../testing/app.js';
import { ChangeRole } from './change-role.js';
import { SESSION_ENDED } from './session-standings.js';

let app: TestApp;
let heard: unknown[] = [];
beforeAll(async () => {
  app = await TestApp.start();
  await app.platform.events.subscribe(HEARD_BY_SOCKETS, (message) => heard.push(message));
});
afterEach(() => {
  heard = [];
});
afterAll(() => app.close());

const changed = (user: { id: string; version: number }, role: Role) => ({
  userId: user.id,
  role,
  version: user.version,
});

it('gives an account another role and ends its sessions, in every process', async () => {
  const admin = await app.asAdmin();
  const student = await app.asStudent();
  const user = await admin.call(identity.changeRole, changed(student.user, 'instructor'));
  expect(user).toEqual({ ...student.user, role: 'instructor', version: 2 });
  expect((await student.refused(identity.me, {})).code).toBe('session_ended');
  expect(heard).toEqual([{ sessionId: expect.any(String) }]);
  expect(SESSION_ENDED).toBe(HEARD_BY_SOCKETS);
});

it.each(['instructor', 'student'] as const)('is not for a %s', async (role) => {
  const caller = role === 'student' ? await app.asStudent() : await app.asInstructor();
  const refused = await caller.refused(identity.changeRole, changed(caller.user, 'admin'));
  expect(refused.code).toBe('forbidden');
  expect((await caller.refused(identity.listUsers, {})).code).toBe('forbidden');
  expect((await caller.call(identity.me, {})).role).toBe(role);
});

it('refuses a stale version with the state of now, and an account that is not there', async () => {
  const admin = await app.asAdmin();
  const { user } = await app.asStudent();
  await admin.call(identity.changeRole, changed(user, 'instructor'));
  const stale = await admin.refused(identity.changeRole, changed(user, 'admin'));
  expect(stale).toMatchObject({ code: 'stale', current: { id: user.id, role: 'instructor', version: 2 } });
  const nobody = await admin.refused(identity.changeRole, changed({ id: newId(), version: 1 }, 'admin'));
  expect(nobody.code).toBe('not_found');
});

it('changes nothing and ends nothing where the role is the same', async () => {
  const admin = await app.asAdmin();
  const student = await app.asStudent();
  expect((await admin.call(identity.changeRole, changed(student.user, 'student'))).version).toBe(1);
  await student.call(identity.me, {});
  expect(heard).toEqual([]);
});

it('keeps one admin, even when two take the role from each other at the same moment', async () => {
  const change = app.nest.get(ChangeRole);
  const admin = await app.asAdmin();
  const all = await admin.call(identity.listUsers, { limit: 200 });
  const admins = all.items.filter((user) => user.role === 'admin');
  const outcomes = await Promise.allSettled(admins.map((user) => change.run(SYSTEM, changed(user, 'student'))));
  const refused = outcomes.filter(({ status }) => status === 'rejected');
  expect(refused).toEqual([{ status: 'rejected', reason: expect.objectContaining({ code: 'conflict' }) }]);
});
