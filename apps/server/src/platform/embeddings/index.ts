/** How many numbers a vector has, whichever model made it: the column that keeps it has room for just these. */
export const DIMENSIONS = 384;

/** The model cannot be had just now: unreachable, or without its weights. Whoever searches goes on without vectors. */
export class EmbeddingsUnavailable extends Error {
  override readonly name = 'EmbeddingsUnavailable';
}

/** Turns texts into vectors that lie close together where the texts mean about the same. */
export abstract class Embeddings {
  /** Name of the model with its weights' version. Vectors of two models cannot be compared, so each is kept with it. */
  abstract readonly model: string;
  /**
   * @param texts of any length; what is beyond the model's window (some 200 words at least) does not count
   * @returns for each a vector of {@link DIMENSIONS} numbers and length 1, so that a dot product is a cosine
   * @throws {EmbeddingsUnavailable}
   */
  abstract embed(texts: readonly string[]): Promise<Float32Array[]>;
  abstract close(): Promise<void>;
}
