import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { digest, digestOfFile, filesIn } from './fingerprint.mjs';
import { ROOT, requireWritable, STAMPS } from './folders.mjs';
import { Refusal } from './refusal.mjs';

/** Specs, suites, fixtures and what only tests start do not belong into what runs. */
const LEFT_OUT = /\.(spec|suite)\.ts$|\.d\.ts$|(^|\/)(testing|fixtures|__snapshots__)$/;

/**
 * Compiles `<folder>/src` into `<folder>/dist` with SWC, file by file: what changed is written, what vanished is
 * removed, other files than TypeScript are copied.
 *
 * @param {string} folder from the root, as in "packages/contracts"
 * @returns {Promise<number>} files written or removed
 * @throws {Refusal} with SWC's words when a file does not parse
 */
export async function compilePackage(folder) {
  const from = join(ROOT, folder, 'src');
  const to = join(ROOT, folder, 'dist');
  const stamp = join(STAMPS, `${folder.replaceAll('/', '-')}.json`);
  const compiler = compilerKey();
  const before = readStamp(stamp, compiler);
  const sources = filesIn(from, (path) => !LEFT_OUT.test(path));
  const now = Object.fromEntries(sources.map((path) => [path, digestOfFile(join(from, path))]));
  const changed = sources.filter((path) => now[path] !== before[path] || !existsSync(join(to, outputOf(path))));
  const outputs = new Set(sources.flatMap((path) => [outputOf(path), `${outputOf(path)}.map`]));
  const stale = filesIn(to).filter((path) => !outputs.has(path));
  if (changed.length + stale.length === 0) return 0;

  requireWritable(existsSync(to) ? to : join(ROOT, folder));
  for (const path of stale) rmSync(join(to, path));
  await Promise.all(changed.map((path) => emit(join(from, path), join(to, outputOf(path)))));
  writeFileSync(stamp, JSON.stringify({ compiler, files: now }));
  return changed.length + stale.length;
}

function compilerKey() {
  const version = JSON.parse(readFileSync(join(ROOT, 'node_modules/@swc/core/package.json'), 'utf8')).version;
  return digest(version, readFileSync(join(ROOT, '.swcrc')), readFileSync(new URL(import.meta.url)));
}

function readStamp(path, compiler) {
  if (!existsSync(path)) return {};
  const stamp = JSON.parse(readFileSync(path, 'utf8'));
  return stamp.compiler === compiler ? stamp.files : {};
}

function outputOf(path) {
  return path.replace(/\.ts$/, '.js');
}

async function emit(source, target) {
  mkdirSync(dirname(target), { recursive: true });
  if (!source.endsWith('.ts')) return copyFileSync(source, target);
  const { transformFile } = await import('@swc/core');
  let output;
  try {
    output = await transformFile(source, { configFile: join(ROOT, '.swcrc'), cwd: ROOT });
  } catch (error) {
    throw new Refusal(`${source} does not compile.\n${error.message}`);
  }
  writeFileSync(target, `${output.code}\n//# sourceMappingURL=${basename(target)}.map\n`);
  if (output.map) writeFileSync(`${target}.map`, output.map);
}
