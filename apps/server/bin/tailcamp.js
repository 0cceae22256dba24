#!/usr/bin/env node
// Plain JavaScript, so that it runs right after `npm ci`: compiles what is missing or older than its source, then hands over.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const build = new URL('../../../scripts/build.mjs', import.meta.url);
const sources = new URL('../src/', import.meta.url);

try {
  // An image holds dist alone, and has nothing to compile.
  if (existsSync(sources) && existsSync(build)) await (await import(build.href)).buildServer();
} catch (error) {
  process.stderr.write(`tailcamp: cannot compile ${fileURLToPath(sources)}: ${error.message}\n`);
  process.exit(1);
}
const { run } = await import(new URL('../dist/cli.js', import.meta.url).href);
process.exitCode = await run(process.argv.slice(2));
