import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, STAMPS } from './folders.mjs';
import { install } from './install.mjs';
import { phase } from './progress.mjs';
import { runCommand } from './refusal.mjs';
import { runInFront } from './run.mjs';
import { addUp, readTally, tellSkipped } from './test-tally.mjs';

const UNIT = { name: 'unit and integration', config: 'vitest.config.ts' };
const E2E = { name: 'journeys in Chromium', config: 'e2e/vitest.config.ts' };

/**
 * `npm test [-- --e2e] [-- path …]`: everything, or what the paths and Vitest flags choose. Ends with the named skips
 * and the line `N passed, N failed, N skipped` over all of it.
 */
await runCommand(async () => {
  await install();
  const { buildServer, buildWeb } = await import('../build.mjs');
  await phase('Compiling the server', 'Compiled the server', buildServer);
  const given = process.argv.slice(2);
  const suites = suitesFor(given);
  if (suites.includes(E2E)) await buildWeb();
  const tallies = [];
  for (const suite of suites)
    tallies.push(
      await run(
        suite,
        given.filter((argument) => argument !== '--e2e'),
      ),
    );
  const { passed, failed, skipped } = addUp(tallies);
  tellSkipped(tallies.flatMap((tally) => tally.skipped));
  console.log(`${passed} passed, ${failed} failed, ${skipped.length} skipped`);
  return failed > 0 ? 1 : 0;
});

function suitesFor(given) {
  if (given.includes('--e2e')) return [E2E];
  const paths = given.filter((argument) => !argument.startsWith('-'));
  if (paths.length === 0) return [UNIT, E2E];
  const inE2e = paths.filter((path) => path.replace(`${ROOT}/`, '').replace(/^\.\//, '').startsWith('e2e'));
  return [...(inE2e.length < paths.length ? [UNIT] : []), ...(inE2e.length > 0 ? [E2E] : [])];
}

async function run({ name, config }, given) {
  console.log(`\n── ${name} ──`);
  const result = join(STAMPS, `${config.replaceAll('/', '-')}.json`);
  mkdirSync(STAMPS, { recursive: true });
  rmSync(result, { force: true });
  const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${result}`];
  const code = await runInFront(process.execPath, [vitest, 'run', '--config', config, ...reporters, ...given], {
    cwd: ROOT,
    // Real servers that are not installed may be fetched; a later run without network has them.
    env: { ...process.env, TAILCAMP_MAY_DOWNLOAD: '1' },
  });
  return readTally(result, code);
}
