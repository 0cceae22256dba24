import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { freePort, GuardedProcess } from './guarded-process.js';
import { type RunningServer, untilItAnswers } from './running-server.js';

/** The Python that has the matching service's packages, for `describe.skipIf(!python())`. */
export function python(): string | null {
  return inject('python');
}

/** Its imports alone take 2 s of an idle machine. */
const DEADLINE_MS = 150_000;

/** The matching service of services/matching-python, in a process of its own. */
export async function startMatchingService(program: string): Promise<RunningServer> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'tailcamp-matching-'));
  const command = ['env', `TAILCAMP_SOLVER_PORT=${port}`, program, '-m', 'tailcamp_matching'];
  const server = GuardedProcess.start(folder, command);
  const url = `http://127.0.0.1:${port}`;
  await untilItAnswers(server, () => fetch(`${url}/health/ready`), DEADLINE_MS);
  return { url, stop: () => server.stop() };
}
