import { mkdirSync, readdirSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildServer } from './build.mjs';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const SOURCES = join(ROOT, 'bench');
/** Inside node_modules, so that the benchmarks find the packages they measure. */
const COMPILED = join(ROOT, 'node_modules/.cache/tailcamp/bench');
const BENCHMARKS = ['matching'];

/** `npm run bench -- NAME [--json]`: compiles what is measured and the benchmark, then runs it. */
async function bench(args) {
  const json = args.includes('--json');
  const names = args.filter((arg) => arg !== '--json');
  const [name] = names;
  if (names.length !== 1 || !BENCHMARKS.includes(name)) {
    process.stderr.write(`Usage: npm run bench -- ${BENCHMARKS.join('|')} [--json]\n`);
    return 2;
  }
  await buildServer();
  await compileBenchmarks();
  const { run } = await import(pathToFileURL(join(COMPILED, `${name}.js`)).href);
  await run({ json });
  return 0;
}

async function compileBenchmarks() {
  const { transformFile } = await import('@swc/core');
  mkdirSync(COMPILED, { recursive: true });
  writeFileSync(join(COMPILED, 'package.json'), '{ "type": "module" }\n');
  for (const file of readdirSync(SOURCES).filter((entry) => entry.endsWith('.ts'))) {
    const { code } = await transformFile(join(SOURCES, file), {
      configFile: join(ROOT, '.swcrc'),
      cwd: ROOT,
      sourceMaps: false,
    });
    writeFileSync(join(COMPILED, file.replace(/\.ts$/, '.js')), code);
  }
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  process.exitCode = await bench(process.argv.slice(2));
}
