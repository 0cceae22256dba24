import { Database, type Sql } from '../platform/database/index.js';

/** A view of a database that can be cut off, as if its process had died: every later statement fails. */
export class MortalDatabase extends Database {
  readonly kind: Database['kind'];
  private dead = false;

  constructor(private readonly inner: Database) {
    super();
    this.kind = inner.kind;
  }

  die(): void {
    this.dead = true;
  }

  override get sql(): Sql {
    return this.connection;
  }

  protected get connection(): Sql {
    if (this.dead) throw new Error('This process is dead');
    return this.inner.sql;
  }

  override transaction<T>(work: (tx: Sql) => Promise<T>): Promise<T> {
    if (this.dead) return Promise.reject(new Error('This process is dead'));
    return this.inner.transaction(work);
  }

  ping(): Promise<void> {
    return this.inner.ping();
  }

  async close(): Promise<void> {
    this.die();
  }
}
