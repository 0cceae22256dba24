import { Injectable } from '@nestjs/common';
import type { LessonKind } from '@tailcamp/contracts';
import { sql as raw } from 'drizzle-orm';
import { Database, rowsOf } from '../../../../platform/database/index.js';
import type { NearVector } from '../../../../platform/search-vectors/index.js';
import type { TextLanguage } from '../../domain/search/language.js';
import { scopeOf } from '../../domain/search/scope.js';

/** Who searches what. */
export interface Search {
  campId: string;
  /** Whether drafts of the camp may be found. */
  drafts: boolean;
  asked: string;
  limit: number;
}

/** A lesson, or a skill that the question seems to be about. */
export interface FoundRow {
  kind: LessonKind | 'skill';
  slug: string;
  title: string;
  skill: string;
  /** The title of the skill. */
  topic: string;
  /** Null for a skill. */
  minutes: number | null;
  own: boolean;
  draft: boolean;
  heading: string;
  text: string;
  language: TextLanguage;
  /** The words of the question, as this language stems them. */
  lexemes: readonly string[];
}

/** Reciprocal rank fusion: the ranking by words and that by meaning each add weight ÷ (k + place). */
export interface Fusion {
  words: number;
  meaning: number;
  /** The larger, the less the first places stand out. */
  k: number;
}

export const FUSION: Fusion = { words: 1, meaning: 1.3, k: 5 };

/** Skills that a question seems to be about. */
const MOST_SKILLS = 3;

/**
 * Searches pieces by their words and puts that together with those that are near in meaning, in one statement, which is the
 * function `search_content` of the migrations. A lesson may be read when it is published, in the library or in the camp, and
 * not replaced there by one of the camp's own; or when it is in the making, in the camp, by who may see drafts. Words weigh by
 * how few lessons have them and how many pieces of one say them (BM25, a piece that has a word counting once). In meaning a
 * lesson is as near as its two nearest pieces. To both a share is added of what speaks for its skill: its description, and
 * the questions of the bank. Each lesson is shown by the piece that tells most of why it was found.
 */
@Injectable()
export class SearchStore {
  constructor(private readonly database: Database) {}

  /**
   * What is found is read from rows that the reader may see now, whatever an index outside says.
   * @param near pieces by meaning, nearest first, those of questions among them; none where meaning cannot be asked
   * @returns the best lessons first, then the likeliest skills
   */
  async search(search: Search, near: readonly NearVector[], fusion: Fusion = FUSION): Promise<FoundRow[]> {
    const { campId, drafts, asked, limit } = search;
    const listed = (values: readonly (string | number)[]) => `{${values.join(',')}}`;
    const ids = listed(near.map(({ id }) => id));
    const similarities = listed(near.map(({ similarity }) => similarity));
    return rowsOf<FoundRow>(
      this.database.sql.execute(raw`
        SELECT * FROM search_content(${campId}, ${listed([scopeOf(null), scopeOf(campId)])}, ${drafts}, ${asked}, ${ids},
          ${similarities}, ${fusion.words}, ${fusion.meaning}, ${fusion.k}, ${limit}, ${MOST_SKILLS})`),
    );
  }

  /** @returns which share of the pieces has a vector of the model */
  async embedded(model: string): Promise<number> {
    const [row] = await rowsOf<{ share: number | null }>(
      this.database.sql.execute(raw`
        SELECT avg((model IS NOT DISTINCT FROM ${model})::int)::float8 AS share FROM search_chunks WHERE NOT gone`),
    );
    return row?.share ?? 1;
  }

  /** @param words in small letters. @returns for each its stem in the language; none for words that hold a sentence together */
  async stems(language: TextLanguage, words: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const dictionary = language === 'simple' ? language : `${language}_stem`;
    const rows = await rowsOf<{ word: string; stem: string }>(
      this.database.sql.execute(raw`
        SELECT word, stem FROM jsonb_array_elements_text(${JSON.stringify(words)}::jsonb) AS word,
          unnest(ts_lexize(${dictionary}::regdictionary, word)) AS stem`),
    );
    return new Map(rows.map(({ word, stem }) => [word, stem]));
  }
}
