import { randomBytes } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  API_PREFIX,
  type Endpoint,
  type InputOf,
  identity,
  type OutputOf,
  type Problem,
  pathParameters,
  type Role,
  type User,
} from '@tailcamp/contracts';
import { closePlatform, localPlatform } from '../adapters.js';
import { appOn } from '../app.module.js';
import { type Config, readConfig } from '../config.js';
import { createHttpApp } from '../gateway/http.js';
import { People, SignInLinks } from '../modules/identity/index.js';
import { Cipher } from '../platform/cipher/index.js';
import type { Database } from '../platform/database/index.js';
import type { Platform } from '../platform/index.js';
import { createLogger } from '../platform/telemetry/index.js';
import { TestClock } from './clock.js';
import { embeddedTestDatabase } from './database.js';
import { threadSolverFromSource } from './solver.js';

/** The whole server on an embedded database in memory, spoken to as its users do. */
export class TestApp {
  private constructor(
    readonly nest: NestFastifyApplication,
    readonly platform: Platform,
    readonly clock: TestClock,
  ) {}

  static async start(
    environment: Partial<Record<keyof Config, string>> = {},
    database: Promise<Database> = embeddedTestDatabase(),
  ): Promise<TestApp> {
    const config = readConfig(
      { port: 0 },
      {
        NODE_ENV: 'test',
        RATE_SIGN_IN: '10000',
        RATE_WRITE: '100000',
        ...environment,
      },
    );
    const clock = new TestClock();
    const log = createLogger('silent');
    const platform = await localPlatform(
      {
        database: await database,
        cipher: new Cipher(randomBytes(32)),
        clock,
        log,
        solver: await threadSolverFromSource(),
      },
      config,
    );
    const { nest } = await createHttpApp(appOn(platform, config), config, log);
    await nest.init();
    await nest.getHttpAdapter().getInstance().ready();
    await platform.outbox.start();
    await platform.queue.start(2);
    return new TestApp(nest, platform, clock);
  }

  /** Nobody, from somewhere. */
  get stranger(): Caller {
    return new Caller(this.nest);
  }

  asAdmin(name = 'Grace Admin'): Promise<SignedIn> {
    return this.signedIn(name, 'admin');
  }
  asInstructor(name = 'Ines Instructor'): Promise<SignedIn> {
    return this.signedIn(name, 'instructor');
  }
  asStudent(name = 'Sam Student'): Promise<SignedIn> {
    return this.signedIn(name, 'student');
  }

  private async signedIn(name: string, role: Role): Promise<SignedIn> {
    const email = `${name.toLowerCase().replaceAll(/\W+/g, '.')}.${randomBytes(4).toString('hex')}@example.org`;
    const { id } = await this.nest.get(People).createPerson({ name, email, role });
    return this.signIn(id);
  }

  /** The same person in a session of its own, as after the one before has ended. */
  async signIn(userId: string): Promise<SignedIn> {
    const { token } = await this.nest.get(SignInLinks).create(userId);
    const session = await this.stranger.call(identity.redeemLink, { token, transport: 'bearer' });
    return new SignedIn(this.nest, session.user, session.accessToken ?? '');
  }

  /** Listens on a free port, for sockets. */
  async listen(): Promise<string> {
    if (!this.nest.getHttpServer().listening) await this.nest.listen(0, '127.0.0.1');
    return this.nest.getUrl();
  }

  async close(): Promise<void> {
    await this.platform.queue.stop(1_000);
    await this.nest.close();
    await closePlatform(this.platform);
  }
}

/** Somebody who calls the API through the whole gateway. */
export class Caller {
  constructor(
    private readonly nest: NestFastifyApplication,
    readonly token?: string,
  ) {}

  /** The output, or throws with what the server said. */
  async call<E extends Endpoint>(endpoint: E, input: InputOf<E>): Promise<OutputOf<E>> {
    const { status, body } = await this.send(endpoint, input);
    if (status >= 400) throw new Error(`${endpoint.method} ${endpoint.path}: ${status} ${JSON.stringify(body)}`);
    return body as OutputOf<E>;
  }

  /** The problem that the server answers with; throws when it answers without one. */
  async refused<E extends Endpoint>(endpoint: E, input: InputOf<E>): Promise<Problem> {
    const { status, body } = await this.send(endpoint, input);
    if (status < 400) throw new Error(`${endpoint.method} ${endpoint.path} was not refused: ${JSON.stringify(body)}`);
    return body as Problem;
  }

  /** Sends any input, even one that the contract forbids. */
  async send(
    endpoint: Endpoint,
    input: object,
    headers: Record<string, string> = {},
  ): Promise<{ status: number; body: unknown }> {
    const rest: Record<string, unknown> = { ...input };
    let path = API_PREFIX + endpoint.path;
    for (const name of pathParameters(endpoint.path)) {
      path = path.replace(`:${name}`, encodeURIComponent(String(rest[name])));
      delete rest[name];
    }
    const query = endpoint.method === 'GET' || endpoint.method === 'DELETE';
    const response = await this.nest.inject({
      method: endpoint.method,
      url: path,
      headers: { ...(this.token === undefined ? {} : { authorization: `Bearer ${this.token}` }), ...headers },
      ...(query ? { query: rest as Record<string, string> } : { payload: rest }),
    });
    return { status: response.statusCode, body: bodyOf(response) };
  }
}

export class SignedIn extends Caller {
  constructor(
    nest: NestFastifyApplication,
    readonly user: User,
    override readonly token: string,
  ) {
    super(nest, token);
  }
}

/** A file is its text, everything else JSON. */
function bodyOf({ body, headers }: { body: string; headers: Record<string, unknown> }): unknown {
  if (body === '') return null;
  return /json/.test(String(headers['content-type'])) ? JSON.parse(body) : body;
}
