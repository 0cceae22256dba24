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
    return await solveWith(threads, problem, options);
  } finally {
    await threads.close();
  }
}

/** `solve`, and its answer, with the blocks run by others where there are several. */
export async function solveWith(runner: BlockRunner, problem: Problem, options: SolveOptions): Promise<Solved> {
  return (await solveInBlocks(problem, options, runner)) ?? solve(problem, options);
}

/** Blocks of a large cohort on threads of this process; each takes the next block when it is done with one. */
export class BlockThreads implements BlockRunner {
  /** Started with the first blocks. */
  #threads: readonly BlockThread[] = [];

  /** @param entry the threads' module; tests, which run from sources, give one that they have bundled */
  constructor(
    private readonly count: number,
    private readonly entry?: URL,
  ) {}

  async run(tasks: Iterable<BlockTask>, onResult: (result: BlockResult) => void): Promise<readonly BlockResult[]> {
    if (this.#threads.length === 0) {
      this.#threads = Array.from({ length: this.count }, () => new BlockThread(this.entry));
    }
    const results: BlockResult[] = [];
    let begun = 0;
    const ahead = tasks[Symbol.iterator]();
    const work = async (thread: BlockThread) => {
      for (let task = ahead.next(); !task.done; task = ahead.next()) {
        const at = begun++;
        const result = await thread.solve(task.value);
        results[at] = result;
        onResult(result);
      }
    };
    await Promise.all(this.#threads.map(work));
    return results;
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.close()));
  }
}

/** A thread that groups the students of one block after another. */
export class BlockThread {
  readonly #thread: Worker;
  /** With which code it ended; null while it works. */
  #ended: number | null = null;

  constructor(entry = new URL('./block.worker.js', import.meta.url)) {
    this.#thread = new Worker(entry);
    this.#thread.once('exit', (code) => {
      this.#ended = code;
    });
  }

  /** One at a time. The task's vectors are moved away, not copied. @throws when the thread ends, or has ended */
  solve(task: BlockTask): Promise<BlockResult> {
    const thread = this.#thread;
    return new Promise((resolve, reject) => {
      const ended = (code: number) => reject(new Error(`A thread that works on blocks ended with code ${code}`));
      if (this.#ended !== null) return ended(this.#ended);
      thread.once('error', reject);
      thread.once('exit', ended);
      thread.once('message', (result: BlockResult) => {
        thread.off('error', reject);
        thread.off('exit', ended);
        resolve(result);
      });
      thread.postMessage(task, [task.vectors.buffer as ArrayBuffer]);
    });
  }

  async close(): Promise<void> {
    await this.#thread.terminate();
  }
}
