import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { EmbeddedDatabase } from '../platform/database/database.embedded.js';
import { MIGRATIONS } from '../platform/database/migrate.js';

/** A database of its own in memory, from a migrated template that is made once for each state of the migrations. */
export async function embeddedTestDatabase(): Promise<EmbeddedDatabase> {
  const file = templateFile();
  return EmbeddedDatabase.inMemory(read(file) ?? (await makeTemplate(file)));
}

function templateFile(): string {
  const hash = createHash('sha256');
  const migrations = readdirSync(MIGRATIONS).filter((entry) => entry.endsWith('.sql'));
  // The journal too: a migration that is generated anew with the same text is another one to the migrator.
  for (const name of [...migrations.sort(), 'meta/_journal.json']) {
    hash.update(name).update(readFileSync(join(MIGRATIONS, name)));
  }
  return join(tmpdir(), `tailcamp-test-${userInfo().uid}`, `${hash.digest('hex').slice(0, 16)}.tar`);
}

async function makeTemplate(file: string): Promise<Blob> {
  const database = await EmbeddedDatabase.inMemory();
  const blob = await database.dump();
  await database.close();
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
