/** Mutual exclusion between processes, for efficiency: what must be right stands on a unique key or a row lock. */
export abstract class Lock {
  /**
   * Runs `work` while nobody else holds `name`, waiting at most `waitMs` for it.
   * @returns `undefined` when it could not be had in time
   */
  abstract withLock<T>(name: string, waitMs: number, work: (signal: AbortSignal) => Promise<T>): Promise<T | undefined>;
  abstract close(): Promise<void>;
}
