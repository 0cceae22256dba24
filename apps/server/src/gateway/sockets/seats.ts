import type { StreamName } from '../../platform/streams/index.js';

/** Who is where, by the processes that have them. Tells when somebody has come to a stream, and when nobody has them there. */
export class Seats {
  readonly #streams = new Map<StreamName, Map<string, Set<string>>>();
  readonly #aliveUntil = new Map<string, number>();

  constructor(private readonly onChange: (stream: StreamName, userId: string, here: boolean) => void) {}

  /** The ids of users, in order. */
  of(stream: StreamName): string[] {
    return [...(this.#streams.get(stream)?.keys() ?? [])].sort();
  }

  takenBy(process: string): [StreamName, string[]][] {
    return [...this.#streams].flatMap(([stream, users]): [StreamName, string[]][] => {
      const mine = [...users].filter(([, processes]) => processes.has(process)).map(([userId]) => userId);
      return mine.length === 0 ? [] : [[stream, mine]];
    });
  }

  /** @returns whether this process had it otherwise */
  set(process: string, stream: StreamName, userId: string, here: boolean): boolean {
    const users = this.#streams.get(stream) ?? new Map<string, Set<string>>();
    const processes = users.get(userId) ?? new Set();
    if (processes.has(process) === here) return false;
    const before = processes.size;
    if (here) processes.add(process);
    else processes.delete(process);
    if (processes.size > 0) users.set(userId, processes);
    else users.delete(userId);
    if (users.size > 0) this.#streams.set(stream, users);
    else this.#streams.delete(stream);
    if (before === 0 || processes.size === 0) this.onChange(stream, userId, here);
    return true;
  }

  /** Everything that a process has, in place of what it had. */
  replace(process: string, here: readonly (readonly [StreamName, readonly string[]])[]): void {
    const now = new Map(here.map(([stream, users]) => [stream, new Set(users)]));
    for (const [stream, users] of this.takenBy(process)) {
      for (const userId of users) if (!now.get(stream)?.has(userId)) this.set(process, stream, userId, false);
    }
    for (const [stream, users] of now) for (const userId of users) this.set(process, stream, userId, true);
  }

  /** @param until milliseconds since the epoch; a process that was never seen to live is never forgotten */
  alive(process: string, until: number): void {
    this.#aliveUntil.set(process, until);
  }

  forget(now: number): void {
    for (const [process, until] of this.#aliveUntil) {
      if (until > now) continue;
      this.#aliveUntil.delete(process);
      this.replace(process, []);
    }
  }
}
