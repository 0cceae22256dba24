import { createAdapter } from '@socket.io/redis-adapter';
import type { Redis } from 'ioredis';
import type { Server } from 'socket.io';
import { connectRedis } from '../redis/index.js';
import { SocketFanOut } from './index.js';

/** By Redis pub/sub. */
export class RedisSocketFanOut extends SocketFanOut {
  readonly #connections: { publish: Redis; subscribe: Redis };

  /** @param onError hears of a connection that is lost; it is tried again without end */
  constructor(url: string, onError: (error: Error) => void) {
    super();
    this.#connections = {
      publish: connectRedis(url, 'sockets', onError),
      // Its subscriptions wait for Redis, however long.
      subscribe: connectRedis(url, 'sockets-subscriber', onError, { maxRetriesPerRequest: null }),
    };
  }

  attach(server: Server): void {
    const { publish, subscribe } = this.#connections;
    server.adapter(createAdapter(unawaited(publish), unawaited(subscribe), { key: 'tailcamp:sockets' }));
  }

  async close(): Promise<void> {
    for (const connection of Object.values(this.#connections)) connection.disconnect();
  }
}

/** The adapter waits for none of its commands: one that fails would end the process as an unhandled rejection. */
function unawaited(redis: Redis): Redis {
  return new Proxy(redis, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      return (...given: unknown[]) => {
        const result: unknown = member.apply(target, given);
        if (result instanceof Promise) result.catch(() => {});
        return result;
      };
    },
  });
}
