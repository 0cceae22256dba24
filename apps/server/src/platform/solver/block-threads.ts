import { Worker } from 'node:worker_threads';
import {
  type BlockResult,
  type BlockRunner,
  type BlockTask,
  type Problem,
  type Solved,
  type SolveOptions,
  solve,
  solveInBlocks,
} from '@tailcamp/matching';

/** Threads to share the blocks of a large cohort, and their module where it is not the one beside this. */
export interface Workers {
  count: number;
  entry?: URL | undefined;
}

/** `solve`, and its answer, by several threads where the problem has work for them. */
export async function solveBy({ count, entry }: Workers, problem: Problem, options: SolveOptions): Promise<Solved> {
  if (count === 1) return solve(problem, options);
  const threads = new BlockThreads(count, entry);
  try {
    return (await solveInBlocks(problem, options, threads)) ?? solve(problem, options);
  } finally {
    await threads.close();
  }
}

/** Blocks of a large cohort on threads of this process; each takes the next block when it is done with one. */
export class BlockThreads implements BlockRunner {
  /** Started with the first blocks. */
  #threads: readonly Worker[] = [];

  /** @param entry the threads' module; tests, which run from sources, give one that they have bundled */
  constructor(
    private readonly count: number,
    private readonly entry = new URL('./block.worker.js', import.meta.url),
  ) {}

  async run(tasks: Iterable<BlockTask>, onResult: (result: BlockResult) => void): Promise<readonly BlockResult[]> {
    if (this.#threads.length === 0) {
      this.#threads = Array.from({ length: this.count }, () => new Worker(this.entry));
    }
    const results: BlockResult[] = [];
    let begun = 0;
    const ahead = tasks[Symbol.iterator]();
    const work = async (thread: Worker) => {
      for (let task = ahead.next(); !task.done; task = ahead.next()) {
        const at = begun++;
        const result = await solveOn(thread, task.value);
        results[at] = result;
        onResult(result);
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
