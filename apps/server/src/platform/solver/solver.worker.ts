import { parentPort, workerData } from 'node:worker_threads';
import { PolicyError } from '@tailcamp/matching';
import { adopt, pose } from './delegate.js';
import { check, evaluateGroups, form, NoSuchGroups, place, propose, solveAll } from './engine.js';
import type { SolveProgress } from './index.js';
import type { FromThread, ToThread } from './messages.js';

type DoneMessage = Extract<FromThread, { kind: 'done' }>;

/** Does the one task that it was started for, tells what came of it, and ends. */
async function work(task: ToThread, say: (message: FromThread) => void): Promise<void> {
  try {
    say({ kind: 'done', result: await resultOf(task, (progress) => say({ kind: 'progress', progress })) });
  } catch (error) {
    if (!(error instanceof PolicyError) && !(error instanceof NoSuchGroups)) throw error;
    say({ kind: 'refused', reason: error.message });
  }
}

function resultOf(
  task: ToThread,
  tell: (progress: SolveProgress) => void,
): DoneMessage['result'] | Promise<DoneMessage['result']> {
  switch (task.task) {
    case 'propose':
      return propose(task.cohort);
    case 'check':
      return check(task.policy, task.cohort);
    case 'solve':
      return solveAll(task.input, { count: task.workers, entry: task.entry ? new URL(task.entry) : undefined }, tell);
    case 'form':
      return form(task.input);
    case 'place':
      return place(task.input);
    case 'pose':
      return pose(task.input, task.seconds);
    case 'adopt':
      return adopt(task.input, task.answer, task.seconds);
    case 'evaluate':
      return evaluateGroups(task.input);
  }
}

await work(workerData as ToThread, (message) => parentPort?.postMessage(message));
