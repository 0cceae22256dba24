import type { Problem } from '../problem.js';
import type { Slice } from './budget.js';
import { type Candidates, drawStranger } from './candidates.js';
import { type Accept, Exchanges } from './exchange.js';
import type { Random } from './random.js';
import { restore } from './repair.js';
import type { Solution } from './solution.js';

/**
 * Start and end temperature, in losses at the 1 % quantile of the exchanges at a local optimum. Where all pairs are looked at, that
 * quantile is of many more exchanges than a sweep can make, and colder serves better.
 */
const TEMPERATURES = { everyone: { hot: 0.5, cold: 0.03 }, some: { hot: 2, cold: 0.1 } };
/** A loss of so many temperatures is never taken. */
const NEVER = 20;
const SAMPLED = 2000;
const YIELD_EVERY = 20_000;
const UNIT_TRIALS = 8;
/** From here on no further rule may be broken. */
const STRICT_FROM = 0.85;

/** Keeps the best grouping; asked after each sweep. */
export interface Keeper {
  keep(solution: Solution): void;
  readonly bestBroken: number;
  /** Group of each student, if the best has so many groups. */
  bestWith(groups: number): Int32Array | null;
}

/**
 * Descends to a local optimum, then anneals: exchanges scanned in order, temperature falling geometrically with the slice,
 * broken rules at a price that rises while there are any and falls while there are none, so that the search goes to and fro
 * over the edge of what is allowed. The last part goes on from the best grouping, and there no exchange may break more.
 */
export function* anneal(
  problem: Problem,
  solution: Solution,
  candidates: Candidates,
  slice: Slice,
  random: Random,
  locked: ReadonlySet<number>,
  keeper: Keeper,
): Generator<void> {
  const sweep = new Sweep(problem, solution, candidates, slice, random, locked);
  const descend = function* () {
    for (let before = Number.POSITIVE_INFINITY; slice.progress < 1; ) {
      sweep.limit = 0;
      yield* sweep.run((cost, broken) => broken < 0 || (broken === 0 && cost < -1e-9));
      keeper.keep(solution);
      const now = solution.cost + solution.broken * 1e6;
      if (now >= before - 1e-9) return;
      before = now;
    }
  };
  yield* descend();
  sweep.limit = Number.POSITIVE_INFINITY;
  const loss = sampleLoss(sweep, slice);
  const factors = candidates.dense ? TEMPERATURES.everyone : TEMPERATURES.some;
  const [hot, cold] = [factors.hot * loss, factors.cold * loss];
  let price = 4 * hot;
  let strict = false;
  while (slice.progress < 1) {
    if (!strict && slice.progress > STRICT_FROM) {
      strict = true;
      const best = keeper.bestWith(solution.partition.groups);
      if (best !== null && solution.broken > keeper.bestBroken) restore(solution, best);
    }
    let temperature = hot;
    sweep.onStudent = () => {
      temperature = hot * (cold / hot) ** Math.min(1, slice.progress);
      sweep.limit = NEVER * temperature;
    };
    yield* sweep.run((cost, broken) => {
      if (broken > 0 && strict) return false;
      const worse = cost + price * broken;
      return worse <= 0 || (worse < NEVER * temperature && random.next() < Math.exp(-worse / temperature));
    });
    price = Math.max(cold, solution.broken > 0 ? price * 1.3 : price * 0.9);
    keeper.keep(solution);
  }
}

/**
 * Loss at the 1 % quantile of those exchanges that cost something and break nothing. Where rules forbid all of those, the
 * size of any change; 1 where nothing makes a difference.
 */
function sampleLoss(sweep: Sweep, slice: Slice): number {
  const losses: number[] = [];
  const changes: number[] = [];
  const until = slice.budget.moves + SAMPLED;
  for (const _ of sweep.run(
    (cost, broken) => {
      if (broken <= 0 && cost > 1e-9) losses.push(cost);
      if (Math.abs(cost) > 1e-9) changes.push(Math.abs(cost));
      return false;
    },
    () => slice.budget.moves >= until,
  )) {
    // Sampling is short: there is nothing to report.
  }
  const sorted = (losses.length > 0 ? losses : changes).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * 0.01)] ?? 1;
}

