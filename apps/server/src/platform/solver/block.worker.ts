import { parentPort } from 'node:worker_threads';
import { type BlockTask, solveBlock } from '@tailcamp/matching';

/** Groups the students of one block after another, as they are sent. */
parentPort?.on('message', (task: BlockTask) => parentPort?.postMessage(solveBlock(task)));
