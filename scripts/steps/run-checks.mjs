import { join } from 'node:path';
import { ROOT } from './folders.mjs';
import { install } from './install.mjs';
import { runCommand } from './refusal.mjs';
import { runQuietly } from './run.mjs';

const bin = (path) => join(ROOT, 'node_modules', path);
// Biome's and TypeScript's own launchers; the second package is TypeScript 7, an alias.
const CHECKS = [
  { name: 'format and lint', args: [bin('@biomejs/biome/bin/biome'), 'ci', '--colors=off', '.'] },
  { name: 'types', args: [bin('typescript-7/bin/tsc'), '-b', '--pretty', 'false'] },
  { name: 'architecture', args: [bin('vitest/vitest.mjs'), 'run', '--project', 'architecture', '--reporter=dot'] },
];

/** `npm run check`: all checks at once, each with its time; the words of those that fail follow. */
await runCommand(async () => {
  await install();
  const started = performance.now();
  const results = await Promise.all(CHECKS.map(check));
  const failures = results.filter(({ words }) => words !== null);
  for (const { name, words } of failures) console.log(`\n── ${name} ──\n${words}`);
  console.log(`\n${failures.length === 0 ? 'All checks pass' : `${failures.length} failed`} (${since(started)})`);
  return failures.length === 0 ? 0 : 1;
});

async function check({ name, args }) {
  const started = performance.now();
  try {
    await runQuietly(process.execPath, args, { cwd: ROOT, keptLines: 400, env: { ...process.env, NO_COLOR: '1' } });
    console.log(`✓ ${name} (${since(started)})`);
    return { name, words: null };
  } catch (error) {
    console.log(`✗ ${name} (${since(started)})`);
    return { name, words: error.output || String(error) };
  }
}

function since(start) {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}
