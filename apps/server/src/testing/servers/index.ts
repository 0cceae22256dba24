import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { findRedis } from './binaries.js';
import { query, within } from './postgres.js';
import { type Template, templateOf } from './postgres-template.js';
import { startRedis } from './redis.js';
import type { RunningServer } from './running-server.js';

export type { RunningServer, Template };

/**
 * The real PostgreSQL of this run, for `describe.skipIf(!postgresUrl())('… on PostgreSQL', …)`: name the server in the
 * suite's title, as the last lines of a run list what was skipped. Its databases are taken with `freshDatabase`.
 */
export function postgresUrl(): string | null {
  return inject('postgresUrl');
}

/** The real Redis of this run, for `describe.skipIf(!redisUrl())`; take one with `freshRedis`. */
export function redisUrl(): string | null {
  return inject('redisUrl');
}

/**
 * A database of the caller's own on the real PostgreSQL; dropped at the end of the run. About 60 ms.
 *
 * @param template what it starts as: prepared once for the whole run, then cloned; empty unless told
 * @throws where there is no PostgreSQL: ask `postgresUrl` first
 */
export async function freshDatabase(template?: Template): Promise<string> {
  const server = postgresUrl();
  if (!server) throw new Error('There is no PostgreSQL in this run');
  const origin = template ? await templateOf(server, inject('databasePrefix'), template) : 'template0';
  const name = `${inject('databasePrefix')}${randomBytes(6).toString('hex')}`;
  await query(server, `create database ${name} template ${origin}`);
  return within(server, name);
}

/**
 * A Redis of the caller's own, which it may flush, stop and start another of. About 50 ms. On a Redis that was given by
 * TEST_REDIS_URL it is a database of that one, emptied, and `stop` leaves it running.
 *
 * @throws where there is no Redis: ask `redisUrl` first
 */
export async function freshRedis(): Promise<RunningServer> {
  const given = redisUrl();
  if (!given) throw new Error('There is no Redis in this run');
  const binary = inject('ownRedis') ? findRedis(false) : null;
  return binary ? startRedis(binary) : emptyDatabaseOf(given);
}

async function emptyDatabaseOf(url: string): Promise<RunningServer> {
  const { Redis } = await import('ioredis');
  const client = new Redis(url);
  // Databases 1 to 15, the default number of them, in turn.
  const number = 1 + ((await client.incr('tailcamp:test-databases')) % 15);
  await client.select(number);
  await client.flushdb();
  client.disconnect();
  const own = new URL(url);
  own.pathname = `/${number}`;
  return { url: own.href, stop: async () => {} };
}
