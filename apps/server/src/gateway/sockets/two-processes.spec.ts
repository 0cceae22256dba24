import type { StreamEvent } from '@tailcamp/contracts';
import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../kernel/id.js';
import type { Database } from '../../platform/database/index.js';
import { RedisEvents } from '../../platform/events/events.redis.js';
import { RedisSocketFanOut } from '../../platform/sockets/fan-out.redis.js';
import type { StreamName } from '../../platform/streams/index.js';
import { createLogger } from '../../platform/telemetry/index.js';
import { embeddedTestDatabase } from '../../testing/database.js';
import { eventually } from '../../testing/eventually.js';
import { type GatewayApp, gatewayApp } from '../../testing/gateway-app.js';
import { freshRedis, type RunningServer, redisUrl } from '../../testing/servers/index.js';
import { SESSION_ENDED } from '../authenticator.js';
import { StreamAccess } from '../stream-access.js';
import { SocketGateway } from './socket.gateway.js';

describe.skipIf(!redisUrl())('two processes behind one address (Redis)', () => {
  let redis: RunningServer;
  let database: Database;
  const apps: GatewayApp[] = [];
  const shared: { events: RedisEvents; sockets: RedisSocketFanOut }[] = [];
  const open: Socket[] = [];

  beforeAll(async () => {
    redis = await freshRedis();
    database = await embeddedTestDatabase();
    for (let count = 0; count < 2; count++) {
      const mine = {
        events: new RedisEvents(redis.url, createLogger('silent')),
        sockets: new RedisSocketFanOut(redis.url, () => {}),
      };
      const app = await gatewayApp({ shared: { database, ...mine } });
      app.nest.get(StreamAccess).register('camp', async () => 'member');
      await app.nest.listen(0, '127.0.0.1');
      apps.push(app);
      shared.push(mine);
    }
  });
  afterAll(async () => {
    for (const socket of open) socket.disconnect();
    for (const app of apps) await app.close();
    for (const { events, sockets } of shared) await Promise.all([events.close(), sockets.close()]);
    await database.close();
    await redis.stop();
  });

  async function connect(app: GatewayApp) {
    const token = app.authenticator.signIn();
    const socket = io(await app.nest.getUrl(), { auth: { token }, transports: ['websocket'], forceNew: true });
    open.push(socket);
    const heard: number[] = [];
    socket.on('event', ({ seq }: StreamEvent) => heard.push(seq));
    await new Promise<void>((resolve) => socket.on('connect', resolve));
    return { socket, heard, token };
  }

  it('brings what was written in one to the sockets of both, once and in order', async () => {
    const [one, other] = apps as [GatewayApp, GatewayApp];
    const stream: StreamName = `camp:${newId()}`;
    const clients = [await connect(one), await connect(other)];
    for (const { socket } of clients) {
      expect(await socket.timeout(5_000).emitWithAck('subscribe', { stream, after: 0 })).toMatchObject({ ok: true });
    }
    for (let count = 0; count < 10; count++) {
      const app = count % 2 === 0 ? one : other;
      await database.transaction((tx) => app.streams.append(tx, stream, 'member.joined', { memberId: newId() }));
    }
    const all = Array.from({ length: 10 }, (_, index) => index + 1);
    for (const { heard } of clients) {
      await eventually('ten events', () => heard.length >= 10);
      expect(heard).toEqual(all);
    }
  });

  it('closes the sockets of a session in whichever process they are', async () => {
    const [one, other] = apps as [GatewayApp, GatewayApp];
    const { socket, token } = await connect(other);
    await one.events.publish(SESSION_ENDED, { sessionId: other.authenticator.actors.get(token)?.sessionId });
    await eventually('the end', () => !socket.connected);
  });

  it('lets one see the sockets of the other', async () => {
    const [one, other] = apps as [GatewayApp, GatewayApp];
    await connect(other);
    await eventually('sockets of both', async () => {
      const [here, there] = [one, other].map((app) => app.nest.get(SocketGateway).server.fetchSockets());
      return (await here)?.length === (await there)?.length && ((await here)?.length ?? 0) >= 3;
    });
  });
});
