import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { TextPart } from '@tailcamp/contracts';
import { Embeddings, EmbeddingsUnavailable } from '../../../../platform/embeddings/index.js';
import { type NearVector, VectorSearch, VectorsUnavailable } from '../../../../platform/search-vectors/index.js';
import { Log } from '../../../../platform/telemetry/index.js';
import type { TextLanguage } from '../../domain/search/language.js';
import { scopeOf } from '../../domain/search/scope.js';
import { likelyWords, snippetOf } from '../../domain/search/snippet.js';
import { type FoundRow, FUSION, type Fusion, type Search, SearchStore } from '../../store/search/search-store.js';

/** Pieces that are near in meaning, some of which may be of one lesson or not for the reader. */
const NEAR = 150;
/** A model that is far away, or is being loaded, is not waited for longer: words alone answer. Milliseconds. */
const PATIENCE = 2000;
/** How long it is taken to be true which share of the pieces is embedded, while that grows and once it is all. Milliseconds. */
const GROWS_FOR = 2000;
const STANDS_FOR = 60_000;

/** What was found, with what of its text is shown. */
export type Found = FoundRow & { readonly snippet: TextPart[] };

/** Finds what answers a question by its meaning and by its words. Who may ask is the caller's concern, what they may see is not. */
@Injectable()
export class FindContent {
  /** Which share of the pieces has a vector of the model in use, and until when that is not asked again. */
  #embedded = { share: 0, until: 0 };

  constructor(
    private readonly embeddings: Embeddings,
    private readonly vectors: VectorSearch,
    private readonly store: SearchStore,
    private readonly log: Log,
  ) {}

  /** @returns the best first, whether it was searched by meaning too, and all pieces near in it, those of questions among them */
  async run(
    search: Search,
    fusion: Fusion = FUSION,
  ): Promise<{ found: readonly Found[]; meaning: boolean; near: readonly NearVector[] }> {
    const near = fusion.meaning > 0 ? await this.near(search) : null;
    const meaning = near === null ? 0 : fusion.meaning * (await this.embedded());
    const found = await this.store.search(search, near ?? [], { ...fusion, meaning });
    return { found: await this.marked(found), meaning: near !== null, near: near ?? [] };
  }

  /**
   * While little is embedded, as in the first minutes of a server, the nearest of it may be far from what was asked: meaning
   * counts for as much as is embedded.
   */
  private async embedded(): Promise<number> {
    const now = performance.now();
    if (now >= this.#embedded.until) {
      const share = await this.store.embedded(this.embeddings.model);
      this.#embedded = { share, until: now + (share === 1 ? STANDS_FOR : GROWS_FOR) };
    }
    return this.#embedded.share;
  }

  /** Marks in each text, cut to a snippet, the words that were asked for. */
  private async marked(found: readonly FoundRow[]): Promise<Found[]> {
    const stems = new Map<TextLanguage, ReadonlyMap<string, string>>();
    for (const language of new Set(found.map((row) => row.language))) {
      const likely = found.flatMap((row) => (row.language === language ? likelyWords(row.text, row.lexemes) : []));
      stems.set(language, await this.store.stems(language, [...new Set(likely)]));
    }
    return found.map((row) => ({
      ...row,
      snippet: snippetOf(row.text, stems.get(row.language) ?? new Map(), row.lexemes),
    }));
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
