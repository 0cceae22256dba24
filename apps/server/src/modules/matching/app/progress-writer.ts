/**
 * Writes progress down in the order in which it comes, one at a time; while one is being written, of the others only
 * the newest is kept.
 */
export class ProgressWriter<Progress> {
  #next: Progress | undefined;
  #writing: Promise<void> | null = null;

  /** @param write what it throws is thrown by `settled` */
  constructor(private readonly write: (progress: Progress) => Promise<void>) {}

  tell(progress: Progress): void {
    this.#next = progress;
    this.#writing ??= this.#drain();
    this.#writing.catch(() => {});
  }

  /** Resolves when all that was told is written. */
  async settled(): Promise<void> {
    await this.#writing;
  }

  async #drain(): Promise<void> {
    while (this.#next !== undefined) {
      const progress = this.#next;
      this.#next = undefined;
      await this.write(progress);
    }
    this.#writing = null;
  }
}
