import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { PolicyError } from '@tailcamp/matching';
import { AskedBlocks } from './asked-blocks.js';
import { solveBy, solveWith } from './block-threads.js';
import { NoSuchGroups, type Solving, solveAll } from './engine.js';
import type { Solved } from './index.js';
import type { FromThread, ToThread } from './messages.js';
import { type Made, perform, type Task } from './work.js';

/** Does the one task that it was started for, tells what came of it, and ends. */
async function work(asked: ToThread, starter: MessagePort): Promise<void> {
  const say = (message: FromThread) => starter.postMessage(message);
  try {
    say({ kind: 'done', result: await resultOf(asked, starter) });
  } catch (error) {
    if (!(error instanceof PolicyError) && !(error instanceof NoSuchGroups)) throw error;
    say({ kind: 'refused', reason: error.message });
  }
}

function resultOf(asked: ToThread, starter: MessagePort): Made[Task] | Promise<Solved> {
  if (asked.task !== 'solve') return perform(asked.task, asked.given);
  const { input, workers } = asked;
  const solving: Solving =
    workers === null
      ? (...given) => solveWith(new AskedBlocks(starter), ...given)
      : (...given) => solveBy({ ...workers, entry: workers.entry ? new URL(workers.entry) : undefined }, ...given);
  return solveAll(input, solving, (progress) =>
    starter.postMessage({ kind: 'progress', progress } satisfies FromThread),
  );
}

if (parentPort !== null) await work(workerData as ToThread, parentPort);
