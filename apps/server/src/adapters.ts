import { availableParallelism } from 'node:os';
import type { Config } from './config.js';
import { type Clock, SystemClock } from './kernel/clock.js';
import { LocalCache } from './platform/cache/cache.local.js';
import { Cipher } from './platform/cipher/index.js';
import { masterKey, proveKey } from './platform/cipher/master-key.js';
import type { Database } from './platform/database/index.js';
import type { Embeddings } from './platform/embeddings/index.js';
import { LocalEvents } from './platform/events/events.local.js';
import type { Platform } from './platform/index.js';
import { TokenBudget } from './platform/llm/budget.js';
import { type LanguageModel, NoModel } from './platform/llm/index.js';
import type { ProviderSettings } from './platform/llm/provider.langchain.js';
import { LocalLock } from './platform/lock/lock.local.js';
import { DatabaseOutbox } from './platform/outbox/outbox.database.js';
import { EmbeddedQueue } from './platform/queue/queue.embedded.js';
import { LocalRateLimits } from './platform/rate-limits/rate-limits.local.js';
import type { VectorSearch } from './platform/search-vectors/index.js';
import { PgVectorSearch } from './platform/search-vectors/search-vectors.pgvector.js';
import { LocalSocketFanOut } from './platform/sockets/fan-out.local.js';
import type { Solver } from './platform/solver/index.js';
import { BlockSharing } from './platform/solver/sharing/block-sharing.js';
import { HttpSolver } from './platform/solver/solver.http.js';
import { ThreadSolver } from './platform/solver/solver.thread.js';
import { DatabaseStreams } from './platform/streams/streams.database.js';
import { type Logger, Metrics } from './platform/telemetry/index.js';

/** What stands between processes: in this one alone, or in Redis. */
type Shared = Pick<Platform, 'events' | 'cache' | 'lock' | 'rateLimits' | 'sockets'>;

/**
 * Chooses every adapter, once, from the configuration; nothing else names one.
 * @throws StartupError with one sentence that says what to do
 */
