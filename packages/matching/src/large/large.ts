import type { Problem } from '../problem.js';
import type { Progress, Solved, SolveOptions } from '../solve/options.js';
import { solveBlock } from './block.js';
import type { BlockResult, BlockTask } from './block-task.js';
import { type PairProblem, pairProblemOf } from './pair-problem.js';
import { type Batch, rounds } from './rounds.js';
import { blocksOf } from './schedule.js';

/** Whoever works on blocks: threads, other processes. */
export interface BlockRunner {
  /**
   * Takes each task only when there is a hand free for it, and tells of each result when it is there.
   * @returns the results in the order of the tasks
   */
  run(tasks: Iterable<BlockTask>, onResult: (result: BlockResult) => void): Promise<readonly BlockResult[]>;
}

/** Where this regime is the one to ask, its steps; see `solveSteps`. */
export function largeSteps(problem: Problem, options: SolveOptions): Generator<Progress, Solved> | null {
  const pairs = pairProblemOf(problem, options);
  return pairs === null ? null : alone(pairs, options);
}

/** One block after another. */
function* alone(problem: PairProblem, options: SolveOptions): Generator<Progress, Solved> {
  const batches = rounds(problem, options);
  let step = batches.next();
  while (!step.done) {
    const round = new Round(step.value, options);
    const results: BlockResult[] = [];
    for (const task of round.tasks()) {
      const result = solveBlock(task);
      results.push(result);
      yield round.took(result);
    }
    step = batches.next(results);
  }
  return step.value;
}

/** The answer of `solve`, with the blocks run by others; null where there are not several of them. */
export async function solveInBlocks(
  problem: Problem,
  options: SolveOptions,
  runner: BlockRunner,
): Promise<Solved | null> {
  const pairs = pairProblemOf(problem, options);
  if (pairs === null || blocksOf(pairs) === 1) return null;
  const batches = rounds(pairs, options);
  let step = batches.next();
  while (!step.done) {
    const round = new Round(step.value, options);
    step = batches.next(await runner.run(round.tasks(), (result) => round.took(result)));
  }
  return step.value;
}

/** A batch in the works: tells its progress with each block, and asks whether to stop. */
class Round {
  #moves: number;
  #stopped = false;

  constructor(
    private readonly batch: Batch,
    private readonly options: SolveOptions,
  ) {
    this.#moves = batch.progress.moves;
  }

  /** Once it is to stop, those not yet begun are left as they are. */
  *tasks(): Generator<BlockTask> {
    for (const task of this.batch.tasks) yield this.#stopped ? { ...task, sweeps: 0 } : task;
  }

  took({ moves }: BlockResult): Progress {
    this.#moves += moves;
    const { progress } = this.batch;
    const now = { ...progress, moves: this.#moves, of: Math.max(this.#moves, progress.of) };
    this.options.onProgress?.(now);
    this.#stopped ||= this.options.shouldStop?.() === true;
    return now;
  }
}
