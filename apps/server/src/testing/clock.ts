import { Clock } from '../kernel/clock.js';

/** A clock that runs with the real one until a test moves it. */
export class TestClock extends Clock {
  #ahead = 0;

  now(): Date {
    return new Date(Date.now() + this.#ahead);
  }

  /** Moves on by so many milliseconds. */
  advance(milliseconds: number): void {
    this.#ahead += milliseconds;
  }
}
