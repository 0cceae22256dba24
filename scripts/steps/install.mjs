import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { npmCache, ROOT, requireWritable } from './folders.mjs';
import { phase } from './progress.mjs';
import { Refusal } from './refusal.mjs';
import { runQuietly } from './run.mjs';

/** Installs the packages of package-lock.json, unless node_modules already holds exactly them. */
export async function install() {
  if (isInstalled()) return;
  requireWritable();
  await phase('Installing packages (about a minute the first time)', 'Installed packages', npmInstall);
}

/**
 * Compares the lock with the list that npm leaves in node_modules at the end of a whole installation. What may be
 * absent: an optional package, which is then one for another platform, and what npm itself calls extraneous.
 */
export function isInstalled(root = ROOT) {
  const listed = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(listed)) return false;
  const wanted = packagesOf(join(root, 'package-lock.json'));
  const present = packagesOf(listed);
  const isSame = (path, entry) =>
    present[path] === undefined
      ? entry.optional === true || entry.extraneous === true
      : present[path].version === entry.version;
  const isOurs = (path) => !path.includes('node_modules/');
  return (
    Object.entries(wanted).every(([path, entry]) => isOurs(path) || isSame(path, entry)) &&
    Object.keys(present).every((path) => isOurs(path) || wanted[path] !== undefined)
  );
}

function packagesOf(lock) {
  return JSON.parse(readFileSync(lock, 'utf8')).packages;
}

async function npmInstall() {
  // Under `npm start` npm tells where its own program is; `npx` and a bare `node` do not.
  const npm = process.env.npm_execpath?.endsWith('npm-cli.js') ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const [command, ...before] = npm;
  // With NODE_ENV=production npm would leave out what the build needs.
  const env = { ...process.env, NODE_ENV: 'development', npm_config_cache: npmCache(), npm_config_loglevel: 'warn' };
  try {
    await runQuietly(command, [...before, 'ci', '--include=dev', '--prefer-offline', '--no-progress'], {
      cwd: ROOT,
      env,
    });
  } catch (error) {
    throw new Refusal(explain(error));
  }
}

function explain(error) {
  if (error.code === 'ENOENT') return 'npm is not installed; it comes with Node 20 from https://nodejs.org.';
  const output = error.output ?? String(error);
  if (/ENOTCACHED|ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH/.test(output)) {
    return `${output}\nThe npm registry cannot be reached: the first installation needs the network, later starts do not.`;
  }
  if (/ENOSPC/.test(output)) return `${output}\nThe disk is full: the packages need about 1 GB.`;
  return `${output}\nnpm could not install the packages; its words are above.`;
}
