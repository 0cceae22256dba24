import { join } from 'node:path';
import { ROOT } from './folders.mjs';
import { install } from './install.mjs';
import { phase } from './progress.mjs';
import { runCommand } from './refusal.mjs';
import { runInFront } from './run.mjs';

/** `npm start`: install, build, and run the server with the arguments given; each step only when it is needed. */
await runCommand(async () => {
  await install();
  const { buildServer, buildWeb } = await import('../build.mjs');
  await phase('Compiling the server', 'Compiled the server', buildServer);
  await buildWeb();
  const main = join(ROOT, 'apps/server/dist/main.js');
  return runInFront(process.execPath, ['--enable-source-maps', main, ...process.argv.slice(2)]);
});
