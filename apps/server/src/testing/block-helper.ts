import { PostgresDatabase } from '../platform/database/database.postgres.js';
import { BullQueue } from '../platform/queue/queue.bullmq.js';
import { BlockSharing } from '../platform/solver/sharing/block-sharing.js';
import { createLogger, Metrics } from '../platform/telemetry/index.js';

/** A worker process that helps with the blocks of others; it says by which name it claims them when it is ready. */
const [databaseUrl = '', redisUrl = '', entry = '', leaseMs = ''] = process.argv.slice(3);
const log = createLogger('warn');
const database = await PostgresDatabase.open(databaseUrl);
const queue = new BullQueue(database, { url: redisUrl, log });
const threads = { count: 1, entry: new URL(entry) };
const metrics = new Metrics();
const setup = { database, queue, log, metrics, from: 1, helpers: 2, threads, leaseMs: Number(leaseMs) };
const sharing = new BlockSharing(setup);
await queue.start(2);
process.stdout.write(`ready ${sharing.self}\n`);
