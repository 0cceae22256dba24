import { createAdapter } from '@socket.io/redis-adapter';
import { Redis } from 'ioredis';
import type { Server } from 'socket.io';

/** Lets several processes reach each other's sockets by Redis pub/sub. Events of streams do not travel this way. */
export class RedisSocketFanOut {
  readonly #publish: Redis;
  readonly #subscribe: Redis;

  /** @param onError hears of a connection that is lost; it is tried again without end */
  constructor(url: string, onError: (error: Error) => void) {
    this.#publish = new Redis(url, { connectionName: 'tailcamp-sockets', maxRetriesPerRequest: null });
    this.#subscribe = this.#publish.duplicate();
    for (const connection of [this.#publish, this.#subscribe]) connection.on('error', onError);
  }

  attach(server: Server): void {
    server.adapter(createAdapter(this.#publish, this.#subscribe, { key: 'tailcamp:sockets' }));
  }

  async close(): Promise<void> {
    this.#publish.disconnect();
    this.#subscribe.disconnect();
  }
}
