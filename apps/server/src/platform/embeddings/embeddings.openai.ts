import { OpenAIEmbeddings as Client } from '@langchain/openai';
import { identitiesIn, Mask } from '../masking/index.js';
import { DIMENSIONS, Embeddings, EmbeddingsUnavailable } from './index.js';

export interface OpenAiEmbeddingsSettings {
  model: string;
  apiKey: string;
  /** Of another server that speaks the same protocol, with `/v1` at its end. */
  baseUrl?: string | undefined;
  patienceMs: number;
}

/** By OpenAI, or whoever speaks as it does and can shorten its vectors to {@link DIMENSIONS}. What tells of persons stays here. */
export class OpenAiEmbeddings extends Embeddings {
  readonly model: string;
  readonly #client: Client;

  constructor({ model, apiKey, baseUrl, patienceMs }: OpenAiEmbeddingsSettings) {
    super();
    this.model = `${model}/${DIMENSIONS}`;
    this.#client = new Client({
      model,
      apiKey,
      dimensions: DIMENSIONS,
      timeout: patienceMs,
      maxRetries: 1,
      batchSize: 256,
      stripNewLines: false,
      configuration: { ...(baseUrl !== undefined && { baseURL: baseUrl }), maxRetries: 0 },
    });
  }

  async embed(texts: readonly string[]): Promise<Float32Array[]> {
    if (texts.length === 0) return [];
    // What is masked need not come back, so each text has a mask of its own.
    const masked = texts.map((text) =>
      new Mask((given) => identitiesIn(given, [])).mask(text.slice(0, MOST_CHARACTERS)),
    );
    try {
      const vectors = await this.#client.embedDocuments(masked.map((text) => text || ' '));
      const wrong = vectors.find(({ length }) => length !== DIMENSIONS);
      if (wrong !== undefined) throw new Error(`the model gives ${wrong.length} numbers, not ${DIMENSIONS}`);
      return vectors.map((vector) => Float32Array.from(vector));
    } catch (error) {
      throw new EmbeddingsUnavailable(error instanceof Error ? error.message : String(error), { cause: error });
    }
  }

  /** Each request is a connection of its own. */
  async close(): Promise<void> {}
}

/** Well within the 8,192 tokens that one text may have. */
const MOST_CHARACTERS = 8000;
