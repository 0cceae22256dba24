import type { Problem } from '../problem.js';
import { anneal, type Keeper } from './anneal.js';
import { bracket, bracketTrials } from './bracket.js';
import { Budget, type Slice, scheduledMoves } from './budget.js';
import { type Candidates, candidatesOf } from './candidates.js';
import { construct } from './construct.js';
import type { Phase, Progress, Solved, SolveOptions } from './options.js';
import { Partition } from './partition.js';
import { Random } from './random.js';
import { repair } from './repair.js';
import { easeSizes, groupBounds, groupCounts } from './sizes.js';
import { Solution } from './solution.js';

/**
 * Groups the students: hard rules first, then the objective. Where the sizes allow several numbers of groups, trials bracket the
 * best one, each with a greedy start, a repair of the rules and a short annealing; the best goes on with the rest of the budget.
 * Sizes or units that cannot be had are eased, and `evaluate` then tells what is broken.
 */
export function* searchSteps(problem: Problem, options: SolveOptions): Generator<Progress, Solved> {
  const search = new Search(easeSizes(problem), options);
  for (const phase of search.run()) {
    const progress = search.progress(phase);
    options.onProgress?.(progress);
    if (options.shouldStop?.()) search.budget.cancel();
    yield progress;
  }
  const { moves, stoppedBy } = search.budget;
  const solved: Solved = {
    groups: search.bestGroups(),
    moves,
    stoppedBy: search.perfect ? 'optimal' : stoppedBy,
    seed: options.seed,
  };
  options.onProgress?.(search.progress('done'));
  return solved;
}

/** Whether a grouping that keeps every hard rule is found within so many moves. */
export function findsFeasible(problem: Problem, options: { seed: number; moves: number }): boolean {
  if (groupBounds(problem) === null) return false;
  const search = new Search(problem, options);
  for (const _ of search.run()) if (search.bestBroken === 0 && search.unitsKept) return true;
  return search.bestBroken === 0 && search.unitsKept;
}

/** Shares of the budget. */
const TRIALS = 0.4;
const REPAIR = 0.3;
/** Rules come first: as long as some are broken, the default schedule is drawn out so many times. */
const EXTENSIONS = 3;

class Search implements Keeper {
  readonly budget: Budget;
  bestBroken = Number.POSITIVE_INFINITY;
  unitsKept = true;
  readonly #random: Random;
  readonly #candidates: Candidates;
  readonly #locked: ReadonlySet<number>;
  #problem: Problem;
  #bestCost = Number.POSITIVE_INFINITY;
  #bestObjective = 0;
  #best: Int32Array | null = null;
  #bestGroupCount = 1;
  #violations = 0;

