import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { EmbeddedDatabase } from '../platform/database/database.embedded.js';
import { MIGRATIONS } from '../platform/database/migrate.js';

/** A database of its own in memory, from a migrated template that is made once for each state of the migrations. */
export async function embeddedTestDatabase(): Promise<EmbeddedDatabase> {
  return fromTemplate('', stateOfMigrations(), async () => {
    const database = await EmbeddedDatabase.inMemory();
    return { database, close: () => database.close() };
  });
}

/** A database that is ready to be copied, and how to close it with all that holds it. */
interface Made {
  database: EmbeddedDatabase;
  close(): Promise<void>;
}

/**
 * A database of its own in memory, with what was put into the first one of this kind.
 * @param state of all that it is made of: another state is made anew
 */
export async function fromTemplate(kind: string, state: string, make: () => Promise<Made>): Promise<EmbeddedDatabase> {
  const file = join(tmpdir(), `tailcamp-test-${userInfo().uid}`, `${kind}${state.slice(0, 16)}.tar`);
  return EmbeddedDatabase.inMemory(read(file) ?? (await makeTemplate(file, make)));
}

export function stateOfMigrations(): string {
  const hash = createHash('sha256');
  const migrations = readdirSync(MIGRATIONS).filter((entry) => entry.endsWith('.sql'));
  // The journal too: a migration that is generated anew with the same text is another one to the migrator.
  for (const name of [...migrations.sort(), 'meta/_journal.json']) {
    hash.update(name).update(readFileSync(join(MIGRATIONS, name)));
  }
  return hash.digest('hex');
}

async function makeTemplate(file: string, make: () => Promise<Made>): Promise<Blob> {
  const { database, close } = await make();
  const blob = await database.dump();
  await close();
  mkdirSync(join(file, '..'), { recursive: true, mode: 0o700 });
  const aside = `${file}.${randomUUID()}`;
  writeFileSync(aside, Buffer.from(await blob.arrayBuffer()));
  renameSync(aside, file);
  return blob;
}

function read(file: string): Blob | undefined {
  try {
    return new Blob([readFileSync(file)]);
  } catch {
    return undefined;
  }
}
