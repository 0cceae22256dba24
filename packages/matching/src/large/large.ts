import type { Problem } from '../problem.js';
import type { Progress, Solved, SolveOptions } from '../solve/options.js';
import { solveBlock } from './block.js';
import type { BlockResult, BlockTask } from './block-task.js';
import { type PairProblem, pairProblemOf } from './pair-problem.js';
import { rounds } from './rounds.js';
import { blocksOf } from './schedule.js';

/** Whoever works on blocks: threads, other processes. Results stand in the order of the tasks. */
export interface BlockRunner {
  run(tasks: readonly BlockTask[]): Promise<readonly BlockResult[]>;
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
    const { tasks, progress } = step.value;
    const results: BlockResult[] = [];
    let stopped = false;
    let { moves } = progress;
    for (const task of tasks) {
      const result = solveBlock(stopped ? { ...task, sweeps: 0 } : task);
      results.push(result);
      moves += result.moves;
      yield { ...progress, moves };
      stopped ||= options.shouldStop?.() === true;
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
  while (!step.done) step = batches.next(await runner.run(step.value.tasks));
  return step.value;
}
