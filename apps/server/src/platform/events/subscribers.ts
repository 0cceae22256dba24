import { AsyncResource } from 'node:async_hooks';
import type { Logger } from '../telemetry/index.js';

type Listener = (message: unknown) => void;

/** Who in this process listens to which channel. */
export class Subscribers {
  private readonly channels = new Map<string, Set<Listener>>();

  constructor(private readonly log: Logger) {}

  /** @returns how to stop listening, and whether it was the last of the channel */
  add(channel: string, listener: Listener): () => { last: boolean } {
    // Bound, so that it runs where it subscribed and not in the publisher's transaction or request.
    const bound = AsyncResource.bind(listener);
    const listeners = this.channels.get(channel) ?? new Set();
    listeners.add(bound);
    this.channels.set(channel, listeners);
    return () => {
      const last = listeners.delete(bound) && listeners.size === 0;
      if (last && this.channels.get(channel) === listeners) this.channels.delete(channel);
      return { last };
    };
  }

  /** Calls each listener of a channel later; one that throws does not keep it from the others. */
  tell(channel: string, text: string): void {
    for (const listener of this.channels.get(channel) ?? []) {
      setImmediate(() => {
        if (!this.channels.get(channel)?.has(listener)) return;
        try {
          listener(JSON.parse(text));
        } catch (error) {
          this.log.error({ err: error, channel }, 'a subscriber failed');
        }
      });
    }
  }

  get channelNames(): string[] {
    return [...this.channels.keys()];
  }

  clear(): void {
    this.channels.clear();
  }
}
