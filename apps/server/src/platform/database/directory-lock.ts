import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { StartupError } from '../../kernel/startup-error.js';
import { ensureDataDirectory } from '../data-directory.js';

interface Holder {
  pid: number;
  host: string;
  /** When that process began, in clock ticks since boot: tells it from a later one with the same number. */
  began: string;
  since: string;
}

/**
 * Takes a data directory for this process alone. PGlite does not check: two processes in one directory lose rows.
 * @returns the release
 * @throws StartupError that says who holds it, or that it cannot be written
 */
export function lockDirectory(directory: string): () => void {
  const file = join(directory, 'lock.json');
  const mine: Holder = {
    pid: process.pid,
    host: hostname(),
    began: began(process.pid),
    since: new Date().toISOString(),
  };
  ensureDataDirectory(directory);
  for (let attempt = 0; attempt < 10; attempt++) {
    try {
      createWhole(file, JSON.stringify(mine));
      return () => {
        if (read(file)?.since === mine.since) rmSync(file, { force: true });
      };
    } catch (cause) {
      if (!isTaken(cause)) throw cause;
    }
    const holder = read(file);
    if (holder !== null && isAlive(holder)) {
      throw new StartupError(
        `The data directory ${directory} is held by process ${holder.pid} on ${holder.host} since ${holder.since}; stop it, or give another directory with --data.`,
      );
    }
    setAside(file, holder);
  }
  throw new StartupError(`The data directory ${directory} is being taken by several processes at once; try again.`);
}

/** Creates a file with its content at once, so that nobody reads half of it. Throws EEXIST when it is there. */
function createWhole(file: string, content: string): void {
  const aside = `${file}.${process.pid}.new`;
  writeFileSync(aside, content, { mode: 0o600 });
  try {
    linkSync(aside, file);
  } finally {
    rmSync(aside, { force: true });
  }
}

/** Removes a dead holder's lock. Renaming is atomic, so of two that try only one gets it; what it got is checked. */
function setAside(file: string, expected: Holder | null): void {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  const got = read(aside);
  if (got !== null && got.since !== expected?.since) renameSync(aside, file);
  else rmSync(aside, { force: true });
}

function isAlive(holder: Holder): boolean {
  if (holder.host !== hostname()) return true;
  if (holder.pid === process.pid) return holder.began === began(process.pid);
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  const now = began(holder.pid);
  return now === '' || holder.began === '' || now === holder.began;
}

/** Field 22 of /proc/<pid>/stat; empty where there is no /proc. */
function began(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

function read(file: string): Holder | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch {
    return null;
  }
}

const isTaken = (cause: unknown) => (cause as NodeJS.ErrnoException).code === 'EEXIST';
