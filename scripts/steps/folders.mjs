import { accessSync, constants } from 'node:fs';
import { homedir, userInfo } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Refusal } from './refusal.mjs';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
/** What the build remembers of its last run; gone with node_modules, which it depends on. */
export const STAMPS = join(ROOT, 'node_modules/.cache/tailcamp');

export function isWritable(folder) {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** @throws {Refusal} when this user cannot write where installing and building write */
export function requireWritable(folder = ROOT) {
  if (isWritable(folder)) return;
  throw new Refusal(
    `The user ${userInfo().username} cannot write in ${folder}; clone TailCamp into a folder of your own, or run this as the folder's owner.`,
  );
}

/** npm's cache; one inside the clone where the usual place cannot be written (a system user without a home). */
export function npmCache() {
  const usual = process.env.npm_config_cache ?? join(homedir(), '.npm');
  if (isWritable(usual)) return usual;
  try {
    accessSync(usual, constants.F_OK);
  } catch {
    if (isWritable(join(usual, '..'))) return usual;
  }
  return join(ROOT, '.cache/npm');
}
