import { accessSync, constants, mkdirSync } from 'node:fs';
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
