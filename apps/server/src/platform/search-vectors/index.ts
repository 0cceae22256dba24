/** A vector with what is needed to find it again: whose it is, and by which name. */
export interface StoredVector {
  id: string;
  /** Who may find it: the id of a camp, or another word of the caller's choice. Asking for others never shows it. */
  scope: string;
  /** Of {@link DIMENSIONS} numbers and length 1, as the embeddings give it. */
  vector: Float32Array;
}

export interface NearVector {
  id: string;
  /** Cosine, in [−1, 1]. */
  similarity: number;
}

/** The store cannot be reached just now; whoever searches goes on without it. */
export class VectorsUnavailable extends Error {
  override readonly name = 'VectorsUnavailable';
}

/**
 * Finds vectors by nearness. What is put in may be found some seconds later; what is found may be gone, or no longer for
 * the reader: callers look at their own rows before they show anything.
 */
export abstract class VectorSearch {
  /** Puts vectors of one model in, in the place of those of the same model and id. @throws {VectorsUnavailable} */
  abstract upsert(model: string, vectors: readonly StoredVector[]): Promise<void>;
  /** @returns the nearest of the model and the scopes, nearest first. @throws {VectorsUnavailable} */
  abstract nearest(
    model: string,
    vector: Float32Array,
    within: { scopes: readonly string[]; limit: number },
  ): Promise<NearVector[]>;
  /** Takes vectors out; those that are not there are out already. @throws {VectorsUnavailable} */
  abstract remove(model: string, ids: readonly string[]): Promise<void>;
  /** Takes out all of a model that nobody asks any more. @throws {VectorsUnavailable} */
  abstract removeModel(model: string): Promise<void>;
  abstract close(): Promise<void>;
}
