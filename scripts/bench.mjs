import { mkdirSync, readdirSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { buildServer } from './build.mjs';
import { installPython } from './steps/python.mjs';
import { Refusal } from './steps/refusal.mjs';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const SOURCES = join(ROOT, 'bench');
/** Inside node_modules, so that the benchmarks find the packages they measure. */
const COMPILED = join(ROOT, 'node_modules/.cache/tailcamp/bench');

/** Benchmarks that measure against Python's packages too. */
const COMPARES_WITH_PYTHON = new Set(['matching']);

/**
 * `npm run bench -- NAME [--json] [--only A,B] [--plots FOLDER]`, a folder of bench/ each: compiles what is measured and the
 * benchmark, then runs it, or the named parts of it.
 */
async function bench(args) {
  const { values, positionals: names } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      only: { type: 'string', default: '' },
      plots: { type: 'string' },
    },
  });
  const [name] = names;
  const benchmarks = readdirSync(SOURCES, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const known = benchmarks.map((entry) => entry.name);
  if (names.length !== 1 || !known.includes(name)) {
    process.stderr.write(`Usage: npm run bench -- ${known.join('|')} [--json] [--only PART,PART] [--plots FOLDER]\n`);
    return 2;
  }
  await buildServer();
  await compileBenchmarks();
  if (COMPARES_WITH_PYTHON.has(name)) await offerPython();
  const { run } = await import(pathToFileURL(join(COMPILED, name, 'run.js')).href);
  const only = values.only.split(',').filter((part) => part !== '');
  await run({ json: values.json, only, plots: values.plots ?? null });
  return 0;
}

/** Where scikit-learn can be had, TAILCAMP_PYTHON names the program that has it, for whatever compares with it. */
async function offerPython() {
  try {
    process.env.TAILCAMP_PYTHON = await installPython();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    process.stderr.write(`${error.message}\n`);
  }
}

async function compileBenchmarks() {
  const { transformFile } = await import('@swc/core');
  mkdirSync(COMPILED, { recursive: true });
  writeFileSync(join(COMPILED, 'package.json'), '{ "type": "module" }\n');
  const files = readdirSync(SOURCES, { recursive: true }).map(String);
  for (const file of files.filter((entry) => entry.endsWith('.ts') && !entry.endsWith('.spec.ts'))) {
    const { code } = await transformFile(join(SOURCES, file), {
      configFile: join(ROOT, '.swcrc'),
      cwd: ROOT,
      sourceMaps: false,
    });
    const compiled = join(COMPILED, file.replace(/\.ts$/, '.js'));
    mkdirSync(dirname(compiled), { recursive: true });
    writeFileSync(compiled, code);
  }
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  process.exitCode = await bench(process.argv.slice(2));
}