  constructor(
    problem: Problem,
    private readonly options: SolveOptions,
  ) {
    const seconds = options.seconds ?? null;
    const moves =
      options.moves ?? (seconds === null ? scheduledMoves(problem.students.ids.length) : Number.POSITIVE_INFINITY);
    this.budget = new Budget(moves, seconds, options.clock ?? Date.now);
    this.#random = new Random(options.seed);
    this.#candidates = candidatesOf(problem);
    this.#locked = options.locked ?? new Set();
    if (this.#locked.size > 0 && options.start === undefined) throw new RangeError('students locked in no groups');
    this.#problem = problem;
  }

  get perfect(): boolean {
    return this.unitsKept && this.bestBroken === 0 && this.#bestObjective >= 1 - 1e-12;
  }

  *run(): Generator<Phase> {
    const bounds = groupBounds(this.#problem);
    if (bounds === null) return;
    const { start } = this.options;
    if (start !== undefined) {
      if (!keepsUnits(this.#problem, start)) this.#dissolveUnits();
      yield* this.#improve(this.#from(start), this.budget.slice(1));
      return;
    }
    const { fewest, most } = groupCounts(this.#problem, bounds);
    const share = fewest === most ? 1 : TRIALS / bracketTrials(fewest, most);
    const trials = bracket(fewest, most);
    for (let trial = trials.next(); !trial.done; ) {
      yield 'construct';
      const solution = this.#construct(trial.value);
      if (solution !== null) {
        this.keep(solution);
        yield* this.#improve(solution, this.budget.slice(share));
        if (this.perfect) return;
      }
      trial = trials.next(solution === null ? Number.NEGATIVE_INFINITY : rank(solution));
    }
    if (this.#best === null) {
      // The units do not fit the groups: each student stands alone, and the broken ties are counted instead.
      this.#dissolveUnits();
      yield* this.run();
      return;
    }
    if (fewest < most) yield* this.#improve(this.#from(this.bestGroups()), this.budget.slice(1));
    for (let extension = 0; extension < EXTENSIONS && this.#mayExtend(); extension++) {
      this.budget.limit += scheduledMoves(this.#problem.students.ids.length) / 2;
      yield* this.#improve(this.#from(this.bestGroups()), this.budget.slice(1));
    }
  }

  #mayExtend(): boolean {
    const { moves, seconds } = this.options;
    return this.bestBroken > 0 && moves === undefined && seconds === undefined && !this.budget.cancelled;
  }

  #dissolveUnits(): void {
    this.unitsKept = false;
    this.#problem = { ...this.#problem, units: alone(this.#problem.students.ids.length) };
  }

  progress(phase: Phase): Progress {
    const { moves } = this.budget;
    const of = Math.max(moves, Number.isFinite(this.budget.limit) ? this.budget.limit : moves);
    return { phase, moves, of, best: this.#bestObjective, hardViolations: this.#violations };
  }

  bestGroups(): number[][] {
    const groups: number[][] = Array.from({ length: this.#bestGroupCount }, () => []);
    this.#best?.forEach((group, student) => {
      groups[group]?.push(student);
    });
    if (this.#problem.named !== null) return groups;
    return groups.filter((group) => group.length > 0).sort((a, b) => a[0]! - b[0]!);
  }

  bestWith(groups: number): Int32Array | null {
    return this.#bestGroupCount === groups ? this.#best : null;
  }

  *#improve(solution: Solution, slice: Slice): Generator<Phase> {
    if (solution.broken > 0) yield* this.#repair(solution);
    for (const _ of anneal(this.#problem, solution, this.#candidates, slice, this.#random, this.#locked, this)) {
      if (this.perfect) return;
      yield 'anneal';
    }
    this.keep(solution);
  }

  *#repair(solution: Solution): Generator<Phase> {
    for (const _ of repair(this.#problem, solution, this.budget.slice(REPAIR), this.#random, this.#locked)) {
      this.keep(solution);
      yield 'repair';
    }
    this.keep(solution);
  }

  #construct(groups: number): Solution | null {
    return construct(this.#problem, groups, this.#candidates, this.#random);
  }

  #from(groups: readonly (readonly number[])[]): Solution {
    const { students, size } = this.#problem;
    const largest = Math.max(...groups.map((group) => group.length));
    const partition = new Partition(students.ids.length, groups.length, 2 * Math.max(size.max, largest));
    groups.forEach((members, g) => {
      for (const student of members) partition.change(g, -1, student);
    });
    return new Solution(this.#problem, partition);
  }

  /** Remembers a grouping that breaks fewer rules than the best, or as few and scores better. */
  keep(solution: Solution): void {
    const { broken, cost, partition } = solution;
    if (broken > this.bestBroken + 1e-6) return;
    const fewer = broken < this.bestBroken - 1e-6;
    const maximin = this.#problem.objective === 'maximin';
    if (!fewer && !maximin && cost >= this.#bestCost - 1e-12) return;
    const objective = solution.objective();
    if (
      !fewer &&
      maximin &&
      (objective < this.#bestObjective || (objective === this.#bestObjective && cost >= this.#bestCost))
    ) {
      return;
    }
    this.bestBroken = broken;
    this.#bestCost = cost;
    this.#bestObjective = objective;
    this.#best = partition.groupOf.slice();
    this.#bestGroupCount = partition.groups;
    this.#violations = 0;
    for (let group = 0; group < partition.groups; group++) if (solution.brokenIn(group) > 0) this.#violations++;
  }
}

/** Any grouping that keeps the rules above any that does not. */
function rank(solution: Solution): number {
  return solution.broken > 0 ? -solution.broken : solution.objective();
}

function keepsUnits({ units }: Problem, groups: readonly (readonly number[])[]): boolean {
  const groupOf = new Map(groups.flatMap((members, g) => members.map((student) => [student, g] as const)));
  return units.members.every((unit) => unit.every((student) => groupOf.get(student) === groupOf.get(unit[0]!)));
}

function alone(students: number): Problem['units'] {
  const all = Array.from({ length: students }, (_, i) => i);
  return { unitOf: Int32Array.from(all), members: all.map((i) => [i]) };
}
