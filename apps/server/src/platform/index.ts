import type { Clock } from '../kernel/clock.js';
import type { Cache } from './cache/index.js';
import type { Cipher } from './cipher/index.js';
import type { Database } from './database/index.js';
import type { Embeddings } from './embeddings/index.js';
import type { Events } from './events/index.js';
import type { LanguageModel } from './llm/index.js';
import type { Lock } from './lock/index.js';
import type { Outbox } from './outbox/index.js';
import type { Queue } from './queue/index.js';
import type { RateLimits } from './rate-limits/index.js';
import type { VectorSearch } from './search-vectors/index.js';
import type { SocketFanOut } from './sockets/index.js';
import type { Solver } from './solver/index.js';
import type { Streams } from './streams/index.js';
import type { Logger, Metrics } from './telemetry/index.js';

/** Everything outside that the application stands on. */
export interface Platform {
  clock: Clock;
  cipher: Cipher;
  database: Database;
  queue: Queue;
  outbox: Outbox;
  streams: Streams;
  events: Events;
  cache: Cache;
  lock: Lock;
  rateLimits: RateLimits;
  sockets: SocketFanOut;
  solver: Solver;
  model: LanguageModel;
  embeddings: Embeddings;
  vectors: VectorSearch;
  log: Logger;
  metrics: Metrics;
}
