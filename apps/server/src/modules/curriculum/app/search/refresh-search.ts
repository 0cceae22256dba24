import { setTimeout } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Embeddings, EmbeddingsUnavailable } from '../../../../platform/embeddings/index.js';
import { VectorSearch, VectorsUnavailable } from '../../../../platform/search-vectors/index.js';
import { Log } from '../../../../platform/telemetry/index.js';
import { scopeOf } from '../../domain/search/scope.js';
import { ChunkStore, type ClaimedChunk } from '../../store/search/chunk-store.js';
import { SplitContent } from './split-content.js';

/** Small, so that a run that is stopped loses little. */
const CHUNKS_A_BATCH = 16;
const GONE_A_BATCH = 500;

/**
 * Keeps what is searched in step with what is taught, and embeds what the model in use has not: what is new or changed, or
 * all once the model is another. Done twice or by several at once it does nothing more.
 */
@Injectable()
export class RefreshSearch {
  constructor(
    private readonly split: SplitContent,
    private readonly chunks: ChunkStore,
    private readonly embeddings: Embeddings,
    private readonly vectors: VectorSearch,
    private readonly log: Log,
  ) {}

  /**
   * @param signal when it is aborted the rest is left to another run
   * @param rest how many times as long as each batch took nothing is done after it, so that people who are at work on a
   * fresh server do not wait for what nobody has asked for yet
   */
  async run(signal: AbortSignal, rest = 0): Promise<void> {
    await this.split.run(signal);
    try {
      for (let began = performance.now(); await this.embedSome(this.embeddings.model); began = performance.now()) {
        await setTimeout(rest * (performance.now() - began), undefined, { signal }).catch(() => undefined);
        signal.throwIfAborted();
      }
      while (await this.forgetSome()) signal.throwIfAborted();
    } catch (error) {
      if (!(error instanceof EmbeddingsUnavailable || error instanceof VectorsUnavailable)) throw error;
      this.log.warn({ err: error }, 'what has no vector yet is found by its words alone');
    }
  }

  /** @returns whether there may be more */
  private async embedSome(model: string): Promise<boolean> {
    const claimed = await this.chunks.claim(model, CHUNKS_A_BATCH);
    if (claimed.length === 0) return false;
    try {
      await this.embed(model, claimed);
      return true;
    } catch (error) {
      await this.chunks.release(claimed.map(({ id }) => id));
      throw error;
    }
  }

  private async embed(model: string, claimed: readonly ClaimedChunk[]): Promise<void> {
    const vectors = await this.embeddings.embed(claimed.map(({ meant }) => meant));
    const stored = claimed.flatMap(({ id, campId }, at) => {
      const vector = vectors[at];
      return vector === undefined ? [] : [{ id, scope: scopeOf(campId), vector }];
    });
    await this.vectors.upsert(model, stored);
    const ids = stored.map(({ id }) => id);
    await this.chunks.setModel(ids, model);
    await this.removeVectors(claimed);
  }

  /** Takes out vectors of what is gone, then the rows that remembered them. @returns whether there may be more */
  private async forgetSome(): Promise<boolean> {
    const gone = await this.chunks.gone(GONE_A_BATCH);
    if (gone.length === 0) return false;
    await this.removeVectors(gone);
    await this.chunks.remove(gone.map(({ id }) => id));
    return true;
  }

  private async removeVectors(of: readonly { id: string; model: string | null }[]): Promise<void> {
    for (const model of new Set(of.map((chunk) => chunk.model)))
      if (model !== null) {
        const ids = of.filter((chunk) => chunk.model === model).map(({ id }) => id);
        await this.vectors.remove(model, ids);
      }
  }
}
