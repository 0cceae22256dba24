import { AsyncLocalStorage } from 'node:async_hooks';
import { customType, type PgDatabase, type PgQueryResultHKT, timestamp } from 'drizzle-orm/pg-core';
import type { Sealed } from '../cipher/index.js';
import { retrying } from './retry.js';

export { isUniqueViolation, sqlState } from './retry.js';

/** What queries are written against; a transaction is one too. */
export type Sql = PgDatabase<PgQueryResultHKT, Record<string, never>>;

const inTransaction = new AsyncLocalStorage<true>();

/**
 * PostgreSQL, embedded (PGlite) or real. Isolation is READ COMMITTED: what must not race takes row locks
 * (`FOR UPDATE`) or stands on a unique key.
 */
export abstract class Database {
  abstract readonly kind: 'embedded' | 'postgres';
  protected abstract readonly connection: Sql;

  /** For single statements outside transactions; inside one, use the transaction, or PGlite would wait for itself. */
  get sql(): Sql {
    if (inTransaction.getStore()) throw new Error('Inside a transaction every statement goes through it');
    return this.connection;
  }

  /**
   * Runs `work` in a transaction; again, from the start, when the database gives up on it for a deadlock or a
   * serialisation failure (SQLSTATE 40001, 40P01), at most five times.
   */
  transaction<T>(work: (tx: Sql) => Promise<T>): Promise<T> {
    if (inTransaction.getStore()) throw new Error('Transactions do not nest; pass the one at hand');
    return retrying(() => this.connection.transaction((tx) => inTransaction.run(true, () => work(tx))));
  }

  /** @throws when it cannot be reached */
  abstract ping(): Promise<void>;
  /** Waits for what runs, then closes. */
  abstract close(): Promise<void>;
}

/** A column whose text is sealed by the Cipher; the type keeps plaintext out. */
export const encrypted = customType<{ data: Sealed; driverData: string }>({ dataType: () => 'text' });
/** A column of raw bytes. */
export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' });
/** A moment, to the millisecond. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date', precision: 3 });

/** The rows of a raw `sql` statement. */
export async function rowsOf<Row>(result: PromiseLike<unknown>): Promise<Row[]> {
  return ((await result) as { rows: Row[] }).rows;
}
