import { Redis, type RedisOptions } from 'ioredis';

/**
 * A connection that outlives Redis: it is tried again without end, what was subscribed is subscribed again, and while
 * Redis is away commands fail soon instead of waiting. Nothing it does can end the process.
 * @param purpose names it in `CLIENT LIST`
 * @param onError hears of each failed attempt to connect
 */
export function connectRedis(
  url: string,
  purpose: string,
  onError: (error: Error) => void,
  options: RedisOptions = {},
): Redis {
  const redis = new Redis(url, {
    connectionName: `tailcamp-${purpose}`,
    maxRetriesPerRequest: 1,
    commandTimeout: 5_000,
    retryStrategy: (attempt) => Math.min(attempt * 100, 2_000),
    ...options,
  });
  redis.on('error', onError);
  return redis;
}
