import type { SolveOptions } from '../solve/options.js';
import type { Effort } from './grouped.js';
import type { PairProblem } from './pair-problem.js';

/** Up to here the cohort is one block: its matrix still goes through the processor's cache fast enough. */
const ONE_BLOCK = 1500;
const BLOCK = 400;
const SWEEPS = 30;
/** Of the only block; more of them begin anew, hot. */
const MOST_SWEEPS = 1000;
/** Of the only block, for a third of a second or so. */
const PAIRS = 3e8;
const FEWEST_ROUNDS = 7;
/** Temperatures, in losses at the 1 % quantile: later rounds begin cooler, so as not to undo what earlier ones found. */
const HOT = 0.4;
const LATE = 0.12;
const COLD = 0.035;
const ONLY = 0.25;
/** Exchanges looked at in a second by a slow machine, until it is known better. */
const SLOW = 3e8;

export function blocksOf({ students, sizes }: Pick<PairProblem, 'students' | 'sizes'>): number {
  return students <= ONE_BLOCK ? 1 : Math.min(sizes.length, Math.round(students / BLOCK));
}

/** How many rounds there are and how hard each works: by moves, a function of the cohort only, or by the clock. */
export class Schedule {
  readonly blocks: number;
  /** Exchanges that the whole of it looks at. */
  readonly moves: number;
  stoppedBy: 'moves' | 'time' = 'moves';
  readonly #rounds: number;
  readonly #sweeps: number;
  readonly #perSweep: number;
  readonly #seconds: number | null;
  readonly #clock: () => number;
  readonly #started: number;
  #round = 0;
  #cancelled = false;

  constructor({ students, sizes }: PairProblem, { moves, seconds, clock = Date.now }: SolveOptions) {
    this.blocks = blocksOf({ students, sizes });
    this.#perSweep = students ** 2 / this.blocks / 2;
    const [rounds, sweeps] =
      this.blocks === 1
        ? [1, Math.round(PAIRS / students ** 2)]
        : [Math.max(FEWEST_ROUNDS, Math.round(1700 / Math.sqrt(students))), SWEEPS];
    const wanted = moves === undefined ? rounds * sweeps : Math.max(1, moves / this.#perSweep);
    this.#rounds = Math.ceil(wanted / (this.blocks === 1 ? MOST_SWEEPS : SWEEPS));
    this.#sweeps = Math.max(1, Math.round(wanted / this.#rounds));
    this.moves = this.#rounds * this.#sweeps * this.#perSweep;
    this.#seconds = seconds ?? null;
    this.#clock = clock;
    this.#started = clock();
  }

  cancel(): void {
    this.#cancelled = true;
    this.stoppedBy = 'time';
  }

  /** What the next round does with each block; null when there is none. */
  next(moves: number): Effort | null {
    if (this.#cancelled) return null;
    return this.#seconds === null ? this.#nextByMoves() : this.#nextByTime(this.#seconds, moves);
  }

  #nextByMoves(): Effort | null {
    if (this.#round === this.#rounds) return null;
    const progress = this.#round++ / Math.max(1, this.#rounds - 1);
    return { sweeps: this.#sweeps, ...this.#temperatures(progress) };
  }

  #nextByTime(seconds: number, moves: number): Effort | null {
    this.stoppedBy = 'time';
    const elapsed = (this.#clock() - this.#started) / 1000;
    const rate = moves === 0 ? SLOW : moves / elapsed;
    const affordable = Math.floor(((seconds - elapsed) * rate) / this.#perSweep);
    if (moves > 0 && affordable < 2) return null;
    const most = this.blocks === 1 ? MOST_SWEEPS : SWEEPS;
    // The first round shows how fast this machine is.
    const sweeps = Math.max(1, Math.min(most, moves === 0 ? Math.floor(affordable / 2) : affordable));
    return { sweeps, ...this.#temperatures(Math.min(1, elapsed / seconds)) };
  }

  #temperatures(progress: number): Pick<Effort, 'hot' | 'cold'> {
    return { hot: this.blocks === 1 ? ONLY : HOT * (LATE / HOT) ** progress, cold: COLD };
  }
}
