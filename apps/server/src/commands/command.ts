/** Exit codes of every command. */
export const EXIT = { done: 0, failed: 1, badInput: 2, unsatisfiable: 3 } as const;

/** Where a command writes: data to `out`, words to `err`. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  /** Whether somebody watches, so that progress may overwrite itself. */
  readonly watched: boolean;
}

/** Whoever does what a command on data asks for: the running server, or this process where there is none. */
export interface Operated {
  /** @throws {InputError} with what was refused, by field or row */
  run<T>(name: string, input: object): Promise<T>;
  close(): Promise<void>;
}

/** @param data the data directory @param say told each phase */
export type Operate = (data: string, say: (line: string) => void) => Promise<Operated>;

export interface Command {
  readonly summary: string;
  readonly usage: string;
  /** @returns the exit code */
  run(args: readonly string[], terminal: Terminal, operate: Operate): Promise<number>;
}

/** Flags that do not fit; answered with the usage and exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** A file or value that cannot be used; answered with the message and exit code 2. */
export class InputError extends Error {
  override readonly name = 'InputError';
}
