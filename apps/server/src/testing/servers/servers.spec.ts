import { Redis } from 'ioredis';
import { describe, expect, it } from 'vitest';
import { freshDatabase, freshRedis, postgresUrl, redisUrl } from './index.js';
import { query } from './postgres.js';

describe.skipIf(!postgresUrl())('the real PostgreSQL of the tests', () => {
  it('has pgvector', async () => {
    const url = await freshDatabase();
    await query(url, 'create extension vector');
    const [row] = await query(url, `select '[1,0]'::vector <-> '[0,1]'::vector as distance`);
    expect(Number(row?.distance)).toBeCloseTo(Math.SQRT2, 6);
  });

  it('gives each caller a database of its own, prepared once', async () => {
    let prepared = 0;
    const template = {
      name: 'one_table',
      async prepare(url: string) {
        prepared++;
        await query(url, 'create table fruit (name text)');
      },
    };
    const [first, second] = await Promise.all([freshDatabase(template), freshDatabase(template)]);
    await query(first, `insert into fruit values ('fig')`);
    expect(prepared).toBe(1);
    expect(await query(first, 'select name from fruit')).toEqual([{ name: 'fig' }]);
    expect(await query(second, 'select name from fruit')).toEqual([]);
  });
});

describe.skipIf(!redisUrl())('the real Redis of the tests', () => {
  it('gives each caller one of its own', async () => {
    const [first, second] = await Promise.all([freshRedis(), freshRedis()]);
    await onRedis(first.url, (client) => client.set('fruit', 'fig'));
    expect(await onRedis(first.url, (client) => client.get('fruit'))).toBe('fig');
    expect(await onRedis(second.url, (client) => client.get('fruit'))).toBeNull();
    await Promise.all([first.stop(), second.stop()]);
  });

  it('evicts nothing, as a queue needs it', async () => {
    const { url, stop } = await freshRedis();
    const policy = await onRedis(url, (client) => client.config('GET', 'maxmemory-policy'));
    expect(policy).toEqual(['maxmemory-policy', 'noeviction']);
    await stop();
  });
});

async function onRedis<T>(url: string, work: (client: Redis) => Promise<T>): Promise<T> {
  const client = new Redis(url);
  try {
    return await work(client);
  } finally {
    client.disconnect();
  }
}
