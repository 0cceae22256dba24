import { Injectable } from '@nestjs/common';
import { sql as raw } from 'drizzle-orm';
import { Database, rowsOf } from '../../../../platform/database/index.js';
import type { NearVector } from '../../../../platform/search-vectors/index.js';
import type { AskedWord, EvidencePiece, TopicNearness } from '../../domain/tutor/evidence.js';

/** A lesson that was found for a question. */
export interface FoundLesson {
  slug: string;
  own: boolean;
}

/** What speaks for and against each of the lessons that were found for a question. */
@Injectable()
export class EvidenceStore {
  constructor(private readonly database: Database) {}

  /** The words of a question, by how each language stems them, and in how many lessons that may be read they stand. */
  async words(campId: string, asked: string): Promise<AskedWord[]> {
    const rows = await this.byIndexes<Omit<AskedWord, 'word'> & { lexeme: string }>(raw`
      WITH ${askedWords(asked)}, counted AS MATERIALIZED (
        SELECT count(*)::int AS lessons FROM lessons WHERE published IS NOT NULL AND (camp_id IS NULL OR camp_id = ${campId}))
      SELECT lexeme, languages, lessons, (
        SELECT count(DISTINCT c.lesson_id)::int FROM search_chunks c JOIN lessons l ON l.id = c.lesson_id AND l.published = c.version
        WHERE c.words @@ asked.query AND c.language = ANY (asked.languages) AND NOT c.gone
          AND (l.camp_id IS NULL OR l.camp_id = ${campId})
      ) AS spread
      FROM asked CROSS JOIN counted`);
    return rows.map(({ lexeme: word, ...rest }) => ({ word, ...rest }));
  }

  /** The published pieces of lessons, with the words of the question that stand in each and how near it is. */
  async pieces(
    campId: string,
    asked: string,
    found: readonly FoundLesson[],
    near: readonly NearVector[],
  ): Promise<EvidencePiece[]> {
    if (found.length === 0) return [];
    const similarity = new Map(near.map((one) => [one.id, one.similarity]));
    const lessons = raw.join(
      found.map(({ slug, own }) => raw`(${slug}::text, ${own}::boolean)`),
      raw`, `,
    );
    const rows = await this.byIndexes<Omit<EvidencePiece, 'similarity' | 'aims'> & { id: string; aims: string[] }>(raw`
      WITH ${askedWords(asked)}, found (slug, own) AS (VALUES ${lessons})
      SELECT c.id, c.slug AS lesson, c.heading, c.text, c.language, v.objectives AS aims, v.check,
        ARRAY (SELECT lexeme FROM asked WHERE c.words @@ asked.query AND c.language = ANY (asked.languages)) AS says
      FROM found JOIN lessons l ON l.slug = found.slug AND l.published IS NOT NULL
          AND (CASE WHEN found.own THEN l.camp_id = ${campId} ELSE l.camp_id IS NULL END)
        JOIN lesson_versions v ON v.lesson_id = l.id AND v.version = l.published
        JOIN search_chunks c ON c.lesson_id = l.id AND c.version = l.published AND NOT c.gone
      ORDER BY c.slug, c.id`);
    return rows.map(({ id, aims, ...piece }) => ({
      ...piece,
      similarity: similarity.get(id) ?? null,
      aims: aims.some((aim) => piece.text.startsWith(aim)),
    }));
  }

  /** How near the question is to skills and to what the bank asks of them; not what the bank says. */
  async topics(campId: string, near: readonly NearVector[]): Promise<TopicNearness[]> {
    const similarity = new Map(near.map((one) => [one.id, one.similarity]));
    const ids = raw`${`{${near.map(({ id }) => id).join(',')}}`}::uuid[]`;
    const rows = await this.byIndexes<{ id: string; skill: string; question: string | null }>(raw`
      SELECT id, skill, CASE WHEN kind = 'question' THEN slug END AS question FROM search_chunks
      WHERE id = ANY (${ids}) AND kind IN ('skill', 'question') AND NOT gone AND (camp_id IS NULL OR camp_id = ${campId})`);
    return rows.map(({ id, ...topic }) => ({ ...topic, similarity: similarity.get(id) ?? 0 }));
  }

  /** As in content search: left to itself the planner reads all pieces for each word. */
  private byIndexes<Row>(statement: ReturnType<typeof raw>): Promise<Row[]> {
    return this.database.transaction(async (tx) => {
      await tx.execute(raw`SELECT set_config('enable_seqscan', 'off', true)`);
      return rowsOf<Row>(tx.execute(statement));
    });
  }
}

const askedWords = (asked: string) => raw`asked AS MATERIALIZED (
  SELECT lexeme, ${AS_QUERY}::tsquery AS query, array_agg(language) AS languages
  FROM unnest(ARRAY['english', 'spanish', 'simple']) AS language, unnest(to_tsvector(language::regconfig, ${asked}))
  GROUP BY lexeme)`;

/** A word of a text vector as a query for just it. */
const AS_QUERY = raw.raw(String.raw`('''' || replace(replace(lexeme, '\', '\\'), '''', '''''') || '''')`);
