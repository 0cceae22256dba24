import { and, eq, inArray, sql as raw } from 'drizzle-orm';
import { Database, rowsOf, type Sql } from '../database/index.js';
import { type NearVector, type StoredVector, VectorSearch } from './index.js';
import { searchVectors } from './tables.js';

/** Fewer than the 65,535 parameters that one statement takes. */
const ROWS_A_STATEMENT = 500;
/** Vectors written until the planner is told again. */
const WORTH_TELLING = 1000;

/** In the application's own database, by pgvector's graph of neighbours (HNSW). */
export class PgVectorSearch extends VectorSearch {
  #iterates: boolean | undefined;
  /** Written since the planner was last told how many there are; it looks at all of a model until it knows. */
  #untold = 0;

  constructor(private readonly database: Database) {
    super();
  }

  async upsert(model: string, vectors: readonly StoredVector[]): Promise<void> {
    for (let from = 0; from < vectors.length; from += ROWS_A_STATEMENT) {
      const rows = vectors
        .slice(from, from + ROWS_A_STATEMENT)
        .map(({ id, scope, vector }) => ({ model, id, scope, vector: [...vector] }));
      await this.database.sql
        .insert(searchVectors)
        .values(rows)
        .onConflictDoUpdate({
          target: [searchVectors.model, searchVectors.id],
          set: { scope: raw`excluded.scope`, vector: raw`excluded.vector` },
        });
    }
    this.#untold += vectors.length;
    if (this.#untold < WORTH_TELLING) return;
    this.#untold = 0;
    // The embedded database does not by itself.
    await this.database.sql.execute(raw`ANALYZE ${searchVectors} (model, scope)`);
  }

  async nearest(
    model: string,
    vector: Float32Array,
    { scopes, limit }: { scopes: readonly string[]; limit: number },
  ): Promise<NearVector[]> {
    if (scopes.length === 0) return [];
    const asked = raw`${JSON.stringify([...vector])}::vector`;
    const distance = raw`${searchVectors.vector} <=> ${asked}`;
    const seen = and(eq(searchVectors.model, model), inArray(searchVectors.scope, [...scopes]));
    return this.database.transaction(async (tx) => {
      await tx.execute(await this.lookingFar(tx, limit));
      return rowsOf<NearVector>(
        tx.execute(
          raw`SELECT ${searchVectors.id} AS id, 1 - (${distance}) AS similarity FROM ${searchVectors}
              WHERE ${seen} ORDER BY ${distance} LIMIT ${limit}`,
        ),
      );
    });
  }

  /**
   * The graph knows no scopes: from pgvector 0.8 on the search goes on until enough of those asked for are found, in their
   * true order; before, it can only look at more from the start.
   */
  private async lookingFar(tx: Sql, limit: number) {
    if (this.#iterates === undefined) {
      const asked = raw`SELECT string_to_array(extversion, '.')::int[] >= '{0,8}' AS iterates FROM pg_extension WHERE extname = 'vector'`;
      const [row] = await rowsOf<{ iterates: boolean }>(tx.execute(asked));
      this.#iterates = row?.iterates === true;
    }
    const first = this.#iterates ? Math.min(1000, Math.max(40, limit)) : 1000;
    const goesOn = this.#iterates ? raw`, set_config('hnsw.iterative_scan', 'strict_order', true)` : raw``;
    return raw`SELECT set_config('hnsw.ef_search', ${String(first)}, true)${goesOn}`;
  }

  async remove(model: string, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const gone = and(eq(searchVectors.model, model), inArray(searchVectors.id, [...ids]));
    await this.database.sql.delete(searchVectors).where(gone);
  }

  async removeModel(model: string): Promise<void> {
    await this.database.sql.delete(searchVectors).where(eq(searchVectors.model, model));
  }

  /** The database closes by itself. */
  async close(): Promise<void> {}
}