/** One look at each student's exchanges, in order. */
class Sweep {
  onStudent: () => void = () => {};
  readonly #exchanges: Exchanges;

  constructor(
    private readonly problem: Problem,
    private readonly solution: Solution,
    private readonly candidates: Candidates,
    private readonly slice: Slice,
    private readonly random: Random,
    locked: ReadonlySet<number>,
  ) {
    if (candidates.dense) solution.remember();
    this.#exchanges = new Exchanges(problem, solution, random, locked);
  }

  set limit(cost: number) {
    this.#exchanges.limit = cost;
  }

  *run(accept: Accept, enough: () => boolean = () => false): Generator<void> {
    const { budget } = this.slice;
    const { unitOf, members } = this.problem.units;
    const { students } = this.solution.partition;
    let yieldAt = budget.moves + YIELD_EVERY;
    const first = this.candidates.dense ? 0 : this.random.below(students);
    for (let k = 0; k < students; k++) {
      const i = (first + k) % students;
      this.onStudent();
      if (this.slice.progress >= 1 || enough()) return;
      const unit = unitOf[i]!;
      if (!this.#exchanges.isFree(i)) {
        if (members[unit]![0] === i && this.#exchanges.mayMoveUnit(unit)) this.#unit(unit, accept);
      } else if (this.candidates.dense) this.#everyone(i, accept);
      else this.#some(i, accept);
      if (budget.moves >= yieldAt) {
        yieldAt = budget.moves + YIELD_EVERY;
        yield;
      }
    }
    // A sweep of a single group looks at nothing, and must end all the same.
    budget.moves++;
    yield;
  }

  #unit(unit: number, accept: Accept): void {
    for (let trial = 0; trial < UNIT_TRIALS; trial++) {
      this.slice.budget.moves++;
      this.#exchanges.tryUnit(unit, this.random.below(this.solution.partition.groups), accept);
    }
  }

  #everyone(i: number, accept: Accept): void {
    const { budget } = this.slice;
    const { groupOf, students, groups } = this.solution.partition;
    for (let j = i + 1; j < students; j++) {
      if (groupOf[i] === groupOf[j] || !this.#exchanges.isFree(j)) continue;
      budget.moves++;
      this.#exchanges.trySwap(i, j, accept);
    }
    if (!this.#exchanges.sizeMayChange) return;
    for (let to = 0; to < groups; to++) {
      if (!this.#exchanges.canMove(i, to)) continue;
      budget.moves++;
      this.#exchanges.tryMove(i, to, accept);
    }
  }

  #some(i: number, accept: Accept): void {
    const { near, perStudent, strangers } = this.candidates;
    const { groupOf } = this.solution.partition;
    for (let k = 0; k < perStudent; k++) this.#join(i, near[i * perStudent + k]!, accept);
    for (let draw = 0; draw < strangers; draw++) {
      const other = drawStranger(this.random, groupOf, groupOf[i]!);
      if (other === -1) return;
      if (this.#exchanges.isFree(other)) {
        this.slice.budget.moves++;
        this.#exchanges.trySwap(i, other, accept);
      }
      this.#move(i, groupOf[other]!, accept);
    }
  }

  /** Student `i` joins the group of `friend` for one of the others there, or for nobody. */
  #join(i: number, friend: number, accept: Accept): void {
    const { partition } = this.solution;
    const to = partition.groupOf[friend]!;
    if (partition.groupOf[i] === to) return;
    for (let slot = 0; slot < partition.sizes[to]!; slot++) {
      const other = partition.member(to, slot);
      if (other === friend || !this.#exchanges.isFree(other)) continue;
      this.slice.budget.moves++;
      if (this.#exchanges.trySwap(i, other, accept)) return;
    }
    this.#move(i, to, accept);
  }

  #move(i: number, to: number, accept: Accept): void {
    if (!this.#exchanges.sizeMayChange || !this.#exchanges.canMove(i, to)) return;
    this.slice.budget.moves++;
    this.#exchanges.tryMove(i, to, accept);
  }
}
