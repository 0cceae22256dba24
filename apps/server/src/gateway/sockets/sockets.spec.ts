import { type StreamEvent, streams as streamsApi } from '@tailcamp/contracts';
import { io, type Socket } from 'socket.io-client';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../kernel/id.js';
import type { StreamName } from '../../platform/streams/index.js';
import { eventually } from '../../testing/eventually.js';
import { type GatewayApp, gatewayApp } from '../../testing/gateway-app.js';
import { SESSION_ENDED } from '../authenticator.js';
import { StreamAccess } from '../stream-access.js';
import { SessionWatch } from './session-watch.js';

let app: GatewayApp;
let url: string;
const closedTo = new Set<string>();
const open: Socket[] = [];

beforeAll(async () => {
  app = await gatewayApp({ environment: { RATE_READ: '60' } });
  app.nest.get(StreamAccess).register('camp', async ({ role }, campId) => {
    if (closedTo.has(campId)) return null;
    return role === 'instructor' ? 'staff' : 'member';
  });
  await app.nest.listen(0, '127.0.0.1');
  url = await app.nest.getUrl();
});
afterEach(() => {
  for (const socket of open.splice(0)) socket.disconnect();
});
afterAll(() => app.close());

interface Heard {
  socket: Socket;
  events: StreamEvent[];
  said: string[];
}

async function connect(token: string | null, options: object = {}): Promise<Heard> {
  const auth = token === null ? {} : { token };
  const socket = io(url, { auth, transports: ['websocket'], forceNew: true, reconnection: false, ...options });
  open.push(socket);
  const heard: Heard = { socket, events: [], said: [] };
  socket.on('event', (event: StreamEvent) => heard.events.push(event));
  for (const word of ['session_ended', 'dropped', 'disconnect']) socket.on(word, () => heard.said.push(word));
  await new Promise<void>((resolve, reject) => {
    socket.on('connect', resolve);
    socket.on('connect_error', reject);
  });
  return heard;
}

const append = (stream: StreamName, many: number) =>
  app.database.transaction(async (tx) => {
    for (let count = 0; count < many; count++)
      await app.streams.append(tx, stream, 'member.joined', { memberId: newId() });
  });
const ask = (socket: Socket, event: string, body: unknown) => socket.timeout(5_000).emitWithAck(event, body);
const read = (stream: StreamName, query: Record<string, string>, token = app.authenticator.signIn()) =>
  app.nest.inject({
    method: 'GET',
    url: `/api/v1${streamsApi.read.path.replace(':stream', encodeURIComponent(stream))}`,
    query,
    headers: { authorization: `Bearer ${token}` },
  });
const sequences = ({ events }: Heard) => events.map(({ seq }) => seq);
const upTo = (last: number, after = 0) => Array.from({ length: last - after }, (_, index) => after + 1 + index);

describe('who may come in', () => {
  it('refuses nobody, an ended session and another site', async () => {
    await expect(connect(null)).rejects.toThrow('not_signed_in');
    await expect(connect('gone')).rejects.toThrow('session_ended');
    const token = app.authenticator.signIn();
    await expect(connect(token, { extraHeaders: { origin: 'https://evil.example' } })).rejects.toThrow();
    await expect(connect(token, { extraHeaders: { origin: new URL(url).origin } })).resolves.toBeDefined();
  });

  it('takes cookies, and both transports', async () => {
    const cookie = `session=${app.authenticator.signIn()}`;
    await expect(connect(null, { extraHeaders: { cookie } })).resolves.toBeDefined();
    await expect(connect(app.authenticator.signIn(), { transports: ['polling'] })).resolves.toBeDefined();
  });

  it('is measured', async () => {
    await eventually('all to be gone', async () => (await openSockets()) === 0);
    await connect(app.authenticator.signIn());
    expect(await openSockets()).toBe(1);
  });
});

