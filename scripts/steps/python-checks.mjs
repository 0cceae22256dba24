import { mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { isWritable, ROOT, STAMPS } from './folders.mjs';
import { installPython, PythonMissing, SERVICE } from './python.mjs';
import { Refusal } from './refusal.mjs';
import { runInFront } from './run.mjs';
import { addUp, readJunit } from './test-tally.mjs';

const FOLDER = relative(ROOT, SERVICE);

/**
 * A Python with the service's packages, for the service's own tests and those of whatever calls it. Without a Python
 * 3.11 they are skipped by name; so they are where its packages cannot be had, but with CI set that is a failure.
 *
 * @returns {Promise<{ program: string | null, missing: string | null, isFailure: boolean }>}
 */
export async function offeredPython() {
  try {
    return { program: await installPython(), missing: null, isFailure: false };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return {
      program: null,
      missing: error.message,
      isFailure: Boolean(process.env.CI) && !(error instanceof PythonMissing),
    };
  }
}

/** Runs ruff, mypy and pytest over the service; each of the checkers counts as one test. */
export async function checkService({ program, missing, isFailure }) {
  if (program === null) {
    console.log(missing);
    const skipped = [{ file: FOLDER, title: `the matching service in Python: ${missing.split('\n').at(-1)}` }];
    return isFailure ? { passed: 0, failed: 1, skipped: [] } : { passed: 0, failed: 0, skipped };
  }
  const caches = join(isWritable(ROOT) ? ROOT : tmpdir(), '.cache/python-checks');
  const report = join(STAMPS, 'pytest.xml');
  mkdirSync(STAMPS, { recursive: true });
  rmSync(report, { force: true });
  const module = (...args) =>
    runInFront(program, ['-m', ...args], {
      cwd: SERVICE,
      env: { ...process.env, RUFF_CACHE_DIR: join(caches, 'ruff'), MYPY_CACHE_DIR: join(caches, 'mypy') },
    });
  const checks = [await module('ruff', 'check'), await module('ruff', 'format', '--check'), await module('mypy')];
  const code = await module('pytest', '-q', '-o', `cache_dir=${join(caches, 'pytest')}`, `--junit-xml=${report}`);
  const failed = checks.filter((one) => one !== 0).length;
  return addUp([{ passed: checks.length - failed, failed, skipped: [] }, readJunit(report, code, FOLDER)]);
}
