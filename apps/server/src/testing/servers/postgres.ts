import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { Client } from 'pg';
import type { Binary } from './binaries.js';
import { freePort, GuardedProcess, type Identity } from './guarded-process.js';
import { type RunningServer, untilItAnswers } from './running-server.js';

const OTHERS_MAY_ENTER = 0o001;

/** What only a server whose data nobody will miss may run with. */
const FAST = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'jit=off', 'shared_buffers=64MB'];

/** Starts a PostgreSQL with an empty cluster; its superuser `postgres` needs no password. About 1.5 s. */
export async function startPostgres(binary: Binary): Promise<RunningServer> {
  const folder = mkdtempSync(join(tmpdir(), 'tailcamp-postgres-'));
  try {
    return await startIn(folder, binary);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

async function startIn(folder: string, binary: Binary): Promise<RunningServer> {
  const identity = unprivileged();
  const [cluster, socket] = [join(folder, 'cluster'), join(folder, 'socket')];
  for (const made of [cluster, socket]) mkdirSync(made, { mode: 0o700 });
  if (identity) for (const given of [folder, cluster, socket]) chownSync(given, identity.uid, identity.gid);
  const programs = identity ? reachable(binary, folder) : binary.path;

  const initdb = ['-D', cluster, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'];
  execFileSync(join(programs, 'initdb'), initdb, { cwd: folder, stdio: 'pipe', ...identity });

  const port = await freePort();
  const place = ['listen_addresses=127.0.0.1', `port=${port}`, `unix_socket_directories=${socket}`];
  const settings = [...place, ...FAST, 'max_connections=200'].flatMap((setting) => ['-c', setting]);
  const server = GuardedProcess.start(folder, [join(programs, 'postgres'), '-D', cluster, ...settings], identity);
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  await untilItAnswers(server, () => query(url, 'select 1'));
  return { url, stop: () => server.stop() };
}

/** Runs one statement on a connection of its own. */
export async function query(url: string, text: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text, values)).rows as Record<string, unknown>[];
  } finally {
    await client.end();
  }
}

/** The address of another database on the same server. */
export function within(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}

/** initdb and postgres refuse root; as root they run as `nobody`. */
function unprivileged(): Identity | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const [, uid, gid] = /^nobody:[^:]*:(\d+):(\d+):/m.exec(readFileSync('/etc/passwd', 'utf8')) ?? [];
  return { uid: Number(uid ?? 65_534), gid: Number(gid ?? 65_534) };
}

/**
 * The programs' folder as another user can reach it: itself, or, where a folder above it is closed to others (a clone
 * under /root), in a copy in the server's temporary folder.
 */
function reachable({ path, home }: Binary, folder: string): string {
  const above = [path];
  while (dirname(above.at(-1)!) !== above.at(-1)) above.push(dirname(above.at(-1)!));
  if (above.every((ancestor) => (statSync(ancestor).mode & OTHERS_MAY_ENTER) !== 0)) return path;
  const copy = join(folder, 'installation');
  cpSync(home, copy, { recursive: true });
  chmodSync(copy, 0o755);
  return join(copy, relative(home, path));
}
