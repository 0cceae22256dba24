/**
 * Publish and subscribe between processes, at most once and fast: a doorbell, never the message. What must not be
 * lost goes through the outbox or a stream.
 */
export abstract class Events {
  /** @throws when other processes cannot be reached; the subscribers of this one have it even then */
  abstract publish(channel: string, message: unknown): Promise<void>;
  /** @returns how to stop listening */
  abstract subscribe(channel: string, listener: (message: unknown) => void): Promise<() => Promise<void>>;
  /**
   * Hears that messages of other processes may have been missed, and for how many milliseconds, once they come again.
   * @returns how to stop listening
   */
  abstract onGap(listener: (ms: number) => Promise<void> | void): () => void;
  abstract close(): Promise<void>;
}
