import { type Index, Pinecone } from '@pinecone-database/pinecone';
import { type NearVector, type StoredVector, VectorSearch, VectorsUnavailable } from './index.js';

/** What Pinecone takes in one request. */
const VECTORS_A_REQUEST = 100;
const IDS_A_REQUEST = 1000;

export interface PineconeSettings {
  apiKey: string;
  /** Of an index with 384 dimensions and the cosine metric, as its page shows it. */
  host: string;
}

/** In an index of Pinecone: a namespace for each model, the scope as metadata. */
export class PineconeVectorSearch extends VectorSearch {
  readonly #index: Index;

  constructor({ apiKey, host }: PineconeSettings) {
    super();
    this.#index = new Pinecone({ apiKey, maxRetries: 2 }).index('tailcamp', host);
  }

  async upsert(model: string, vectors: readonly StoredVector[]): Promise<void> {
    for (let from = 0; from < vectors.length; from += VECTORS_A_REQUEST) {
      const records = vectors
        .slice(from, from + VECTORS_A_REQUEST)
        .map(({ id, scope, vector }) => ({ id, values: [...vector], metadata: { scope } }));
      await reached(() => this.#index.namespace(model).upsert(records));
    }
  }

  async nearest(
    model: string,
    vector: Float32Array,
    { scopes, limit }: { scopes: readonly string[]; limit: number },
  ): Promise<NearVector[]> {
    if (scopes.length === 0) return [];
    const { matches } = await reached(() =>
      this.#index.namespace(model).query({ vector: [...vector], topK: limit, filter: { scope: { $in: [...scopes] } } }),
    );
    return matches.map(({ id, score }) => ({ id, similarity: score ?? 0 }));
  }

  async remove(model: string, ids: readonly string[]): Promise<void> {
    for (let from = 0; from < ids.length; from += IDS_A_REQUEST)
      await reached(() => this.#index.namespace(model).deleteMany(ids.slice(from, from + IDS_A_REQUEST)));
  }

  async removeModel(model: string): Promise<void> {
    await reached(async () => {
      // Pinecone answers 404 for a namespace that holds nothing.
      const { namespaces = {} } = await this.#index.describeIndexStats();
      if (model in namespaces) await this.#index.namespace(model).deleteAll();
    });
  }

  /** Each request is a connection of its own. */
  async close(): Promise<void> {}
}

/** @throws {VectorsUnavailable} with what Pinecone, or the way to it, said */
async function reached<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    throw new VectorsUnavailable(error instanceof Error ? error.message : String(error), { cause: error });
  }
}