describe('subscribing', () => {
  it('replays what came since, in batches, then goes live', async () => {
    const stream: StreamName = `camp:${newId()}`;
    await append(stream, 450);
    const heard = await connect(app.authenticator.signIn());
    expect(await ask(heard.socket, 'subscribe', { stream, after: 10 })).toEqual({ ok: true, seq: 450 });
    expect(sequences(heard)).toEqual(upTo(450, 10));
    await append(stream, 3);
    await eventually('live events', () => heard.events.length >= 443);
    expect(sequences(heard)).toEqual(upTo(453, 10));
  });

  it('brings each event once to many that come and go while it grows', async () => {
    const stream: StreamName = `camp:${newId()}`;
    const [steady, restless] = [await connect(app.authenticator.signIn()), await connect(app.authenticator.signIn())];
    await ask(steady.socket, 'subscribe', { stream, after: 0 });
    const growing = (async () => {
      for (let count = 0; count < 20; count++) await append(stream, 2);
    })();
    for (let count = 0; count < 10; count++) {
      const after = restless.events.at(-1)?.seq ?? 0;
      await ask(restless.socket, 'subscribe', { stream, after });
      await ask(restless.socket, 'unsubscribe', { stream });
    }
    await growing;
    await ask(restless.socket, 'subscribe', { stream, after: restless.events.at(-1)?.seq ?? 0 });
    await eventually('the end', () => steady.events.length === 40 && restless.events.length === 40);
    expect(sequences(steady)).toEqual(upTo(40));
    expect(sequences(restless)).toEqual(upTo(40));
  });

  it('refuses what is not theirs, not there, or not well formed', async () => {
    const { socket } = await connect(app.authenticator.signIn());
    const closed = newId();
    closedTo.add(closed);
    const code = async (body: unknown) => (await ask(socket, 'subscribe', body)).problem?.code;
    expect(await code({ stream: `camp:${closed}`, after: 0 })).toBe('not_found');
    expect(await code({ stream: `group:${newId()}`, after: 0 })).toBe('not_found');
    expect(await code({ stream: `camp:${newId()}`, after: 7 })).toBe('stale_sequence');
    for (const body of [
      { stream: 'camp:x', after: 0 },
      { stream: `camp:${newId()}`, after: -1 },
      'camp',
      null,
      undefined,
    ]) {
      expect(await code(body)).toBe('invalid_input');
    }
    expect(await code({ stream: `camp:${newId()}`, after: 0, extra: 1 })).toBe('invalid_input');
  });

  it('stops when one may no longer hear it, and says so', async () => {
    const campId = newId();
    const stream: StreamName = `camp:${campId}`;
    const heard = await connect(app.authenticator.signIn());
    await ask(heard.socket, 'subscribe', { stream, after: 0 });
    closedTo.add(campId);
    await app.database.transaction((tx) => app.streams.append(tx, stream, 'member.left', { memberId: newId() }));
    await append(stream, 1);
    await eventually('the drop', () => heard.said.includes('dropped'));
    expect(sequences(heard)).toEqual([1]);
  });

  it('tells those who are not staff where an event stands, not what it is, by the socket and by its twin', async () => {
    const stream: StreamName = `camp:${newId()}`;
    const [member, staff] = [app.authenticator.signIn(), app.authenticator.signIn('instructor')];
    const heard = await Promise.all([member, staff].map((token) => connect(token)));
    for (const { socket } of heard) await ask(socket, 'subscribe', { stream, after: 0 });
    await append(stream, 1);
    await app.database.transaction((tx) =>
      app.streams.append(tx, stream, 'grading.changed', { campId: newId(), pending: 3 }),
    );
    await append(stream, 1);
    await eventually('three events', () => heard.every(({ events }) => events.length === 3));
    const late = await connect(member);
    await ask(late.socket, 'subscribe', { stream, after: 1 });
    expect(heard[0]?.events[1]).toEqual({ stream, seq: 2 });
    expect(late.events[0]).toEqual({ stream, seq: 2 });
    expect(heard[1]?.events[1]).toMatchObject({ seq: 2, kind: 'grading.changed', data: { pending: 3 } });
    expect(sequences(heard[0] as Heard)).toEqual([1, 2, 3]);
    const twin = (token: string) => read(stream, {}, token);
    expect((await twin(member)).json().events[1]).toEqual({ stream, seq: 2 });
    expect((await twin(staff)).json().events[1]).toMatchObject({ kind: 'grading.changed' });
  });

  it('says where to go on for one who comes from before what is kept', async () => {
    const stream: StreamName = `camp:${newId()}`;
    await append(stream, 6);
    await app.database.sql.execute(`delete from stream_events where stream = '${stream}' and seq <= 4`);
    const { socket } = await connect(app.authenticator.signIn());
    const refused = await ask(socket, 'subscribe', { stream, after: 3 });
    expect(refused.problem).toMatchObject({ code: 'stale_sequence', current: { seq: 6 } });
    expect(await ask(socket, 'subscribe', { stream, after: 4 })).toEqual({ ok: true, seq: 6 });
    expect((await read(stream, { after: '3' })).json()).toMatchObject({ code: 'stale_sequence', current: { seq: 6 } });
  });

  it('limits how often, and how large', async () => {
    const token = app.authenticator.signIn();
    const { socket } = await connect(token);
    const stream = `camp:${newId()}`;
    const answers = [];
    for (let count = 0; count < 61; count++) answers.push(await ask(socket, 'unsubscribe', { stream }));
    expect(answers.at(59)).toEqual({ ok: true, seq: 0 });
    expect(answers.at(60).problem.code).toBe('too_many_requests');
    const other = await connect(app.authenticator.signIn());
    other.socket.emit('subscribe', { stream: 'x'.repeat(20_000), after: 0 });
    await eventually('the cut', () => other.said.includes('disconnect'));
  });
});

describe('when the session ends', () => {
  it('closes at once when it is told', async () => {
    const token = app.authenticator.signIn();
    const [one, other] = [await connect(token), await connect(app.authenticator.signIn())];
    const sessionId = app.authenticator.actors.get(token)?.sessionId;
    await app.events.publish(SESSION_ENDED, { sessionId });
    await eventually('the end', () => one.said.includes('disconnect'));
    expect(one.said).toEqual(['session_ended', 'disconnect']);
    expect(other.socket.connected).toBe(true);
  });

  it('notices a token that is no longer good', async () => {
    const token = app.authenticator.signIn();
    const heard = await connect(token);
    app.authenticator.actors.delete(token);
    await app.nest.get(SessionWatch).askAll();
    await eventually('the end', () => heard.said.includes('disconnect'));
    expect(heard.said).toEqual(['session_ended', 'disconnect']);
  });
});

it('has a twin in REST', async () => {
  const stream: StreamName = `camp:${newId()}`;
  await append(stream, 5);
  const answer = (await read(stream, { after: '2', limit: '2' })).json();
  expect(answer.seq).toBe(5);
  expect(answer.events.map(({ seq }: StreamEvent) => seq)).toEqual([3, 4]);
  closedTo.add(stream.slice('camp:'.length));
  expect((await read(stream, {})).statusCode).toBe(404);
});

async function openSockets(): Promise<number> {
  const { body } = await app.nest.inject({ method: 'GET', url: '/metrics' });
  return Number(/^tailcamp_sockets (\d+)$/m.exec(body)?.[1]);
}
