import { createAdapter } from '@socket.io/redis-adapter';
import { Redis } from 'ioredis';
import type { Server } from 'socket.io';
import { SocketFanOut } from './index.js';

/** By Redis pub/sub. */
export class RedisSocketFanOut extends SocketFanOut {
  readonly #publish: Redis;
  readonly #subscribe: Redis;

  /** @param onError hears of a connection that is lost; it is tried again without end */
  constructor(url: string, onError: (error: Error) => void) {
    super();
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
