import type { GroupSize } from '@tailcamp/contracts';
import { type Problem, sizeOf } from '../problem.js';
import { bracket, bracketTrials } from '../solve/bracket.js';
import { Budget } from '../solve/budget.js';
import { cohortObjective } from '../solve/objective.js';
import type { Progress, Solved, SolveOptions } from '../solve/options.js';
import { Random } from '../solve/random.js';
import { evenTargets, groupBounds } from '../solve/sizes.js';
import { annealDense } from './dense-anneal.js';
import { DenseGroups } from './dense-groups.js';
import { DenseScan } from './dense-scan.js';
import type { Weights } from './weights.js';
import { Worth } from './worth.js';

/** Above this, sums by group and student cost more to keep than they save. */
const MOST_STUDENTS = 400;
/** Share of the budget that goes into finding the number of groups. */
const TRIALS = 0.4;

/** Exchanges of the default schedule: about a second for a hundred students, less for fewer. */
function scheduledExchanges(students: number): number {
  return Math.min(60_000_000, 6000 * students * students);
}

/** Whether the dense search is the one for this problem: a small cohort whose group scores are functions of pair sums alone. */
export function isDense(problem: Problem, { locked, start }: Pick<SolveOptions, 'locked' | 'start'>): boolean {
  if (locked !== undefined && locked.size > 0) return false;
  if (start?.some(({ length }, g) => length < sizeOf(problem, g).min || length > sizeOf(problem, g).max)) return false;
  const alone = problem.units.members.every(({ length }) => length === 1);
  return alone && groupBounds(problem) !== null && likenessOf(problem) !== null;
}

/**
 * Groups a small cohort by `similar` or `diverse` alone. Where the sizes leave the number of groups open, short trials bracket the
 * best one, and the rest of the budget goes on from there. Only for a problem that `isDense`.
 */
export function* denseSteps(problem: Problem, options: SolveOptions): Generator<Progress, Solved> {
  const search = new DenseSearch(problem, options);
  for (const _ of search.run()) {
    const progress = search.progress('anneal');
    options.onProgress?.(progress);
    if (options.shouldStop?.()) search.stop();
    yield progress;
  }
  options.onProgress?.(search.progress('done'));
  return search.solved();
}

/** The one criterion of the group score, where every student has a vector; else null. */
function likenessOf(problem: Problem): { readonly weights: Weights; readonly sign: 1 | -1 } | null {
  const students = problem.students.ids.length;
  const [measure, ...others] = problem.measures;
  if (measure === undefined || others.length > 0 || students < 2 || students > MOST_STUDENTS) return null;
  if (measure.hard || measure.step || measure.likeness === undefined) return null;
  const values = measure.likeness.matrix();
  if (values === null) return null;
  // A student who gave nothing is at 0 to everybody, the own self included, and counts in no mean.
  for (let i = 0; i < students; i++) if (values[i * students + i]! < 0.5) return null;
  return { weights: { students, values }, sign: measure.likeness.sign };
}

class DenseSearch {
  readonly #random: Random;
  readonly #weights: Weights;
  readonly #worth: Worth;
  readonly #limit: number;
  #budget: Budget;
  /** Moves and seconds of the budgets before. */
  #moves = 0;
  #elapsed = 0;
  #best: { readonly groups: number[][]; readonly objective: number } | null = null;

  constructor(
    private readonly problem: Problem,
    private readonly options: SolveOptions,
  ) {
    const { weights, sign } = likenessOf(problem)!;
    this.#weights = weights;
    this.#worth = new Worth(problem.objective, sign, problem.size.max);
    this.#random = new Random(options.seed);
    const scheduled = options.seconds === undefined ? scheduledExchanges(weights.students) : Number.POSITIVE_INFINITY;
    this.#limit = options.moves ?? scheduled;
    this.#budget = this.#share(1);
  }

