const PAUSE_MS = 250;

/** Tells how far something is: at the beginning, and then at most four times a second. */
export class ImportProgress {
  #toldAt = 0;

  constructor(
    private readonly of: number,
    private readonly tell: (done: number, of: number) => Promise<unknown>,
  ) {}

  /** Between two calls other work of the process gets its turn. */
  async reached(done: number): Promise<void> {
    if (Date.now() - this.#toldAt < PAUSE_MS) return;
    this.#toldAt = Date.now();
    await this.tell(done, this.of);
  }
}
