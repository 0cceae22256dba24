import { SOCKET_EVENT, type StreamEvent, type Withheld } from '@tailcamp/contracts';
import type { StreamName, Streams } from '../../platform/streams/index.js';
import { asHeard, type Hearing } from '../stream-access.js';
import { BATCH, type Listener } from './feed.js';
import type { Feeds } from './feeds.js';

/** A yes to "may they hear it" is believed this long. */
const BELIEVED_MS = 5_000;

/** Where a subscription puts its events: one socket. */
export interface Outlet {
  emit(event: typeof SOCKET_EVENT, data: StreamEvent | Withheld): void;
  /** Waits until it can take more; false when it never will. */
  hasRoom(): Promise<boolean>;
  /** As whom it hears the stream by now; null: not at all. */
  hearing(stream: StreamName): Promise<Hearing | null>;
  dropped(stream: StreamName): void;
}

/** One socket's place in one stream: first what it missed, from the database, then live; in order, each event once. */
export class Subscription implements Listener {
  #cursor: number;
  #stopped = false;
  #hearing: Hearing = 'member';
  /** Nothing is given before it was asked for the first time. */
  #believedUntil = 0;

  /** @param after the sequence that the client has already */
  constructor(
    readonly stream: StreamName,
    after: number,
    private readonly outlet: Outlet,
  ) {
    this.#cursor = after;
  }

  /** Whether the one who hears it was let in and has not been dropped. */
  get admitted(): boolean {
    return this.#believedUntil > 0 && !this.#stopped;
  }

  get cursor(): number {
    return this.#cursor;
  }

  /** Begins with an answer that was just given. */
  admit(hearing: Hearing): void {
    this.#hearing = hearing;
    this.#believedUntil = performance.now() + BELIEVED_MS;
  }

  /** @returns the sequence from which it is live; null when it was stopped, or the socket takes no more */
  async start(streams: Streams, feeds: Feeds): Promise<number | null> {
    for (;;) {
      const events = await streams.read(this.stream, this.#cursor, BATCH);
      if (this.#stopped || !(await this.mayStillHear(false))) return null;
      for (const event of events) this.give(event);
      if (events.length < BATCH && feeds.join(this.stream, this)) return this.#cursor;
      if (!(await this.outlet.hasRoom()) || this.#stopped) return null;
    }
  }

  stop(feeds: Feeds): void {
    this.#stopped = true;
    feeds.leave(this.stream, this);
  }

  give(event: StreamEvent): void {
    if (this.#stopped) return;
    this.#cursor = event.seq;
    this.outlet.emit(SOCKET_EVENT, asHeard(event, this.#hearing));
  }

  async mayStillHear(afresh: boolean): Promise<boolean> {
    if (this.#stopped) return false;
    if (!afresh && performance.now() < this.#believedUntil) return true;
    const hearing = await this.outlet.hearing(this.stream);
    if (hearing === null) {
      this.#stopped = true;
      this.outlet.dropped(this.stream);
      return false;
    }
    this.admit(hearing);
    return true;
  }
}