  *run(): Generator<void> {
    const { start } = this.options;
    const { named } = this.problem;
    if (start !== undefined) return yield* this.#improve(start);
    const { fewestGroups, mostGroups } = groupBounds(this.problem)!;
    if (named !== null || fewestGroups === mostGroups)
      return yield* this.#improve(this.#drawn(named?.length ?? mostGroups));
    const share = TRIALS / bracketTrials(fewestGroups, mostGroups);
    const trials = bracket(fewestGroups, mostGroups);
    for (let trial = trials.next(); !trial.done; ) {
      this.#spend(this.#share(share));
      trial = trials.next(yield* this.#improve(this.#drawn(trial.value)));
      if (this.#done) return;
    }
    const { seconds } = this.options;
    this.#spend(this.#share(1 - (seconds === undefined ? this.#moves / this.#limit : this.#elapsed / seconds)));
    yield* this.#improve(this.#best!.groups);
  }

  stop(): void {
    this.#budget.cancel();
  }

  progress(phase: Progress['phase']): Progress {
    const moves = this.#moves + this.#budget.moves;
    const of = Number.isFinite(this.#limit) ? Math.max(moves, this.#limit) : moves;
    return { phase, moves, of, best: this.#best?.objective ?? 0, hardViolations: 0 };
  }

  solved(): Solved {
    const groups = (this.#best?.groups ?? []).filter(({ length }) => this.problem.named !== null || length > 0);
    if (this.problem.named === null) groups.sort((a, b) => a[0]! - b[0]!);
    const stoppedBy = this.#perfect ? 'optimal' : this.#budget.stoppedBy;
    return { groups, moves: this.#moves + this.#budget.moves, stoppedBy, seed: this.options.seed };
  }

  /** @returns the objective that these groups come to */
  *#improve(from: readonly (readonly number[])[]): Generator<void, number> {
    const { students } = this.#weights;
    const bounds = from.map((_, g): GroupSize => sizeOf(this.problem, g));
    const state = new DenseGroups(this.#weights, bounds, this.#worth);
    const groupOf = new Int32Array(students);
    for (const [g, members] of from.entries()) for (const student of members) groupOf[student] = g;
    state.load(groupOf);
    const scan = new DenseScan(state, this.#random);
    scan.settle();
    let [seen, objective] = [Number.NEGATIVE_INFINITY, 0];
    const look = () => {
      if (scan.bestTotal === seen) return;
      seen = scan.bestTotal;
      const groups = from.map((): number[] => []);
      for (let i = 0; i < students; i++) groups[scan.best[i]!]!.push(i);
      objective = this.#objectiveOf(groups);
      if (objective > (this.#best?.objective ?? -1)) this.#best = { groups, objective };
    };
    for (const _ of annealDense(scan, this.#budget, this.#random)) {
      look();
      if (this.#done) return objective;
      yield;
    }
    look();
    return objective;
  }

  #objectiveOf(groups: readonly (readonly number[])[]): number {
    const { students, values } = this.#weights;
    const scores = groups.map((members) => {
      let sum = 0;
      for (const a of members) for (const b of members) if (a < b) sum += values[a * students + b]!;
      return this.#worth.score(sum, members.length);
    });
    return cohortObjective(
      this.problem.objective,
      scores,
      groups.map(({ length }) => length),
    );
  }

  /** As even as the bounds allow, and at random. */
  #drawn(count: number): number[][] {
    const { students } = this.#weights;
    const bounds = Array.from({ length: count }, (_, g) => sizeOf(this.problem, g));
    const targets = evenTargets(
      students,
      bounds.map(() => 0),
      bounds,
    )!;
    const order = Array.from({ length: students }, (_, i) => i);
    this.#random.shuffle(order);
    return targets.map((size) => order.splice(0, size));
  }

  get #perfect(): boolean {
    return (this.#best?.objective ?? 0) >= 1 - 1e-12;
  }

  get #done(): boolean {
    return this.#perfect || this.#budget.cancelled;
  }

  #share(share: number): Budget {
    const { seconds, clock } = this.options;
    return new Budget(this.#limit * share, seconds === undefined ? null : seconds * share, clock ?? Date.now);
  }

  /** What the budget so far has spent is counted, and the next one begins. */
  #spend(next: Budget): void {
    this.#moves += this.#budget.moves;
    this.#elapsed += this.#budget.elapsed;
    this.#budget = next;
  }
}
