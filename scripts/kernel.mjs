import { readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import wabt from 'wabt';

const FOLDER = new URL('../packages/matching/src/large/', import.meta.url);
export const MODULE = new URL('kernel.wasm.ts', FOLDER);

/** `node scripts/kernel.mjs` after a change of kernel.wat: its module as hexadecimal, for no bundler needs to know of it. */
export async function compileKernel() {
  const source = readFileSync(new URL('kernel.wat', FOLDER), 'utf8');
  const { buffer } = (await wabt()).parseWat('kernel.wat', source, { simd: true }).toBinary({});
  const hex = Buffer.from(buffer).toString('hex');
  return `/** kernel.wat as WebAssembly, by scripts/kernel.mjs. */\nexport const KERNEL =\n  '${hex}';\n`;
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  writeFileSync(MODULE, await compileKernel());
}
