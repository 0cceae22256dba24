import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { embeddedTestDatabase } from '../../testing/database.js';
import { freshDatabase, postgresUrl } from '../../testing/servers/index.js';
import { PostgresDatabase } from './database.postgres.js';
import { databaseSuite } from './database.suite.js';
import { lockDirectory } from './directory-lock.js';
import { refuseNewerSchema } from './migrate.js';

databaseSuite('the embedded database', embeddedTestDatabase);

describe.skipIf(!postgresUrl())('real PostgreSQL', () => {
  databaseSuite('the database on PostgreSQL', async () => PostgresDatabase.open(await freshDatabase()));

  it('migrates once when several processes start together', async () => {
    const url = await freshDatabase();
    const opened = await Promise.all([
      PostgresDatabase.open(url),
      PostgresDatabase.open(url),
      PostgresDatabase.open(url),
    ]);
    await Promise.all(opened.map((database) => database.close()));
  });
});

describe('opening', () => {
  it('says what to do when PostgreSQL cannot be reached', async () => {
    await expect(PostgresDatabase.open('postgres://nobody@127.0.0.1:1/none')).rejects.toThrow(
      /DATABASE_URL cannot be reached .*check the address/,
    );
  });

  it('refuses a database that a newer version has changed', async () => {
    const database = await embeddedTestDatabase();
    await database.sql.execute(
      sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', 9999999999999)`,
    );
    await expect(refuseNewerSchema(database.sql)).rejects.toThrow('made by a newer TailCamp');
    await database.close();
  });
});

describe('the lock of a data directory', () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'tailcamp-lock-'));
  });
  afterEach(() => rmSync(directory, { recursive: true, force: true }));

  it('lets one in, says who it is, and lets the next in after it', () => {
    const release = lockDirectory(directory);
    expect(() => lockDirectory(directory)).toThrow(`held by process ${process.pid} on ${hostname()}`);
    release();
    lockDirectory(directory)();
  });

  it('takes over from a process that is dead, or from another one with its number', () => {
    const holder = { pid: 2 ** 22 - 1, host: hostname(), began: '1', since: '2020-01-01' };
    writeFileSync(join(directory, 'lock.json'), JSON.stringify(holder));
    lockDirectory(directory)();
    writeFileSync(join(directory, 'lock.json'), JSON.stringify({ ...holder, pid: process.ppid }));
    lockDirectory(directory)();
  });

  it('takes over a lock that was never written whole', () => {
    writeFileSync(join(directory, 'lock.json'), '{"pid":');
    lockDirectory(directory)();
  });

  it('does not take over from another machine', () => {
    writeFileSync(
      join(directory, 'lock.json'),
      JSON.stringify({ pid: 1, host: 'elsewhere', began: '', since: '2020' }),
    );
    expect(() => lockDirectory(directory)).toThrow('on elsewhere');
  });

  it('says so when the directory cannot be written', () => {
    const file = join(directory, 'file');
    writeFileSync(file, '');
    expect(() => lockDirectory(join(file, 'data'))).toThrow('cannot be written');
  });
});
