import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import { Pool, type PoolClient } from 'pg';
import { StartupError } from '../../kernel/startup-error.js';
import { Database, type Sql } from './index.js';
import { ensureVector, MIGRATIONS, refuseNewerSchema } from './migrate.js';

/** Any number that others are unlikely to take: only one process migrates at a time. */
const MIGRATION_LOCK = 7_411_902_663;

export class PostgresDatabase extends Database {
  readonly kind = 'postgres';
  protected readonly connection: Sql;

  private constructor(private readonly pool: Pool) {
    super();
    this.connection = drizzle(pool) as Sql;
  }

  /** @throws StartupError when the server cannot be reached, has no pgvector, or holds a newer schema */
  static async open(url: string, onIdleError: (error: Error) => void = () => {}): Promise<PostgresDatabase> {
    const pool = new Pool({
      connectionString: url,
      max: 20,
      connectionTimeoutMillis: 5_000,
      application_name: 'tailcamp',
    });
    pool.on('error', onIdleError);
    try {
      const client = await connect(pool);
      try {
        await migrateOnce(client);
      } finally {
        client.release();
      }
    } catch (error) {
      await pool.end();
      throw error;
    }
    return new PostgresDatabase(pool);
  }

  async ping(): Promise<void> {
    await this.pool.query('select 1');
  }

  async close(): Promise<void> {
    await this.pool.end();
  }
}

async function connect(pool: Pool): Promise<PoolClient> {
  try {
    return await pool.connect();
  } catch (cause) {
    throw new StartupError(
      `The database of DATABASE_URL cannot be reached (${(cause as Error).message || (cause as NodeJS.ErrnoException).code}); check the address, the user and that the server runs.`,
      { cause },
    );
  }
}

async function migrateOnce(client: PoolClient): Promise<void> {
  const database = drizzle(client);
  await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
  try {
    await refuseNewerSchema(database as Sql);
    await ensureVector(database as Sql);
    await migrate(database, { migrationsFolder: MIGRATIONS });
  } finally {
    await client.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]);
  }
}
