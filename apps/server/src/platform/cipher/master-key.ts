import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { StartupError } from '../../kernel/startup-error.js';
import { ensureDataDirectory } from '../data-directory.js';
import type { Database } from '../database/index.js';
import { CannotOpen, type Cipher, type Sealed } from './index.js';
import { installation } from './tables.js';

/**
 * The 32 bytes that personal data is encrypted with: from the configuration, else from `encryption.key` in the data
 * directory, made there the first time, readable by its owner only.
 */
export function masterKey(configured: string | undefined, directory: string): Buffer {
  if (configured !== undefined) return Buffer.from(configured, 'base64');
  const file = join(directory, 'encryption.key');
  try {
    return decode(readFileSync(file, 'utf8'), file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const key = randomBytes(32);
  ensureDataDirectory(directory);
  writeFileSync(file, `${key.toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  return key;
}

function decode(text: string, file: string): Buffer {
  const key = Buffer.from(text.trim(), 'base64');
  if (key.length === 32) return key;
  throw new StartupError(`${file} is damaged: it should hold 32 bytes in base64; put it back from a backup.`);
}

const PROOF = { column: 'installation.value', row: 'key-proof' };

/** @throws StartupError when the database was written with another key */
export async function proveKey(database: Database, cipher: Cipher): Promise<void> {
  const proof = cipher.seal(PROOF, 'TailCamp');
  await database.sql.insert(installation).values({ key: PROOF.row, value: proof }).onConflictDoNothing();
  const [row] = await database.sql.select().from(installation).where(eq(installation.key, PROOF.row));
  try {
    cipher.open(PROOF, (row?.value ?? '') as Sealed);
  } catch (cause) {
    if (!(cause instanceof CannotOpen)) throw cause;
    throw new StartupError(
      'The database was written with another encryption key; set ENCRYPTION_KEY to that one, or put its encryption.key back in the data directory.',
      { cause },
    );
  }
}
