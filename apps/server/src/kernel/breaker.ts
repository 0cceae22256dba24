/**
 * Keeps a service that fails from being asked again and again: after some failures in a row it is left alone for a while,
 * then one caller tries it while the others still leave it alone.
 */
export class Breaker {
  #failures = 0;
  #closedUntil = 0;

  /** @param now milliseconds */
  constructor(
    private readonly mostFailures: number,
    private readonly restMs: number,
    private readonly now: () => number = Date.now,
  ) {}

  /** Null when it may be asked; else until when not. Whoever may ask has to say how it went. */
  get leftAloneUntil(): Date | null {
    if (this.#failures < this.mostFailures) return null;
    if (this.now() < this.#closedUntil) return new Date(this.#closedUntil);
    this.#closedUntil = this.now() + this.restMs;
    return null;
  }

  succeeded(): void {
    this.#failures = 0;
  }

  failed(): void {
    this.#failures++;
    this.#closedUntil = this.now() + this.restMs;
  }
}
