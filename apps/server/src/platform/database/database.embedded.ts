import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { vector } from '@electric-sql/pglite-pgvector';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import { StartupError } from '../../kernel/startup-error.js';
import { lockDirectory } from './directory-lock.js';
import { Database, type Sql } from './index.js';
import { ensureVector, MIGRATIONS, refuseNewerSchema } from './migrate.js';

/** PGlite in a directory of which this process is the only holder, or in memory from a dumped template. */
export class EmbeddedDatabase extends Database {
  readonly kind = 'embedded';
  protected readonly connection: Sql;

  private constructor(
    private readonly client: PGlite,
    private readonly release: () => void,
  ) {
    super();
    this.connection = drizzle(client) as Sql;
  }

  /** @throws StartupError when the directory is held, cannot be written, or holds a newer schema */
  static async open(directory: string): Promise<EmbeddedDatabase> {
    const release = lockDirectory(directory);
    try {
      const client = await PGlite.create({
        dataDir: join(directory, 'pg'),
        extensions: { vector },
        relaxedDurability: false,
      });
      return await EmbeddedDatabase.migrated(client, release);
    } catch (error) {
      release();
      if (error instanceof StartupError) throw error;
      const held = existsSync(join(directory, 'pg'));
      const advice = held
        ? 'restore a backup, or move the directory away to begin anew'
        : 'check that the disk has space';
      throw new StartupError(
        `The database in ${directory} cannot be opened (${(error as Error).message}); ${advice}.`,
        {
          cause: error,
        },
      );
    }
  }

  /** @param template what `dump` gave; nothing is kept on disk */
  static async inMemory(template?: Blob): Promise<EmbeddedDatabase> {
    const client = await PGlite.create({ extensions: { vector }, ...(template ? { loadDataDir: template } : {}) });
    return EmbeddedDatabase.migrated(client, () => {});
  }

  private static async migrated(client: PGlite, release: () => void): Promise<EmbeddedDatabase> {
    const database = new EmbeddedDatabase(client, release);
    await refuseNewerSchema(database.connection);
    await ensureVector(database.connection);
    await migrate(drizzle(client), { migrationsFolder: MIGRATIONS });
    return database;
  }

  async ping(): Promise<void> {
    await this.client.query('select 1');
  }

  /** The whole data directory as an archive. */
  dump(): Promise<File | Blob> {
    return this.client.dumpDataDir('none');
  }

  async close(): Promise<void> {
    await this.client.close();
    this.release();
  }
}
