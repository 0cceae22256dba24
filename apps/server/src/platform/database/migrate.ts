import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import { StartupError } from '../../kernel/startup-error.js';
import { rowsOf, type Sql } from './index.js';

export const MIGRATIONS = fileURLToPath(new URL('../../../migrations', import.meta.url));

/** The time stamp of the newest migration that this version knows. */
function newestKnown(): number {
  const journal = JSON.parse(readFileSync(`${MIGRATIONS}/meta/_journal.json`, 'utf8')) as {
    entries: { when: number }[];
  };
  return Math.max(0, ...journal.entries.map((entry) => entry.when));
}

/** @throws StartupError when a newer version of TailCamp has been here */
export async function refuseNewerSchema(database: Sql): Promise<void> {
  const [{ exists } = { exists: false }] = await rowsOf<{ exists: boolean }>(
    database.execute(sql`select to_regclass('drizzle.__drizzle_migrations') is not null as "exists"`),
  );
  if (!exists) return;
  const [{ newest } = { newest: null }] = await rowsOf<{ newest: string | number | null }>(
    database.execute(sql`select max(created_at) as newest from drizzle.__drizzle_migrations`),
  );
  if (Number(newest ?? 0) > newestKnown()) {
    throw new StartupError(
      'The database was made by a newer TailCamp; start that version, or restore a backup of this one.',
    );
  }
}

/** @throws StartupError that says how to get pgvector */
export async function ensureVector(database: Sql): Promise<void> {
  try {
    await database.execute(sql`create extension if not exists vector`);
  } catch (cause) {
    throw new StartupError(
      'The PostgreSQL server has no pgvector: install its package (postgresql-NN-pgvector) or use the image pgvector/pgvector, and run CREATE EXTENSION vector once as a superuser.',
      { cause },
    );
  }
}
