import { createHash } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';
import { ThreadSolver } from '../platform/solver/solver.thread.js';

const WORKER = fileURLToPath(new URL('../platform/solver/solver.worker.ts', import.meta.url));
/** Inside node_modules, so that the thread finds the packages that bring files of their own. */
const BUNDLES = fileURLToPath(new URL('../../../../node_modules/.cache/tailcamp/test-threads/', import.meta.url));
let bundled: Promise<URL> | undefined;

/** The solver as in production, its thread made of the sources as they are; a thread cannot read them by itself. */
export async function threadSolverFromSource(): Promise<ThreadSolver> {
  bundled ??= bundle();
  return new ThreadSolver(await bundled);
}

async function bundle(): Promise<URL> {
  const output = await build({
    configFile: false,
    logLevel: 'silent',
    ssr: { noExternal: true, external: ['highs'], resolve: { conditions: ['source', 'node'] } },
    build: { ssr: WORKER, write: false, target: 'node20', minify: false },
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
