import { Worker } from 'node:worker_threads';
import type { BlockResult, BlockRunner, BlockTask } from '@tailcamp/matching';

/** Blocks of a large cohort on threads of this process; each takes the next block when it is done with one. */
export class BlockThreads implements BlockRunner {
  /** Started with the first blocks. */
  #threads: readonly Worker[] = [];

  /** @param entry the threads' module; tests, which run from sources, give one that they have bundled */
  constructor(
    private readonly count: number,
    private readonly entry = new URL('./block.worker.js', import.meta.url),
  ) {}

  async run(tasks: readonly BlockTask[]): Promise<readonly BlockResult[]> {
    if (this.#threads.length === 0) {
      this.#threads = Array.from({ length: this.count }, () => new Worker(this.entry));
    }
    const results: BlockResult[] = [];
    let next = 0;
    const work = async (thread: Worker) => {
      while (next < tasks.length) {
        const at = next++;
        results[at] = await solveOn(thread, tasks[at]!);
      }
    };
    await Promise.all(this.#threads.map(work));
    return results;
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.terminate()));
  }
}

function solveOn(thread: Worker, task: BlockTask): Promise<BlockResult> {
  return new Promise((resolve, reject) => {
    const ended = (code: number) => reject(new Error(`A thread that works on blocks ended with code ${code}`));
    thread.once('error', reject);
    thread.once('exit', ended);
    thread.once('message', (result: BlockResult) => {
      thread.off('error', reject);
      thread.off('exit', ended);
      resolve(result);
    });
    // The vectors are a copy of the task's own: moved, not copied again.
    thread.postMessage(task, [task.vectors.buffer as ArrayBuffer]);
  });
}
