import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, STAMPS } from './folders.mjs';
import { install } from './install.mjs';
import { phase } from './progress.mjs';
import { checkService, offeredPython } from './python-checks.mjs';
import { runCommand } from './refusal.mjs';
import { runInFront } from './run.mjs';
import { addUp, readTally, tellSkipped } from './test-tally.mjs';

const UNIT = { name: 'unit and integration', config: 'vitest.config.ts' };
const SERVICE = { name: 'the matching service in Python' };
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
  const python = await offeredPython();
  const flags = given.filter((argument) => argument !== '--e2e');
  const tallies = [];
  for (const suite of suites) {
    console.log(`\n── ${suite.name} ──`);
    tallies.push(suite === SERVICE ? await checkService(python) : await run(suite, flags, python.program));
  }
  const { passed, failed, skipped } = addUp(tallies);
  tellSkipped(tallies.flatMap((tally) => tally.skipped));
  console.log(`${passed} passed, ${failed} failed, ${skipped.length} skipped`);
  return failed > 0 ? 1 : 0;
});

function suitesFor(given) {
  if (given.includes('--e2e')) return [E2E];
  const paths = given.filter((argument) => !argument.startsWith('-'));
  if (given.length === 0) return [UNIT, SERVICE, E2E];
  if (paths.length === 0) return [UNIT, E2E];
  const chosen = new Set(paths.map(suiteOf));
  return [UNIT, SERVICE, E2E].filter((suite) => chosen.has(suite));
}

function suiteOf(path) {
  const [folder] = path.replace(`${ROOT}/`, '').replace(/^\.\//, '').split('/');
  return { e2e: E2E, services: SERVICE }[folder] ?? UNIT;
}

async function run({ config }, given, python) {
  const result = join(STAMPS, `${config.replaceAll('/', '-')}.json`);
  mkdirSync(STAMPS, { recursive: true });
  rmSync(result, { force: true });
  const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${result}`];
  const code = await runInFront(process.execPath, [vitest, 'run', '--config', config, ...reporters, ...given], {
    cwd: ROOT,
    // Real servers that are not installed may be fetched; a later run without network has them.
    env: { ...process.env, TAILCAMP_MAY_DOWNLOAD: '1', ...(python === null ? {} : { TAILCAMP_PYTHON: python }) },
  });
  return readTally(result, code);
}
