import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { newId } from '../../kernel/id.js';
import { BreakableLink } from '../../testing/breakable-link.js';
import { embeddedTestDatabase } from '../../testing/database.js';
import { postgresTestDatabase } from '../../testing/postgres-database.js';
import { freshRedis, postgresUrl, redisUrl } from '../../testing/servers/index.js';
import type { Database } from '../database/index.js';
import { RedisEvents } from '../events/events.redis.js';
import { DatabaseOutbox } from '../outbox/outbox.database.js';
import type { StreamName } from './index.js';
import { DatabaseStreams } from './streams.database.js';
import { streamsSuite } from './streams.suite.js';

const log = pino({ level: 'silent' });
const soon = <T>(check: () => T) => vi.waitFor(check, { timeout: 15_000, interval: 10 });

streamsSuite('streams on the embedded database', embeddedTestDatabase);

describe.skipIf(!postgresUrl())('real server (PostgreSQL)', () => {
  streamsSuite('streams on PostgreSQL', postgresTestDatabase);
});

describe.skipIf(!postgresUrl() || !redisUrl())('real servers (PostgreSQL and Redis)', () => {
  let database: Database;
  let redis: { url: string; stop: () => Promise<void> };
  beforeAll(async () => {
    database = await postgresTestDatabase();
    redis = await freshRedis();
  });
  afterAll(async () => {
    await redis.stop();
    await database.close();
  });

  const startProcess = async (url = redis.url) => {
    const events = new RedisEvents(url, log);
    const outbox = new DatabaseOutbox(database, log, { poll: 50, longestBackoff: 100 });
    const streams = new DatabaseStreams(database, outbox, events);
    const heard: number[] = [];
    const stream: StreamName = `camp:${newId()}`;
    const listen = (to: StreamName) => streams.onGrowth((grown, seq) => void (grown === to && heard.push(seq)));
    await outbox.start();
    const grow = (into: StreamName) =>
      database.transaction((tx) => streams.append(tx, into, 'policy.changed', { version: 1 }));
    const end = async () => {
      await outbox.stop();
      await events.close();
    };
    return { heard, stream, listen, grow, end };
  };

  it('tells two processes of growth that either causes', async () => {
    const [one, other] = [await startProcess(), await startProcess()];
    const { stream } = one;
    await one.listen(stream);
    await other.listen(stream);
    for (let n = 0; n < 10; n++) await (n % 2 ? one : other).grow(stream);
    const all = Array.from({ length: 10 }, (_, n) => n + 1);
    await soon(() => expect([...new Set(one.heard)]).toEqual(all));
    await soon(() => expect([...new Set(other.heard)]).toEqual(all));
    await Promise.all([one.end(), other.end()]);
  });

  it('tells, after a break, of growth that was missed in it', async () => {
    const link = await new BreakableLink(new URL(redis.url)).mend();
    const [one, cut] = [await startProcess(), await startProcess(link.url)];
    const { stream } = one;
    await cut.listen(stream);
    await one.grow(stream);
    await soon(() => expect(cut.heard).toContain(1));
    await link.cut();
    await one.grow(stream);
    await one.grow(stream);
    await link.mend();
    await soon(() => expect(cut.heard).toContain(3));
    await Promise.all([one.end(), cut.end()]);
    await link.cut();
  });
});
