import { randomBytes } from 'node:crypto';
import { Global, Module, type Provider, type Type } from '@nestjs/common';
import { CONFIG, type Config, readConfig } from '../config.js';
import { Authenticator, type Credentials } from '../gateway/authenticator.js';
import { GatewayModule } from '../gateway/gateway.module.js';
import type { PageHandler } from '../gateway/http/pages.js';
import { createHttpApp, type HttpApp } from '../gateway/http.js';
import type { UserActor } from '../kernel/actor.js';
import { AppError } from '../kernel/app-error.js';
import { Clock } from '../kernel/clock.js';
import { newId } from '../kernel/id.js';
import { Cipher } from '../platform/cipher/index.js';
import { Database } from '../platform/database/index.js';
import { LocalEvents } from '../platform/events/events.local.js';
import { Events } from '../platform/events/index.js';
import { Outbox } from '../platform/outbox/index.js';
import { DatabaseOutbox } from '../platform/outbox/outbox.database.js';
import { Queue } from '../platform/queue/index.js';
import { RateLimits } from '../platform/rate-limits/index.js';
import { LocalRateLimits } from '../platform/rate-limits/rate-limits.local.js';
import { LocalSocketFanOut } from '../platform/sockets/fan-out.local.js';
import { SocketFanOut } from '../platform/sockets/index.js';
import { Streams } from '../platform/streams/index.js';
import { DatabaseStreams } from '../platform/streams/streams.database.js';
import { createLogger, Log, Metrics } from '../platform/telemetry/index.js';
import { TestClock } from './clock.js';
import { embeddedTestDatabase } from './database.js';

/** Stands in for the identity module: a token is good while it is in `actors`. */
export class TestAuthenticator extends Authenticator {
  readonly actors = new Map<string, UserActor>();

  /** @returns a token */
  signIn(role: UserActor['role'] = 'student'): string {
    const token = newId();
    this.actors.set(token, { kind: 'user', userId: newId(), role, sessionId: newId() });
    return token;
  }

  async authenticate({ authorization, cookies }: Credentials): Promise<UserActor | null> {
    const token = authorization?.replace('Bearer ', '') ?? cookies.session;
    if (token === undefined) return null;
    const actor = this.actors.get(token);
    if (actor === undefined) throw new AppError('session_ended');
    return actor;
  }

  async stillStands(actor: UserActor): Promise<boolean> {
    return [...this.actors.values()].some(({ sessionId }) => sessionId === actor.sessionId);
  }
}

/** The gateway only asks how deep the queue is. */
class NoJobs {
  async depth() {
    return { waiting: 0, running: 0, done: 0, dead: 0 };
  }
}

export interface GatewayApp extends HttpApp {
  authenticator: TestAuthenticator;
  clock: TestClock;
  database: Database;
  streams: Streams;
  events: Events;
  close(): Promise<void>;
}

/** The gateway with controllers of the test's own and no module: for what the gateway itself promises. */
export async function gatewayApp(options: {
  controllers?: Type[];
  environment?: Partial<Record<Exclude<keyof Config, 'NODE_ENV'>, string>>;
  pages?: PageHandler;
  /** What this process shares with others of the test; the test closes it. */
  shared?: { database: Database; events: Events; sockets: SocketFanOut };
}): Promise<GatewayApp> {
  const config = readConfig({ port: 0 }, { NODE_ENV: 'test', ...options.environment });
  const authenticator = new TestAuthenticator();
  const log = createLogger('silent');
  const clock = new TestClock();
  const own = options.shared === undefined;
  const database = options.shared?.database ?? (await embeddedTestDatabase());
  const outbox = new DatabaseOutbox(database, log);
  const events = options.shared?.events ?? new LocalEvents(log);
  const streams = new DatabaseStreams(database, outbox, events);
  const providers: Provider[] = [
    { provide: Database, useValue: database },
    { provide: Outbox, useValue: outbox },
    { provide: Events, useValue: events },
    { provide: Streams, useValue: streams },
    { provide: RateLimits, useClass: LocalRateLimits },
    { provide: SocketFanOut, useValue: options.shared?.sockets ?? new LocalSocketFanOut() },
    { provide: Queue, useClass: NoJobs },
    { provide: Clock, useValue: clock },
    { provide: Cipher, useValue: new Cipher(randomBytes(32)) },
    { provide: Log, useValue: log },
    Metrics,
    { provide: CONFIG, useValue: config },
    { provide: Authenticator, useValue: authenticator },
  ];

  @Global()
  @Module({ providers, exports: providers })
  class PlatformModule {}

  @Module({ imports: [PlatformModule, GatewayModule], controllers: options.controllers ?? [] })
  class TestModule {}

  const app = await createHttpApp(TestModule, config, log, options.pages);
  await app.nest.init();
  await app.nest.getHttpAdapter().getInstance().ready();
  await outbox.start();
  const close = async () => {
    await outbox.stop();
    await app.nest.close();
    if (own) await database.close();
  };
  return { ...app, authenticator, clock, database, streams, events, close };
}
