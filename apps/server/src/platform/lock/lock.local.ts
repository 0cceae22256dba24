import { Lock } from './index.js';

type Waiter = (mine: boolean) => void;

/** Within one process: those who want one name stand in line. */
export class LocalLock extends Lock {
  /** Who waits for a name that is held. */
  readonly #lines = new Map<string, Waiter[]>();
  readonly #closing = new AbortController();

  async withLock<T>(name: string, waitMs: number, work: (signal: AbortSignal) => Promise<T>): Promise<T | undefined> {
    if (!(await this.#take(name, waitMs))) return undefined;
    try {
      return await work(this.#closing.signal);
    } finally {
      this.#release(name);
    }
  }

  async close(): Promise<void> {
    this.#closing.abort(new Error('The lock is closed'));
    for (const line of this.#lines.values()) for (const waiter of line.splice(0)) waiter(false);
  }

  #take(name: string, waitMs: number): Promise<boolean> | boolean {
    const line = this.#lines.get(name);
    if (!line) {
      this.#lines.set(name, []);
      return true;
    }
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        line.splice(line.indexOf(waiter), 1);
        resolve(false);
      }, waitMs);
      const waiter: Waiter = (mine) => {
        clearTimeout(timer);
        resolve(mine);
      };
      line.push(waiter);
    });
  }

  #release(name: string): void {
    const next = this.#lines.get(name)?.shift();
    if (next) next(true);
    else this.#lines.delete(name);
  }
}
