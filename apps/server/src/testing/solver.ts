import { createHash } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';
import { ThreadSolver, type ThreadSolverSetup } from '../platform/solver/solver.thread.js';

/** Inside node_modules, so that the thread finds the packages that bring files of their own. */
const BUNDLES = fileURLToPath(new URL('../../../../node_modules/.cache/tailcamp/test-threads/', import.meta.url));
const bundled = new Map<string, Promise<URL>>();

/** The solver as in production, its threads made of the sources as they are; a thread cannot read them by itself. */
export async function threadSolverFromSource(workers = 1): Promise<ThreadSolver> {
  return new ThreadSolver(await threadsFromSource(workers));
}

export async function threadsFromSource(workers = 1): Promise<ThreadSolverSetup> {
  const solver = await threadFromSource('solver.worker.ts');
  return {
    workers,
    entries: workers === 1 ? { solver } : { solver, block: await threadFromSource('block.worker.ts') },
  };
}

/** The module of a thread of platform/solver. */
export function threadFromSource(name: 'solver.worker.ts' | 'block.worker.ts'): Promise<URL> {
  const made = bundled.get(name) ?? bundle(fileURLToPath(new URL(`../platform/solver/${name}`, import.meta.url)));
  bundled.set(name, made);
  return made;
}

async function bundle(entry: string): Promise<URL> {
  const output = await build({
    configFile: false,
    logLevel: 'silent',
    ssr: { noExternal: true, external: ['highs'], resolve: { conditions: ['source', 'node'] } },
    build: { ssr: entry, write: false, target: 'node20', minify: false },
  });
  const [chunk] = 'output' in output ? output.output : [];
  if (chunk === undefined) throw new Error('The thread of the solver was not bundled');
  const path = join(BUNDLES, `${createHash('sha256').update(chunk.code).digest('hex').slice(0, 16)}.mjs`);
  await mkdir(BUNDLES, { recursive: true });
  // Specs bundle side by side: each writes its own, and the last to be done puts the same bytes in the same place.
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, chunk.code);
  await rename(draft, path);
  return pathToFileURL(path);
}
