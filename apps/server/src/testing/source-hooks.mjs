import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { transform } from '@swc/core';

/** Workspace packages are their sources, and `x.js` beside `x.ts` is `x.ts`. */
export async function resolve(specifier, context, nextResolve) {
  const conditions = ['source', ...context.conditions];
  const fromSource = context.parentURL?.endsWith('.ts') && specifier.startsWith('.');
  const sought = fromSource ? specifier.replace(/\.js$/, '.ts') : specifier;
  return nextResolve(sought, { ...context, conditions });
}

export async function load(url, context, nextLoad) {
  if (!url.startsWith('file:') || !url.endsWith('.ts')) return nextLoad(url, context);
  const file = fileURLToPath(url);
  const { code } = await transform(await readFile(file, 'utf8'), {
    filename: file,
    configFile: false,
    swcrc: false,
    jsc: { target: 'es2023', parser: { syntax: 'typescript', decorators: true } },
    module: { type: 'es6' },
    sourceMaps: 'inline',
  });
  return { format: 'module', source: code, shortCircuit: true };
}
