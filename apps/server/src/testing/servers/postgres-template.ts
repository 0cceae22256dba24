import { Client } from 'pg';
import { within } from './postgres.js';

/** What a fresh database may start as. */
export type Template = {
  /** Lower-case letters, digits and `_`; one name, one content. */
  name: string;
  /** Fills an empty database, as by migrating it; must have closed its connections when it is done. */
  prepare(url: string): Promise<void>;
};

/** Any number: only one test file prepares a template at a time. */
const PREPARING = 5_172_033;

/** The template's database, prepared by whoever asks first in this run. */
export async function templateOf(server: string, prefix: string, { name, prepare }: Template): Promise<string> {
  const database = `${prefix}template_${name}`;
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [PREPARING]);
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [database]);
    if (rowCount) return database;
    await client.query(`create database ${database}_unfinished template template0`);
    await prepare(within(server, `${database}_unfinished`));
    await client.query(`alter database ${database}_unfinished rename to ${database}`);
    return database;
  } finally {
    await client.end();
  }
}
