import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildLock } from './steps/build-lock.mjs';
import { compilePackage } from './steps/compile.mjs';
import { install } from './steps/install.mjs';
import { buildNext } from './steps/next.mjs';
import { phase } from './steps/progress.mjs';
import { runCommand } from './steps/refusal.mjs';

/** What the server runs on, in the order in which they need each other. */
const SERVER = ['packages/contracts', 'packages/matching', 'apps/server'];

/**
 * Compiles the server and its packages into their dist folders; only the files that changed, so that an unchanged
 * tree costs some 50 ms.
 *
 * @returns {Promise<number>} files written or removed
 */
export function buildServer() {
  return buildLock(async () => {
    let changed = 0;
    for (const folder of SERVER) changed += await compilePackage(folder);
    return changed;
  });
}

/** Builds the web app into apps/web/.next when its sources, the shared packages or the lock changed. */
export async function buildWeb() {
  await buildServer();
  await buildLock(buildNext);
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await runCommand(async () => {
    await install();
    await phase('Compiling the server', 'Compiled the server', buildServer);
    await buildWeb();
  });
}
