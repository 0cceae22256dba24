import type { EventData, EventKind, StreamEvent, StreamName } from '@tailcamp/contracts';
import type { Sql } from '../database/index.js';

export type { StreamName };

/**
 * Append-only streams with a gapless sequence from 1. An event is written in the transaction of the change that it
 * tells of; a listener hears of it after the commit, and reads it from here.
 */
export abstract class Streams {
  /**
   * @param about the id of what the event carries, where people typed it: by this `redact` finds it again
   * @returns the sequence of the event
   */
  abstract append<K extends EventKind>(
    tx: Sql,
    stream: StreamName,
    kind: K,
    data: EventData<K>,
    about?: string,
  ): Promise<number>;
  /**
   * Takes what people typed out of the kept events about these, in whatever streams they are: what an event carries under
   * `key` gets the fields of `blank` over its own. Sequences stay; who has heard an event keeps what they heard.
   */
  abstract redact(tx: Sql, about: readonly string[], key: string, blank: Record<string, unknown>): Promise<void>;
  /** At most `limit` events after a sequence, in order. */
  abstract read(stream: StreamName, after: number, limit: number): Promise<StreamEvent[]>;
  /** The newest sequence, 0 before the first event. Read it before the snapshot it is to be true for. */
  abstract sequence(stream: StreamName): Promise<number>;
  /**
   * What of a stream is kept: the events after `before`, to `seq`, its newest. Older ones have served their time: who is not
   * that far takes a new snapshot.
   */
  abstract extent(stream: StreamName): Promise<{ before: number; seq: number }>;
  /** Hears, in every process, that a stream has grown to `seq` or further; may be late, doubled or missed. */
  abstract onGrowth(listener: (stream: StreamName, seq: number) => void): Promise<() => Promise<void>>;
}
