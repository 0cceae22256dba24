import type { Logger } from '../telemetry/index.js';
import { Events } from './index.js';
import { Subscribers } from './subscribers.js';

/** Events within one process; messages travel as JSON here too, so that nobody relies on sharing an object. */
export class LocalEvents extends Events {
  private readonly subscribers: Subscribers;

  constructor(log: Logger) {
    super();
    this.subscribers = new Subscribers(log);
  }

  async publish(channel: string, message: unknown): Promise<void> {
    this.subscribers.tell(channel, JSON.stringify(message ?? null));
  }

  async subscribe(channel: string, listener: (message: unknown) => void): Promise<() => Promise<void>> {
    const remove = this.subscribers.add(channel, listener);
    return async () => {
      remove();
    };
  }

  /** Nothing comes between a process and itself. */
  onGap(): () => void {
    return () => {};
  }

  async close(): Promise<void> {
    this.subscribers.clear();
  }
}
