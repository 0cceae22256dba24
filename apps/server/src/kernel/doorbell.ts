import { setImmediate } from 'node:timers/promises';

/** Milliseconds between the looks that follow a ring: what was rung for may not be committed yet. */
const ECHOES = [10, 40, 150, 400];

/**
 * Wakes a loop that else looks only now and then. It may be rung from within a transaction that is yet to commit, so
 * one ring is followed by a few more looks.
 */
export class Doorbell {
  private rung = false;
  private echo: number;
  private wake: (() => void) | null = null;

  /** @param echoes milliseconds between the looks that follow a ring; none where a look waits for the commit itself */
  constructor(private readonly echoes: readonly number[] = ECHOES) {
    this.echo = echoes.length;
  }

  ring(): void {
    this.rung = true;
    this.echo = 0;
    this.wake?.();
  }

  /**
   * Waits for a ring or its echo, at most `ms`; when it was rung since the last wait, only until others had a turn.
   * (PGlite answers in microtasks: a loop that is rung all the time would keep timers and sockets waiting.)
   */
  async wait(ms: number): Promise<void> {
    if (this.rung) await setImmediate();
    else {
      const longest = Math.min(ms, this.echoes[this.echo] ?? ms);
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
