import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { findPostgres, findRedis } from './binaries.js';
import { query, startPostgres } from './postgres.js';
import { ping, startRedis } from './redis.js';
import type { RunningServer } from './running-server.js';

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string | null;
    redisUrl: string | null;
    /** A Python with the packages of the matching service. */
    python: string | null;
    /** What the names of this run's databases begin with. */
    databasePrefix: string;
    /** Whether an own Redis can be started per suite, or only a database of the given one be taken. */
    ownRedis: boolean;
  }
}

/** Where `npm test` installs it. */
const PYTHON = fileURLToPath(new URL('../../../../../.cache/python/bin/python', import.meta.url));

/**
 * Vitest's global set-up: finds or starts the real servers, once for the whole run, and tells the test files where they
 * are. With CI set a missing one fails the run; elsewhere the suites that need it are skipped by name.
 */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const started: RunningServer[] = [];
  const keep = async (starting: Promise<RunningServer> | undefined): Promise<string | null> => {
    const server = await starting;
    if (server) started.push(server);
    return server?.url ?? null;
  };
  const mayDownload = process.env.TAILCAMP_MAY_DOWNLOAD === '1';
  const postgres = process.env.TEST_DATABASE_URL ? null : findPostgres(mayDownload);
  const redis = process.env.TEST_REDIS_URL ? null : findRedis(mayDownload);
  const [postgresUrl, redisUrl] = await Promise.all([
    process.env.TEST_DATABASE_URL ?? keep(postgres ? startPostgres(postgres) : undefined),
    process.env.TEST_REDIS_URL ?? keep(redis ? startRedis(redis) : undefined),
  ]);
  if (process.env.TEST_DATABASE_URL) await query(process.env.TEST_DATABASE_URL, 'select 1');
  if (process.env.TEST_REDIS_URL) await ping(process.env.TEST_REDIS_URL);
  if (process.env.CI) requireBoth(postgresUrl, redisUrl);
  project.provide('postgresUrl', postgresUrl);
  project.provide('redisUrl', redisUrl);
  project.provide('python', process.env.TAILCAMP_PYTHON ?? (existsSync(PYTHON) ? PYTHON : null));
  project.provide('ownRedis', redis !== null);
  const prefix = `tailcamp_${randomBytes(4).toString('hex')}_`;
  project.provide('databasePrefix', prefix);
  return async () => {
    if (process.env.TEST_DATABASE_URL) await dropAll(process.env.TEST_DATABASE_URL, prefix);
    await Promise.all(started.map((server) => server.stop()));
  };
}

function requireBoth(postgresUrl: string | null, redisUrl: string | null): void {
  const missing = [postgresUrl ? '' : 'PostgreSQL with pgvector', redisUrl ? '' : 'Redis'].filter(Boolean);
  if (missing.length === 0) return;
  throw new Error(
    `CI is set and there is no ${missing.join(' and no ')}: install them, or give TEST_DATABASE_URL and TEST_REDIS_URL.`,
  );
}

async function dropAll(server: string, prefix: string): Promise<void> {
  const rows = await query(server, 'select datname from pg_database where starts_with(datname, $1)', [prefix]);
  for (const { datname } of rows) await query(server, `drop database ${String(datname)} with (force)`);
}
