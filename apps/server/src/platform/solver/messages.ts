import type { BlockResult, BlockTask } from '@tailcamp/matching';
import type { Solved, SolveInput, SolveProgress } from './index.js';
import type { Given, Made, Task } from './work.js';

/** What is said between the threads; all of it can be cloned. */

/** What a thread is started with. */
export type ToThread =
  | { [T in Task]: { task: T; given: Given[T] } }[Task]
  | {
      task: 'solve';
      input: SolveInput;
      /** Threads for the blocks of a large cohort and their module; null: its blocks are asked of who started it. */
      workers: { count: number; entry: string | undefined } | null;
    };

export type FromThread =
  | { kind: 'progress'; progress: SolveProgress }
  /** To be answered with a `BlockDone` for each, in any order. */
  | { kind: 'blocks'; tasks: readonly BlockTask[] }
  | { kind: 'done'; result: Made[Task] | Solved }
  | { kind: 'refused'; reason: string };

export interface BlockDone {
  /** Its place among the tasks. */
  at: number;
  result: BlockResult;
}
