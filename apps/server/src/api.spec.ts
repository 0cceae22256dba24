import { randomBytes } from 'node:crypto';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { API, API_PREFIX, type Endpoint } from '@tailcamp/contracts';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { closePlatform, localPlatform } from './adapters.js';
import { appOn } from './app.module.js';
import { readConfig } from './config.js';
import { createHttpApp, type HttpApp } from './gateway/http.js';
import { SystemClock } from './kernel/clock.js';
import { Cipher } from './platform/cipher/index.js';
import type { Platform } from './platform/index.js';
import { ThreadSolver } from './platform/solver/solver.thread.js';
import { createLogger } from './platform/telemetry/index.js';
import { embeddedTestDatabase } from './testing/database.js';

/** Served beside the contracts, each for a reason of its own. */
const BESIDE = [
  'GET /.well-known/jwks.json',
  'GET /api/docs',
  'GET /api/v1/openapi.json',
  'GET /graphql',
  'GET /metrics',
  'OPTIONS /graphql',
  'POST /graphql',
];

let platform: Platform;
let app: HttpApp;
beforeAll(async () => {
  const log = createLogger('silent');
  const cipher = new Cipher(randomBytes(32));
  const config = readConfig({ port: 0 }, { NODE_ENV: 'test' });
  platform = await localPlatform(
    {
      database: await embeddedTestDatabase(),
      cipher,
      clock: new SystemClock(),
      log,
      solver: new ThreadSolver({ workers: 1 }),
    },
    config,
  );
  app = await createHttpApp(appOn(platform, config), config, log);
  await app.nest.init();
});
afterAll(async () => {
  await app.nest.close();
  await closePlatform(platform);
});

it('serves every endpoint of the contracts once, and nothing that they do not name', () => {
  const declared = Object.values(API)
    .flatMap((module) => Object.values<Endpoint>(module))
    .map(({ method, path }) => `${method} ${API_PREFIX}${path}`);
  expect(new Set(declared).size).toBe(declared.length);
  const served = app.routes
    .all()
    .filter(({ method }) => method !== 'HEAD')
    .map(({ method, pattern }) => `${method} ${pattern}`);
  expect(served.sort()).toEqual([...declared, ...BESIDE].sort());
});

it('serves the GraphQL schema that is committed (vitest -u writes it)', async () => {
  const { schema } = app.nest.get(GraphQLSchemaHost, { strict: false });
  await expect(`${printSchema(lexicographicSortSchema(schema))}\n`).toMatchFileSnapshot('../schema.graphql');
});
