import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { ROOT } from './folders.mjs';

/**
 * What one Vitest run came to, from its JSON report. A file that does not load, and a run that ends badly without a
 * failed test (an unhandled error, no test at all, a server that is missing in CI), count as failed too.
 *
 * @param {string} report path of the report
 * @param {number} code the run's exit code
 * @returns {{ passed: number, failed: number, skipped: { file: string, title: string }[] }}
 */
export function readTally(report, code) {
  const tally = { passed: 0, failed: 0, skipped: [] };
  const files = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')).testResults : [];
  for (const { name, status, assertionResults } of files) {
    const failedBefore = tally.failed;
    for (const test of assertionResults) {
      if (test.status === 'passed') tally.passed++;
      else if (test.status === 'failed') tally.failed++;
      else tally.skipped.push({ file: relative(ROOT, name), title: titleOf(test) });
    }
    if (status !== 'failed' || tally.failed > failedBefore) continue;
    // Its set-up failed: what Vitest calls skipped here was meant to run.
    const held = assertionResults.filter((test) => test.status !== 'passed').length;
    tally.failed += Math.max(1, held);
    tally.skipped = tally.skipped.filter(({ file }) => file !== relative(ROOT, name));
  }
  if (code !== 0 && tally.failed === 0) tally.failed++;
  return tally;
}

/**
 * What one pytest run came to, from its JUnit report; a module that cannot be collected is in it as a test that failed.
 *
 * @param {string} folder what its paths are relative to, from the root
 */
export function readJunit(report, code, folder) {
  const tally = { passed: 0, failed: 0, skipped: [] };
  const [, ...cases] = existsSync(report) ? readFileSync(report, 'utf8').split('<testcase ') : [''];
  for (const test of cases) {
    const attribute = (name) => new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(test)?.[1] ?? '';
    if (/<(failure|error)\b/.test(test)) tally.failed++;
    else if (!/<skipped\b/.test(test)) tally.passed++;
    else tally.skipped.push({ file: `${folder}/${attribute('classname')}`, title: attribute('name') });
  }
  if (code !== 0 && tally.failed === 0) tally.failed++;
  return tally;
}

/** The suite's title where the test stands in one: suites are skipped whole. */
function titleOf({ ancestorTitles, title }) {
  return ancestorTitles.length > 0 ? ancestorTitles.join(' › ') : title;
}

export function addUp(tallies) {
  return {
    passed: tallies.reduce((sum, tally) => sum + tally.passed, 0),
    failed: tallies.reduce((sum, tally) => sum + tally.failed, 0),
    skipped: tallies.flatMap((tally) => tally.skipped),
  };
}

/** Prints each skipped suite once, with its file and how many tests it holds. */
export function tellSkipped(skipped) {
  const counts = new Map();
  for (const { file, title } of skipped) {
    const line = `${title} (${file})`;
    counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  for (const [line, count] of counts) console.log(`skipped: ${line}: ${count} ${count === 1 ? 'test' : 'tests'}`);
}
