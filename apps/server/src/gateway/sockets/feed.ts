import { ACCESS_CHANGING, type StreamEvent } from '@tailcamp/contracts';
import type { StreamName, Streams } from '../../platform/streams/index.js';

/** How many events are read at once. */
export const BATCH = 200;

/** Somebody who hears a stream: a socket that has caught up with it. */
export interface Listener {
  /** The sequence of the last event given; what is not newer is not given again. */
  readonly cursor: number;
  give(event: StreamEvent): void;
  /** Asks again, where `afresh` or the last answer is old, whether one may still hear it. */
  mayStillHear(afresh: boolean): Promise<boolean>;
}

/**
 * One stream as this process hears it: read once from the database, in order, and handed to every listener. Invariant:
 * no listener's cursor is behind `head`, so that what is read after `head` leaves no gap for anybody.
 */
export class Feed {
  #head = 0;
  #reading = false;
  #again = false;
  readonly #listeners = new Set<Listener>();

  constructor(
    private readonly stream: StreamName,
    private readonly streams: Streams,
    private readonly onFailure: (error: unknown) => void,
  ) {}

  get head(): number {
    return this.#head;
  }

  get listened(): boolean {
    return this.#listeners.size > 0;
  }

  /**
   * Joins a listener that has caught up, and looks for what came since.
   * @returns false when it has not: what was handed out meanwhile must be read first
   */
  join(listener: Listener): boolean {
    if (listener.cursor < this.#head) return false;
    if (!this.listened) this.#head = listener.cursor;
    this.#listeners.add(listener);
    this.look();
    return true;
  }

  leave(listener: Listener): void {
    this.#listeners.delete(listener);
  }

  /** Reads on from `head`; while it reads, asking again makes it look once more at the end. */
  look(): void {
    this.#again = true;
    if (!this.#reading) void this.#readOn();
  }

  async #readOn(): Promise<void> {
    this.#reading = true;
    try {
      while (this.#again && this.listened) {
        this.#again = false;
        const events = await this.streams.read(this.stream, this.#head, BATCH);
        await this.#handOut(events);
        if (events.length === BATCH) this.#again = true;
      }
    } catch (error) {
      this.onFailure(error);
    } finally {
      this.#reading = false;
    }
  }

  async #handOut(events: StreamEvent[]): Promise<void> {
    let afresh = false;
    for (const [index, event] of events.entries()) {
      if (index === 0 || afresh) await this.#dismiss(afresh);
      for (const listener of this.#listeners) if (event.seq > listener.cursor) listener.give(event);
      this.#head = Math.max(this.#head, event.seq);
      afresh = ACCESS_CHANGING.has(event.kind);
    }
    if (afresh) await this.#dismiss(true);
  }

  async #dismiss(afresh: boolean): Promise<void> {
    const heard = await Promise.all(
      [...this.#listeners].map(async (listener) => ({ listener, may: await listener.mayStillHear(afresh) })),
    );
    for (const { listener, may } of heard) if (!may) this.#listeners.delete(listener);
  }
}
