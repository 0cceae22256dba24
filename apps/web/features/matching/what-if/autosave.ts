export type SaveState = 'saved' | 'waiting' | 'saving' | 'failed' | 'stale';

interface AutosaveOptions<T> {
  saved: T;
  version: number;
  /** @returns the new version @throws what `isStale` knows, when somebody else has saved meanwhile */
  send: (value: T, version: number) => Promise<number>;
  isStale: (error: unknown) => boolean;
  onState: (state: SaveState) => void;
}

const QUIET_MS = 600;

/**
 * Saves a value some time after it was last changed, one write at a time, always the newest. After a stale write it
 * waits to be told which version to go on from.
 */
export class Autosave<T> {
  version: number;
  #value: T;
  #saved: T;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sending: Promise<boolean> | null = null;
  #halted = false;

  constructor(private readonly options: AutosaveOptions<T>) {
    this.version = options.version;
    this.#value = options.saved;
    this.#saved = options.saved;
  }

  get isSaved(): boolean {
    return this.#value === this.#saved;
  }

  change(value: T): void {
    if (value === this.#value) return;
    this.#value = value;
    clearTimeout(this.#timer);
    if (this.#halted) return;
    this.options.onState(this.isSaved ? 'saved' : 'waiting');
    if (!this.isSaved) this.#timer = setTimeout(() => void this.flush(), QUIET_MS);
  }

  /** Saves at once what is not saved yet. @returns whether everything is saved */
  async flush(): Promise<boolean> {
    clearTimeout(this.#timer);
    while (!this.isSaved && !this.#halted) {
      this.#sending ??= this.#send().finally(() => {
        this.#sending = null;
      });
      if (!(await this.#sending)) return false;
    }
    return this.isSaved;
  }

  /** Takes up from another version: with its value, or, without one, writing our own over it. */
  adopt(version: number, value?: T): void {
    this.version = version;
    this.#halted = false;
    if (value === undefined) {
      void this.flush();
      return;
    }
    this.#value = value;
    this.#saved = value;
    this.options.onState('saved');
  }

  async #send(): Promise<boolean> {
    const value = this.#value;
    this.options.onState('saving');
    try {
      this.version = await this.options.send(value, this.version);
    } catch (error) {
      this.#halted = this.options.isStale(error);
      this.options.onState(this.#halted ? 'stale' : 'failed');
      return false;
    }
    this.#saved = value;
    this.options.onState(this.isSaved ? 'saved' : 'waiting');
    return true;
  }
}
