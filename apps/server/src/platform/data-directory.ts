import { createHash } from 'node:crypto';
import { accessSync, constants, mkdirSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { StartupError } from '../kernel/startup-error.js';

/**
 * Makes the directory that everything kept on this machine stands in, for its owner only, if it is not there yet.
 * @throws StartupError when it cannot be made or written
 */
export function ensureDataDirectory(directory: string): void {
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    accessSync(directory, constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw new StartupError(
      `The data directory ${directory} cannot be written (${(cause as Error).message}); give another with --data or change its owner.`,
      { cause },
    );
  }
}

/** The name of a Unix socket has no room for more, on any system. */
const LONGEST_SOCKET = 100;

/** Where the commands of the machine's owner reach the server that holds a data directory. */
export function operatorSocket(directory: string): string {
  const path = join(resolve(directory), 'tailcamp.sock');
  if (Buffer.byteLength(path) <= LONGEST_SOCKET) return path;
  const aside = join(tmpdir(), `tailcamp-${userInfo().uid}`);
  mkdirSync(aside, { recursive: true, mode: 0o700 });
  return join(aside, `${createHash('sha256').update(path).digest('hex').slice(0, 24)}.sock`);
}