export async function openPlatform(config: Config, log: Logger): Promise<Platform> {
  const database = await openDatabase(config, log);
  try {
    const cipher = new Cipher(masterKey(config.ENCRYPTION_KEY, config.data));
    await proveKey(database, cipher);
    const foundation = { database, cipher, clock: new SystemClock(), log };
    return config.REDIS_URL === undefined
      ? await localPlatform({ ...foundation, solver: solverFor(config, log) }, config)
      : await redisPlatform(foundation, config, config.REDIS_URL);
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Everything in this process and its database. */
export async function localPlatform(foundation: Foundation, config: Config): Promise<Platform> {
  const { database, log } = foundation;
  const metrics = new Metrics();
  const shared: Shared = {
    events: new LocalEvents(log),
    cache: new LocalCache(),
    lock: new LocalLock(),
    rateLimits: new LocalRateLimits(),
    sockets: new LocalSocketFanOut(),
  };
  return complete(foundation, config, shared, metrics, new EmbeddedQueue(database, { log, metrics }));
}

/** Redis between the processes; the database stays the truth. */
async function redisPlatform(foundation: Omit<Foundation, 'solver'>, config: Config, url: string): Promise<Platform> {
  const [{ RedisEvents }, { RedisCache }, { RedisLock }, { RedisRateLimits }, { RedisSocketFanOut }, { BullQueue }] =
    await Promise.all([
      import('./platform/events/events.redis.js'),
      import('./platform/cache/cache.redis.js'),
      import('./platform/lock/lock.redis.js'),
      import('./platform/rate-limits/rate-limits.redis.js'),
      import('./platform/sockets/fan-out.redis.js'),
      import('./platform/queue/queue.bullmq.js'),
    ]);
  const { database, log } = foundation;
  const metrics = new Metrics();
  const lost = (part: string) => (err: Error) => log.warn({ err }, `${part}: Redis cannot be reached`);
  const shared: Shared = {
    events: new RedisEvents(url, log),
    cache: new RedisCache(url, log),
    lock: new RedisLock(url, log),
    rateLimits: new RedisRateLimits(url, lost('rate limits')),
    sockets: new RedisSocketFanOut(url, lost('sockets')),
  };
  const queue = new BullQueue(database, { url, log, metrics });
  const solver = solverFor(config, log, sharingFor(config, { database, queue, log, metrics }));
  return complete({ ...foundation, solver }, config, shared, metrics, queue);
}

interface Foundation {
  database: Database;
  cipher: Cipher;
  clock: Clock;
  log: Logger;
  solver: Solver;
}

async function complete(
  foundation: Foundation,
  config: Config,
  shared: Shared,
  metrics: Metrics,
  queue: Platform['queue'],
): Promise<Platform> {
  const { database, clock, log } = foundation;
  const outbox = new DatabaseOutbox(database, log);
  const streams = new DatabaseStreams(database, outbox, shared.events);
  const knowing = {
    model: await modelFor(config, { database, clock, log, metrics }),
    embeddings: await embeddingsFor(config),
    vectors: await vectorsFor(config, database),
  };
  return { ...foundation, ...shared, ...knowing, metrics, queue, outbox, streams };
}

/** A core is left to those who ask while a large cohort is grouped. */
const workersOf = ({ SOLVER_WORKERS: workers }: Config) =>
  workers ?? Math.min(4, Math.max(1, availableParallelism() - 1));

function solverFor(config: Config, log: Logger, sharing?: BlockSharing): Solver {
  const { MATCHING_SOLVER_URL: url, MATCHING_SOLVER_SECONDS: seconds } = config;
  const threads = { workers: workersOf(config), sharing };
  return url === undefined ? new ThreadSolver(threads) : new HttpSolver(threads, { url, seconds, log });
}

/** Undefined where no other process can come. */
function sharingFor(
  config: Config,
  on: Pick<Platform, 'database' | 'queue' | 'log' | 'metrics'>,
): BlockSharing | undefined {
  const { SOLVER_SHARE_FROM: from, SOLVER_HELPERS: helpers } = config;
  if (helpers === 0 || on.database.kind === 'embedded') return undefined;
  return new BlockSharing({ ...on, from, helpers, threads: { count: workersOf(config) } });
}

/** The providers that have a key, in the order of the configuration. */
async function modelFor(
  config: Config,
  on: Pick<Platform, 'database' | 'clock' | 'log' | 'metrics'>,
): Promise<LanguageModel> {
  const settings = providersOf(config);
  if (settings.length === 0) return new NoModel();
  const [{ LangChainProvider }, { GuardedModel }] = await Promise.all([
    import('./platform/llm/provider.langchain.js'),
    import('./platform/llm/model.guarded.js'),
  ]);
  const budgets = { user: config.MODEL_TOKENS_USER, camp: config.MODEL_TOKENS_CAMP };
  const providers = settings.map((one) => new LangChainProvider(one));
  return new GuardedModel({ ...on, providers, budget: new TokenBudget(on.database, on.clock, budgets) });
}

function providersOf(config: Config): readonly ProviderSettings[] {
  const patienceMs = config.MODEL_SECONDS * 1000;
  const priced = (price: string) => {
    const [input = 0, output = 0] = price.split('/').map(Number);
    return { input, output };
  };
  return config.MODEL_ORDER.split(',').flatMap((kind): ProviderSettings[] => {
    if (kind === 'openai') {
      const { OPENAI_API_KEY: key, OPENAI_BASE_URL: baseUrl, OPENAI_MODEL: model, OPENAI_WINDOW: window } = config;
      if (key === undefined && baseUrl === undefined) return [];
      return [{ kind, model, window, apiKey: key ?? NO_KEY, baseUrl, price: priced(config.OPENAI_PRICE), patienceMs }];
    }
    const { ANTHROPIC_API_KEY: apiKey, ANTHROPIC_BASE_URL: baseUrl, ANTHROPIC_MODEL: model } = config;
    if (apiKey === undefined) return [];
    const [window, price] = [config.ANTHROPIC_WINDOW, priced(config.ANTHROPIC_PRICE)];
    return [{ kind: 'anthropic', model, window, apiKey, baseUrl, price, patienceMs }];
  });
}

/** What a server that wants no key is sent as one. */
const NO_KEY = 'none';

async function embeddingsFor({ OPENAI_EMBEDDINGS: model, ...config }: Config): Promise<Embeddings> {
  if (model === undefined) {
    const { MiniLmEmbeddings } = await import('./platform/embeddings/embeddings.minilm.js');
    return new MiniLmEmbeddings();
  }
  const { OpenAiEmbeddings } = await import('./platform/embeddings/embeddings.openai.js');
  const { OPENAI_API_KEY: apiKey = NO_KEY, OPENAI_BASE_URL: baseUrl, MODEL_SECONDS: seconds } = config;
  return new OpenAiEmbeddings({ model, apiKey, baseUrl, patienceMs: seconds * 1000 });
}

async function vectorsFor(config: Config, database: Database): Promise<VectorSearch> {
  const { PINECONE_API_KEY: apiKey, PINECONE_HOST: host } = config;
  if (apiKey === undefined || host === undefined) return new PgVectorSearch(database);
  const { PineconeVectorSearch } = await import('./platform/search-vectors/search-vectors.pinecone.js');
  return new PineconeVectorSearch({ apiKey, host });
}

/** After the application has stopped: from what uses to what is used. */
export async function closePlatform(platform: Platform): Promise<void> {
  await platform.outbox.stop();
  await platform.vectors.close();
  await platform.embeddings.close();
  for (const part of [platform.events, platform.cache, platform.lock, platform.rateLimits, platform.sockets])
    await part.close();
  await platform.database.close();
}

async function openDatabase(config: Config, log: Logger): Promise<Database> {
  if (config.DATABASE_URL === undefined) {
    const { EmbeddedDatabase } = await import('./platform/database/database.embedded.js');
    return EmbeddedDatabase.open(config.data);
  }
  const { PostgresDatabase } = await import('./platform/database/database.postgres.js');
  return PostgresDatabase.open(config.DATABASE_URL, (err) => log.warn({ err }, 'a connection to PostgreSQL was lost'));
}
