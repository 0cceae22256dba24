import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import type { Binary } from './binaries.js';
import { freePort, GuardedProcess } from './guarded-process.js';
import { type RunningServer, untilItAnswers } from './running-server.js';

/** Starts a Redis that keeps nothing on disk and evicts nothing, as a queue needs it. About 50 ms. */
export async function startRedis(binary: Binary): Promise<RunningServer> {
  const folder = mkdtempSync(join(tmpdir(), 'tailcamp-redis-'));
  const port = await freePort();
  const settings = ['--save', '', '--appendonly', 'no', '--maxmemory-policy', 'noeviction', '--databases', '256'];
  const place = ['--bind', '127.0.0.1', '--port', String(port), '--dir', folder];
  const server = GuardedProcess.start(folder, [binary.path, ...place, ...settings]);
  const url = `redis://127.0.0.1:${port}`;
  await untilItAnswers(server, () => ping(url));
  return { url, stop: () => server.stop() };
}

export async function ping(url: string): Promise<void> {
  const client = new Redis(url, { lazyConnect: true, retryStrategy: null, maxRetriesPerRequest: 0 });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.ping();
  } finally {
    client.disconnect();
  }
}
