import { identity, type Session } from '@tailcamp/contracts';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { SYSTEM } from '../../../kernel/actor.js';
import { TestApp } from '../../../testing/app.js';
import { postgresTestDatabase } from '../../../testing/postgres-database.js';
import { postgresUrl } from '../../../testing/servers/index.js';
import { GRACE_MS } from '../domain/refresh.js';
import { People, SignInLinks } from '../index.js';
import { ChangeRole } from './change-role.js';
import { Passwords } from './passwords.js';

/** PGlite runs one transaction after the other; only here do they truly meet. */
describe.skipIf(!postgresUrl())('identity on PostgreSQL, many at the same moment', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start({}, postgresTestDatabase());
  });
  afterAll(() => app.close());

  const times = <T>(count: number, work: (at: number) => Promise<T>) =>
    Promise.all(Array.from({ length: count }, (_, at) => work(at)));
  const newcomer = (email: string) => ({ name: 'N', email, password: 'the very first', transport: 'bearer' }) as const;
  const refresh = ({ refreshToken = '' }: Session) =>
    app.stranger.call(identity.refresh, { refreshToken, transport: 'bearer' });

  it('makes one first admin', async () => {
    // Hashing takes its turn on four threads and would hand them to the database one by one.
    const hash = vi.spyOn(app.nest.get(Passwords), 'hash').mockResolvedValue('no hash');
    await times(8, () => app.platform.database.ping());
    const answers = await times(8, (at) => app.stranger.send(identity.setUp, newcomer(`race.${at}@example.org`)));
    hash.mockRestore();
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(7).fill(409)]);
  });

  it('makes one account for an e-mail', async () => {
    const answers = await times(8, () => app.stranger.send(identity.signUp, newcomer('same@example.org')));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(7).fill(409)]);
  });

  it('spends a link once', async () => {
    const person = await app.nest.get(People).byEmail('same@example.org');
    const { token } = await app.nest.get(SignInLinks).create(person?.id ?? '');
    const answers = await times(8, () => app.stranger.send(identity.redeemLink, { token, transport: 'bearer' }));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(7).fill(401)]);
  });

  it('rotates a family once: all who raced hold siblings, and after one is used the others are replays', async () => {
    const first = await app.stranger.call(identity.signUp, newcomer('family@example.org'));
    const [used, unused] = await times(8, () => refresh(first));
    const next = await refresh(used as Session);
    app.clock.advance(GRACE_MS + 1);
    await expect(refresh(unused as Session)).rejects.toThrow('session_ended');
    await expect(refresh(next)).rejects.toThrow('session_ended');
  });

  it('keeps an admin when all take the role from each other', async () => {
    const admin = await app.asAdmin();
    await app.asAdmin();
    const { items } = await admin.call(identity.listUsers, { limit: 200 });
    const admins = items.filter(({ role }) => role === 'admin');
    expect(admins).toHaveLength(3);
    const change = app.nest.get(ChangeRole);
    const outcomes = await Promise.allSettled(
      admins.map(({ id, version }) => change.run(SYSTEM, { userId: id, role: 'student', version })),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'fulfilled', 'rejected']);
  });
});
