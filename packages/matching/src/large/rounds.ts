import type { Progress, Solved, SolveOptions } from '../solve/options.js';
import { Random } from '../solve/random.js';
import type { BlockResult, BlockTask } from './block-task.js';
import { Grouped } from './grouped.js';
import type { PairProblem } from './pair-problem.js';
import { Schedule } from './schedule.js';

/** Blocks that can be worked on side by side, and where the solve stands. */
export interface Batch {
  readonly tasks: readonly BlockTask[];
  readonly progress: Progress;
}

/**
 * Groups a large cohort in rounds: cut into blocks of near students, each block annealed by itself, then whole groups cut
 * into blocks anew. Yields the tasks of a round and takes their results in that order, whoever did them; from the same
 * results it goes on in the same way.
 */
export function* rounds(problem: PairProblem, options: SolveOptions): Generator<Batch, Solved, readonly BlockResult[]> {
  const schedule = new Schedule(problem, options);
  const grouped = new Grouped(problem, schedule.blocks);
  const random = new Random(options.seed);
  let groups: number[][] = [];
  let best = -1;
  let moves = 0;
  const progress = (): Progress => ({
    // Nothing is there to better before the first round has put it together.
    phase: best < 0 ? 'construct' : 'anneal',
    moves,
    of: Math.max(moves, schedule.moves),
    best: Math.max(0, best),
    hardViolations: 0,
  });
  for (let effort = schedule.next(moves); effort !== null; effort = schedule.next(moves)) {
    grouped.arrange(random);
    const seeds = Array.from({ length: schedule.blocks }, () => random.below(2 ** 32));
    const results = yield { tasks: grouped.tasks(seeds, effort), progress: progress() };
    grouped.take(results);
    for (const result of results) moves += result.moves;
    const objective = grouped.objective();
    // A block never costs more than before, but for `maximin` the cost is only near to the objective.
    if (objective > best) [groups, best] = [grouped.toGroups(), objective];
    options.onProgress?.(progress());
    if (options.shouldStop?.()) schedule.cancel();
    if (best >= 1 - 1e-12) break;
  }
  options.onProgress?.({ ...progress(), phase: 'done', of: moves });
  return { groups, moves, stoppedBy: best >= 1 - 1e-12 ? 'optimal' : schedule.stoppedBy, seed: options.seed };
}
