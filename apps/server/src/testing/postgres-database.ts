import { PostgresDatabase } from '../platform/database/database.postgres.js';
import { freshDatabase } from './servers/index.js';

const migrated = {
  name: 'migrated',
  prepare: async (url: string) => (await PostgresDatabase.open(url)).close(),
};

/** A migrated database of its own on the real PostgreSQL; ask `postgresUrl` first whether there is one. */
export async function postgresTestDatabase(): Promise<PostgresDatabase> {
  return PostgresDatabase.open(await freshDatabase(migrated));
}
