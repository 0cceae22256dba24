/** Moves of the default schedule by students: many each for a small cohort, few each for a large one. */
export function scheduledMoves(students: number): number {
  return students * Math.round(Math.max(1500, Math.min(30_000, 3_000_000 / Math.max(1, students))));
}

const CLOCK_EVERY = 512;

/** What a solve may spend: moves (exchanges looked at), or seconds, or until it is cancelled. */
export class Budget {
  moves = 0;
  stoppedBy: 'moves' | 'time' = 'moves';
  #cancelled = false;
  #elapsed = 0;
  #lookAgain = 0;
  readonly #started: number;

  constructor(
    /** Moves; may be raised while a solve goes on. */
    public limit: number,
    readonly seconds: number | null,
    private readonly clock: () => number,
  ) {
    this.#started = clock();
  }

  get cancelled(): boolean {
    return this.#cancelled;
  }

  cancel(): void {
    this.#cancelled = true;
    this.stoppedBy = 'time';
  }

  get spent(): boolean {
    if (this.#cancelled || this.moves >= this.limit) return true;
    if (this.seconds === null || this.elapsed < this.seconds) return false;
    this.stoppedBy = 'time';
    return true;
  }

  /** Seconds since the start, as of a few hundred moves ago. */
  get elapsed(): number {
    if (this.moves >= this.#lookAgain) {
      this.#lookAgain = this.moves + CLOCK_EVERY;
      this.#elapsed = (this.clock() - this.#started) / 1000;
    }
    return this.#elapsed;
  }

  /** The next `share` of the whole, or what is left of it. */
  slice(share: number): Slice {
    return new Slice(this, share);
  }
}

export class Slice {
  readonly #fromMoves: number;
  readonly #fromSeconds: number;
  readonly #moves: number;
  readonly #seconds: number;

  constructor(
    readonly budget: Budget,
    share: number,
  ) {
    this.#fromMoves = budget.moves;
    this.#fromSeconds = budget.elapsed;
    const seconds = budget.seconds ?? Number.POSITIVE_INFINITY;
    this.#moves = Math.min(budget.limit * share, budget.limit - budget.moves);
    this.#seconds = Math.min(seconds * share, seconds - budget.elapsed);
  }

  /** 0 at the start, 1 or more when the slice is used up. */
  get progress(): number {
    const { budget } = this;
    if (budget.spent) return 1;
    const byMoves = (budget.moves - this.#fromMoves) / this.#moves;
    const bySeconds = budget.seconds === null ? 0 : (budget.elapsed - this.#fromSeconds) / this.#seconds;
    return Math.max(byMoves, bySeconds);
  }
}
