import { parentPort, workerData } from 'node:worker_threads';
import { PolicyError } from '@tailcamp/matching';
import { check, evaluateGroups, NoSuchGroups, propose, solveAll } from './engine.js';
import type { FromThread, ToThread } from './messages.js';

/** Does the one task that it was started for, tells what came of it, and ends. */
function work(task: ToThread, say: (message: FromThread) => void): void {
  try {
    if (task.task === 'propose') say({ kind: 'done', result: propose(task.cohort) });
    else if (task.task === 'check') say({ kind: 'done', result: check(task.policy, task.cohort) });
    else if (task.task === 'evaluate') say({ kind: 'done', result: evaluateGroups(task.input) });
    else say({ kind: 'done', result: solveAll(task.input, (progress) => say({ kind: 'progress', progress })) });
  } catch (error) {
    if (!(error instanceof PolicyError) && !(error instanceof NoSuchGroups)) throw error;
    say({ kind: 'refused', reason: error.message });
  }
}

work(workerData as ToThread, (message) => parentPort?.postMessage(message));
