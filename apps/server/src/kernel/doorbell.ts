/** Milliseconds after a ring at which a loop looks again: what was rung for may not be committed yet. */
const ECHOES = [10, 40, 150, 400];

/**
 * Wakes a loop that else looks only now and then. It may be rung from within a transaction that is yet to commit, so
 * one ring is followed by a few more looks.
 */
export class Doorbell {
  private rung = false;
  private echo = ECHOES.length;
  private wake: (() => void) | null = null;

  ring(): void {
    this.rung = true;
    this.echo = 0;
    this.wake?.();
  }

  /** Waits for a ring or its echo, at most `ms`; returns at once when it was rung since the last wait. */
  async wait(ms: number): Promise<void> {
    if (!this.rung) {
      const longest = Math.min(ms, ECHOES[this.echo] ?? ms);
      this.echo += 1;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, longest);
        this.wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      this.wake = null;
    }
    this.rung = false;
  }
}
