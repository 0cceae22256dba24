import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const MACOS = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/**
 * The browser that journeys run in: CHROMIUM_PATH, else an installed one.
 *
 * @returns null where there is none; with CI set that is an error instead
 */
export function findChromium(): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const places = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const found = [process.env.CHROMIUM_PATH, ...places, MACOS].find((path) => path && isProgram(path));
  if (!found && process.env.CI)
    throw new Error('CI is set and there is no Chromium: install one, or give CHROMIUM_PATH.');
  return found ?? null;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
