import { Redis } from 'ioredis';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { freshRedis, redisUrl } from '../../testing/servers/index.js';
import { LocalEvents } from './events.local.js';
import { RedisEvents } from './events.redis.js';
import { eventsSuite, silent, soon } from './events.suite.js';

eventsSuite('events in one process', async () => new LocalEvents(silent));

describe.skipIf(!redisUrl())('real server (Redis)', () => {
  const opened: RedisEvents[] = [];
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((events) => events.close()));
  });
  const make = async (url: string) => {
    const events = new RedisEvents(url, silent);
    opened.push(events);
    return events;
  };

  eventsSuite('events by Redis', async () => new RedisEvents((await freshRedis()).url, silent));

  it('brings messages to other processes, once to each', async () => {
    const { url } = await freshRedis();
    const [one, other] = [await make(url), await make(url)];
    const heard = { one: vi.fn(), other: vi.fn() };
    await one.subscribe('a', heard.one);
    await other.subscribe('a', heard.other);
    await one.publish('a', 'hello');
    await other.publish('a', 'back');
    for (const listener of [heard.one, heard.other]) {
      await soon(() => expect(listener.mock.calls.flat().sort()).toEqual(['back', 'hello']));
    }
    await one.publish('a', 'last');
    await soon(() => expect(heard.other).toHaveBeenCalledTimes(3));
    expect(heard.one).toHaveBeenCalledTimes(3);
  });

  it('hears again after its connections were cut, and tells of the gap', async () => {
    const { url } = await freshRedis();
    const [one, other] = [await make(url), await make(url)];
    const heard = vi.fn();
    const gaps: number[] = [];
    other.onGap((ms) => void gaps.push(ms));
    await other.subscribe('a', heard);
    await soon(async () => {
      await one.publish('a', 1);
      expect(heard).toHaveBeenCalled();
    });
    expect(gaps).toEqual([]);
    heard.mockClear();
    const admin = new Redis(url);
    await admin.client('KILL', 'TYPE', 'pubsub');
    await admin.client('KILL', 'TYPE', 'normal', 'SKIPME', 'yes');
    admin.disconnect();
    await soon(() => expect(gaps).toHaveLength(1));
    await soon(async () => {
      await one.publish('a', 2);
      expect(heard).toHaveBeenCalledWith(2);
    });
  });
});

it('tells its own process and says so when Redis is away', async () => {
  const events = new RedisEvents('redis://127.0.0.1:1', silent);
  const heard = vi.fn();
  await events.subscribe('a', heard);
  await expect(events.publish('a', 1)).rejects.toThrow();
  await soon(() => expect(heard).toHaveBeenCalledExactlyOnceWith(1));
  await events.close();
});
