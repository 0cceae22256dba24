import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { digest } from './fingerprint.mjs';
import { ROOT, requireWritable } from './folders.mjs';
import { phase } from './progress.mjs';
import { Refusal } from './refusal.mjs';
import { runQuietly } from './run.mjs';

export const SERVICE = join(ROOT, 'services/matching-python');
/** Outside node_modules, which `npm ci` empties: a later run needs no network. */
const HOME = join(ROOT, '.cache/python');
const PROGRAM = join(HOME, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');
const STAMP = join(HOME, 'tailcamp-installed');
const LOCK = join(SERVICE, 'requirements-dev.txt');

/** No Python that the service could run on: what needs one is left out by name. */
export class PythonMissing extends Refusal {
  name = 'PythonMissing';
}

/**
 * A Python with exactly the packages of the service's lock, checkers and all, and the service itself.
 *
 * @returns {Promise<string>} its program
 * @throws {PythonMissing} where there is no Python 3.11 or newer
 * @throws {Refusal} when the packages cannot be installed
 */
export async function installPython() {
  const wanted = digest(readFileSync(LOCK), HOME);
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted && runs(PROGRAM)) return PROGRAM;
  const python = findPython();
  requireWritable();
  await phase('Installing the Python packages', 'Installed the Python packages', () => build(python));
  writeFileSync(STAMP, wanted);
  return PROGRAM;
}

function findPython() {
  const named = process.env.PYTHON
    ? [process.env.PYTHON]
    : ['python3', 'python3.13', 'python3.12', 'python3.11', 'python'];
  const python = named.find(runs);
  if (python === undefined) throw new PythonMissing('There is no Python 3.11 or newer');
  return python;
}

function runs(python) {
  try {
    const version = 'import sys; sys.exit(sys.version_info < (3, 11))';
    execFileSync(python, ['-c', version], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

async function build(python) {
  try {
    const pip = await environment(python);
    const install = ['install', '--quiet', '--no-compile', '--require-hashes', '--only-binary=:all:', '--no-input'];
    await runQuietly(pip.program, [...pip.args, ...install, '--disable-pip-version-check', '-r', LOCK]);
  } catch (error) {
    throw new Refusal(`${error.output || error}\nThe Python packages could not be installed; the words above say why.`);
  }
  const site = execFileSync(PROGRAM, ['-c', 'import sysconfig; print(sysconfig.get_path("purelib"))'], {
    encoding: 'utf8',
  });
  writeFileSync(join(site.trim(), 'tailcamp.pth'), `${SERVICE}\n`);
}

/** An empty environment, and the pip that fills it. */
async function environment(python) {
  rmSync(HOME, { recursive: true, force: true });
  try {
    await runQuietly(python, ['-m', 'venv', HOME]);
    return { program: PROGRAM, args: ['-m', 'pip'] };
  } catch {
    // Debian's Python comes without the wheel of pip that an environment begins with; pip itself may be there.
    rmSync(HOME, { recursive: true, force: true });
    await runQuietly(python, ['-m', 'venv', '--without-pip', HOME]);
    return { program: python, args: ['-m', 'pip', '--python', PROGRAM] };
  }
}
