import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Embeddings, EmbeddingsUnavailable } from '../../../../platform/embeddings/index.js';
import { type NearVector, VectorSearch, VectorsUnavailable } from '../../../../platform/search-vectors/index.js';
import { Log } from '../../../../platform/telemetry/index.js';
import { type FoundRow, FUSION, type Fusion, type Search, SearchStore } from '../../store/search/search-store.js';
import { scopeOf } from './scope.js';

/** Pieces that are near in meaning, some of which may be of one lesson or not for the reader. */
const NEAR = 150;
/** A model that is far away, or is being loaded, is not waited for longer: words alone answer. Milliseconds. */
const PATIENCE = 2000;

/** Finds what answers a question by its meaning and by its words. Who may ask is the caller's concern, what they may see is not. */
@Injectable()
export class FindContent {
  constructor(
    private readonly embeddings: Embeddings,
    private readonly vectors: VectorSearch,
    private readonly store: SearchStore,
    private readonly log: Log,
  ) {}

  /** @returns the best first, and whether it was searched by meaning too */
  async run(search: Search, fusion: Fusion = FUSION): Promise<{ found: readonly FoundRow[]; meaning: boolean }> {
    const near = fusion.meaning > 0 ? await this.near(search) : null;
    const found = await this.store.search(search, near ?? [], fusion);
    return { found, meaning: near !== null };
  }

  /** @returns null where meaning cannot be asked just now */
  private async near({ asked, campId }: Search): Promise<readonly NearVector[] | null> {
    const inTime = new AbortController();
    try {
      const [vector] = await Promise.race([
        this.embeddings.embed([asked]),
        pause(PATIENCE, [], { signal: inTime.signal, ref: false }),
      ]);
      if (vector === undefined) return null;
      const scopes = [scopeOf(null), scopeOf(campId)];
      return await this.vectors.nearest(this.embeddings.model, vector, { scopes, limit: NEAR });
    } catch (error) {
      if (!(error instanceof EmbeddingsUnavailable || error instanceof VectorsUnavailable)) throw error;
      this.log.warn({ err: error }, 'content is searched by its words alone');
      return null;
    } finally {
      inTime.abort();
    }
  }
}
