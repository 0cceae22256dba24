import type { PresenceChange, Typing } from '@tailcamp/contracts';
import { io, type Socket } from 'socket.io-client';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { newId } from '../../kernel/id.js';
import type { Database } from '../../platform/database/index.js';
import { LocalEvents } from '../../platform/events/events.local.js';
import { LocalSocketFanOut } from '../../platform/sockets/fan-out.local.js';
import type { StreamName } from '../../platform/streams/index.js';
import { createLogger } from '../../platform/telemetry/index.js';
import { embeddedTestDatabase } from '../../testing/database.js';
import { eventually } from '../../testing/eventually.js';
import { type GatewayApp, gatewayApp } from '../../testing/gateway-app.js';
import { StreamAccess } from '../stream-access.js';
import { Presence } from './presence.js';

/** Two processes that hear each other. */
let one: GatewayApp;
let other: GatewayApp;
let database: Database;
const closed = new Set<string>();
const open: Socket[] = [];
beforeAll(async () => {
  database = await embeddedTestDatabase();
  const events = new LocalEvents(createLogger('silent'));
  const start = async () => {
    const app = await gatewayApp({ shared: { database, events, sockets: new LocalSocketFanOut() } });
    app.nest.get(StreamAccess).register('group', async (_, id) => (closed.has(id) ? null : 'member'));
    await app.nest.listen(0, '127.0.0.1');
    return app;
  };
  [one, other] = [await start(), await start()];
});
afterEach(() => {
  for (const socket of open.splice(0)) socket.disconnect();
});
afterAll(async () => {
  await Promise.all([one.close(), other.close()]);
  await database.close();
});

interface Present {
  socket: Socket;
  userId: string;
  changes: PresenceChange[];
  typing: Typing[];
  say: (what: string, body: object) => Promise<{ ok: boolean; users?: string[]; problem?: { code: string } }>;
}

async function present(app: GatewayApp, stream: StreamName, token = app.authenticator.signIn()): Promise<Present> {
  const socket = io(await app.nest.getUrl(), { auth: { token }, transports: ['websocket'], forceNew: true });
  open.push(socket);
  const [changes, typing]: [PresenceChange[], Typing[]] = [[], []];
  socket.on('presence', (change) => changes.push(change));
  socket.on('typing', (one) => typing.push(one));
  await new Promise<void>((resolve) => socket.on('connect', resolve));
  const say: Present['say'] = (what, body) => socket.timeout(5_000).emitWithAck(what, { stream, ...body });
  await say('subscribe', { after: 0 });
  return { socket, userId: app.authenticator.actors.get(token)?.userId ?? '', changes, typing, say };
}
const aStream = (): StreamName => `group:${newId()}`;

it('shows who is there, in whichever process, to those who are there', async () => {
  const stream = aStream();
  const [ana, ben] = [await present(one, stream), await present(other, stream)];
  expect(await ana.say('presence', { here: true })).toEqual({ ok: true, users: [ana.userId] });
  await eventually('the news of her', async () => {
    return (await ben.say('presence', { here: true })).users?.length === 2;
  });
  await eventually('the news of him', () => ana.changes.length === 2);
  expect(ana.changes).toEqual([
    { stream, userId: ana.userId, here: true },
    { stream, userId: ben.userId, here: true },
  ]);
  ben.socket.disconnect();
  await eventually('his leave', () => ana.changes.length === 3);
  expect(ana.changes.at(-1)).toEqual({ stream, userId: ben.userId, here: false });
});

it('counts the tabs of a person once', async () => {
  const stream = aStream();
  const token = one.authenticator.signIn();
  const [watcher, first, second] = [
    await present(one, stream),
    await present(one, stream, token),
    await present(one, stream, token),
  ];
  for (const each of [watcher, first, second]) await each.say('presence', { here: true });
  first.socket.disconnect();
  await second.say('presence', { here: true });
  expect((await watcher.say('presence', { here: true })).users).toHaveLength(2);
  await second.say('presence', { here: false });
  await eventually('the leave', () => watcher.changes.at(-1)?.here === false);
  expect(watcher.changes.filter(({ userId }) => userId === first.userId)).toHaveLength(2);
});

it('forgets the people of a process that was killed', async () => {
  const stream = aStream();
  const ana = await present(one, stream);
  await ana.say('presence', { here: true });
  const ghost = newId();
  const here = [[stream, [ghost]]];
  await one.events.publish('presence', { say: 'all', process: 'killed', here });
  await eventually('the ghost', () => ana.changes.at(-1)?.userId === ghost);
  one.nest.get(Presence).beat(Date.now() + 14_000);
  expect((await ana.say('presence', { here: true })).users).toContain(ghost);
  one.nest.get(Presence).beat(Date.now() + 16_001);
  expect((await ana.say('presence', { here: true })).users).toEqual([ana.userId]);
  await eventually('the end', () => ana.changes.at(-1)?.here === false);
});

it('passes on who is typing what', async () => {
  const [stream, topic] = [aStream(), newId()];
  const [ana, ben] = [await present(one, stream), await present(other, stream)];
  for (const each of [ana, ben]) await each.say('presence', { here: true });
  await ana.say('typing', { topic, on: true });
  await eventually('the typing', () => ben.typing.length === 1);
  expect(ben.typing).toEqual([{ stream, topic, on: true, userId: ana.userId }]);
});

it('is for those who hear the stream, while they do, and not without end', async () => {
  const stream = aStream();
  const ana = await present(one, stream);
  const elsewhere = { stream: aStream(), here: true };
  expect((await ana.say('presence', elsewhere)).problem?.code).toBe('not_found');
  expect((await ana.say('typing', { topic: newId(), on: true })).problem?.code).toBe('not_found');
  expect((await ana.say('presence', { here: 'yes' })).problem?.code).toBe('invalid_input');
  await ana.say('presence', { here: true });
  await ana.say('unsubscribe', {});
  expect((await ana.say('typing', { topic: newId(), on: true })).problem?.code).toBe('not_found');
  const codes = [];
  for (let n = 0; n < 30; n++) codes.push((await ana.say('presence', { here: false })).problem?.code);
  expect(codes.at(-1)).toBe('too_many_requests');
  closed.add(stream.slice('group:'.length));
  await ana.socket.timeout(5_000).emitWithAck('subscribe', { stream, after: 0 });
  const bo = await present(one, stream);
  expect((await bo.say('presence', { here: true })).problem?.code).toBe('not_found');
});
