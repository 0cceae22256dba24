import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { ThreadSolver } from '../platform/solver/solver.thread.js';

const WORKER = fileURLToPath(new URL('../platform/solver/solver.worker.ts', import.meta.url));
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
    ssr: { noExternal: true, resolve: { conditions: ['source', 'node'] } },
    build: { ssr: WORKER, write: false, target: 'node20', minify: false },
  });
  const [chunk] = 'output' in output ? output.output : [];
  if (chunk === undefined) throw new Error('The thread of the solver was not bundled');
  return new URL(`data:text/javascript;base64,${Buffer.from(chunk.code).toString('base64')}`);
}
