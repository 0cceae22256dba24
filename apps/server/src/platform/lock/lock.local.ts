import { Lock } from './index.js';

/** Within one process: those who want one name stand in line. */
export class LocalLock extends Lock {
  readonly #last = new Map<string, Promise<void>>();

  async withLock<T>(name: string, waitMs: number, work: (signal: AbortSignal) => Promise<T>): Promise<T | undefined> {
    const before = this.#last.get(name) ?? Promise.resolve();
    let release = () => {};
    const mine = before.then(() => new Promise<void>((resolve) => (release = resolve)));
    this.#last.set(name, mine);
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<'late'>((resolve) => (timer = setTimeout(() => resolve('late'), waitMs)));
    const turn = await Promise.race([before.then(() => 'mine' as const), late]);
    clearTimeout(timer);
    // Who waited in vain gives the place up when its turn comes.
    if (turn === 'late') return void before.then(() => release()) as undefined;
    try {
      return await work(new AbortController().signal);
    } finally {
      release();
      if (this.#last.get(name) === mine) this.#last.delete(name);
    }
  }

  async close(): Promise<void> {
    this.#last.clear();
  }
}
