import type { Problem } from '@tailcamp/contracts';
import type { EndpointName, Input } from '../api/names';
import { ApiError } from '../api/problem';
import { backoff } from './backoff';

/** A write that carries the id its client gave it: the server does it once, however often it comes. */
export type Sendable = {
  [N in EndpointName]: 'clientId' extends keyof Input<N> ? N : never;
}[EndpointName];

/** Something that I have sent, from the moment I did: shown at once, and until what the server made of it is there. */
export interface Sent<N extends Sendable = Sendable> {
  clientId: string;
  endpoint: N;
  /** Where it goes, such as a channel: to one place things go in order, one at a time. */
  place: string;
  input: Input<N>;
  madeAt: number;
  /** `waiting`: on its way, or soon tried again. `failed`: tried again when I say so. `done`: the server has it. */
  state: 'waiting' | 'failed' | 'done';
  problem: Problem | null;
}

/** What of a browser it needs; its storage is that of one account. */
export interface Surroundings {
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;
  call: <N extends Sendable>(endpoint: N, input: Input<N>, options: { idempotencyKey: string }) => Promise<unknown>;
  later: (what: () => void, ms: number) => unknown;
  now: () => number;
}

/** After so many tries in a row it waits for me; that is some three minutes. */
const MOST_TRIES = 10;
/** What is done stays shown so long, until its event has come. */
const SHOWN_MS = 30_000;
const NOTHING: readonly Sent[] = [];

/**
 * What I write, on its way to the server: kept across reloads until the server has it, sent again after a break. Another tab that
 * finds it in the storage sends it too, which does no harm.
 */
export class Outgoing {
  readonly #all = new Map<string, Sent>();
  readonly #places = new Map<string, readonly Sent[]>();
  readonly #tries = new Map<string, number>();
  readonly #busy = new Set<string>();
  readonly #watchers = new Set<() => void>();

  /** @param owner the account: nobody sends what another has written in this browser */
  constructor(
    private readonly owner: string,
    private readonly around: Surroundings,
  ) {
    for (const sent of this.#stored()) this.#all.set(sent.clientId, sent);
    this.resume();
  }

  send<N extends Sendable>(endpoint: N, place: string, input: Input<N> & { clientId: string }): void {
    const sent: Sent = { clientId: input.clientId, endpoint, place, input, madeAt: this.around.now(), ...WAITING };
    this.#put(sent);
    this.#store(sent);
    void this.#work(place);
  }

  /** What I have sent to a place, the oldest first; the same array while nothing changes. */
  of(place: string): readonly Sent[] {
    return this.#places.get(place) ?? NOTHING;
  }

  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  retry(clientId: string): void {
    const sent = this.#all.get(clientId);
    if (sent?.state !== 'failed') return;
    this.#tries.delete(clientId);
    this.#put({ ...sent, ...WAITING });
    void this.#work(sent.place);
  }

  discard(clientId: string): void {
    this.around.storage.removeItem(this.#key(clientId));
    this.#remove(clientId);
  }

  /** Tries at once what waits, as when the browser is online again. */
  resume(): void {
    this.#tries.clear();
    for (const place of new Set([...this.#all.values()].map(({ place }) => place))) {
      this.#show(place);
      void this.#work(place);
    }
  }

  async #work(place: string): Promise<void> {
    if (this.#busy.has(place)) return;
    const next = this.of(place).find(({ state }) => state === 'waiting');
    if (next === undefined) return;
    this.#busy.add(place);
    const wait = await this.#attempt(next);
    this.#busy.delete(place);
    if (wait === 0) return this.#work(place);
    this.around.later(() => void this.#work(place), wait);
  }

  /** @returns how long to wait before the next one, ms */
  async #attempt(sent: Sent): Promise<number> {
    const { clientId, endpoint, input } = sent;
    try {
      await this.around.call(endpoint, input, { idempotencyKey: clientId });
      this.around.storage.removeItem(this.#key(clientId));
      if (this.#all.has(clientId)) this.#put({ ...sent, state: 'done' });
      this.around.later(() => this.#remove(clientId), SHOWN_MS);
      return 0;
    } catch (error) {
      const problem = error instanceof ApiError ? error.problem : null;
      const tries = (this.#tries.get(clientId) ?? 0) + 1;
      this.#tries.set(clientId, tries);
      if (passes(problem) && tries < MOST_TRIES) return backoff(tries);
      if (this.#all.has(clientId)) this.#put({ ...sent, state: 'failed', problem });
      return 0;
    }
  }

  #put(sent: Sent): void {
    this.#all.set(sent.clientId, sent);
    this.#show(sent.place);
  }

  #remove(clientId: string): void {
    const sent = this.#all.get(clientId);
    this.#tries.delete(clientId);
    if (this.#all.delete(clientId) && sent) this.#show(sent.place);
  }

  #show(place: string): void {
    const mine = [...this.#all.values()].filter((sent) => sent.place === place);
    this.#places.set(
      place,
      mine.sort((a, b) => a.madeAt - b.madeAt),
    );
    for (const watcher of this.#watchers) watcher();
  }

  #key(clientId: string): string {
    return `outgoing ${this.owner} ${clientId}`;
  }

  /** One entry for each, so that tabs do not overwrite each other's. Without room, it is kept in this tab alone. */
  #store(sent: Sent): void {
    try {
      this.around.storage.setItem(this.#key(sent.clientId), JSON.stringify(sent));
    } catch {}
  }

  #stored(): Sent[] {
    const { storage } = this.around;
    const keys = Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? '');
    return keys
      .filter((key) => key.startsWith(this.#key('')))
      .flatMap((key) => {
        const sent = read(storage.getItem(key));
        return sent === null ? [] : [{ ...sent, ...WAITING }];
      });
  }
}

const WAITING = { state: 'waiting', problem: null } as const;

/** Whether it may go well another time, without anything being changed. */
const passes = (problem: Problem | null) => problem === null || problem.status >= 500 || problem.status === 429;

function read(text: string | null): Sent | null {
  try {
    const sent = JSON.parse(text ?? '') as Partial<Sent>;
    return sent.clientId && sent.endpoint && sent.place && sent.input ? (sent as Sent) : null;
  } catch {
    return null;
  }
}
