import { Injectable } from '@nestjs/common';
import type { LessonKind } from '@tailcamp/contracts';
import { sql as raw } from 'drizzle-orm';
import { Database, rowsOf } from '../../../../platform/database/index.js';
import type { NearVector } from '../../../../platform/search-vectors/index.js';
import { MARK } from '../../domain/search/snippet.js';

/** Who searches what. */
export interface Search {
  campId: string;
  /** Whether drafts of the camp may be found. */
  drafts: boolean;
  asked: string;
  limit: number;
}

/** Pieces that are near in meaning, of what is read and of questions; none where meaning cannot be asked. */
export interface NearPieces {
  read: readonly NearVector[];
  questions: readonly NearVector[];
}

/** A lesson, or a skill that the question seems to be about. */
export interface FoundRow {
  kind: LessonKind | 'skill';
  slug: string;
  title: string;
  skill: string;
  /** The title of the skill. */
  topic: string;
  own: boolean;
  draft: boolean;
  heading: string;
  text: string;
  /** Of the text, with {@link MARK} around the words that were asked for. */
  snippet: string;
}

/**
 * Reciprocal rank fusion: each ranking adds weight ÷ (k + place). Of lessons there are two, by their words and by what is
 * meant; of the skills that they teach likewise, as two lessons on one subject share much of what tells which subject it is.
 */
export interface Fusion {
  words: number;
  meaning: number;
  skillWords: number;
  skillMeaning: number;
  /** The larger, the less the first places stand out. */
  k: number;
}

export const FUSION: Fusion = { words: 1, meaning: 1, skillWords: 0.5, skillMeaning: 0.4, k: 5 };

/** How soon a word counts as said often (k1 of BM25), by how many pieces have it. */
const SATURATION = 2;

/** Searches pieces by their words and puts that together with those that are near in meaning, in one statement. */
@Injectable()
export class SearchStore {
  constructor(private readonly database: Database) {}

  /**
   * What is found is read from rows that the reader may see now, whatever an index outside says.
   * @returns the best lessons first, then the likeliest skills
   */
  async search(search: Search, near: NearPieces, fusion: Fusion = FUSION): Promise<FoundRow[]> {
    const { campId, limit } = search;
    const place = (rank: string, weight: number) =>
      raw`coalesce(${weight}::float8 / (${fusion.k}::float8 + ${raw.raw(rank)}), 0)`;
    const bySkill = raw`${place('skill_words_rank', fusion.skillWords)}
      + ${place('skill_meaning_rank', fusion.skillMeaning)}`;
    const skillPiece = (skill: string) => raw`(
      SELECT * FROM search_chunks c WHERE c.kind = 'skill' AND c.slug = ${raw.raw(skill)} AND NOT c.gone
        AND (c.camp_id IS NULL OR c.camp_id = ${campId})
      ORDER BY c.camp_id LIMIT 1)`;
    return rowsOf<FoundRow>(
      this.database.sql.execute(raw`
        ${rankings(search, near)}, placed_lessons AS (
          SELECT lesson_id, version, ${place('words_rank', fusion.words)} + ${place('meaning_rank', fusion.meaning)}
            + ${bySkill} AS score
          FROM lessons_by_words FULL JOIN lessons_by_meaning USING (lesson_id, version, skill)
            LEFT JOIN skills_by_words USING (skill) LEFT JOIN skills_by_meaning USING (skill)
          ORDER BY score DESC, lesson_id, version LIMIT ${limit}
        ), placed_skills AS (
          SELECT skill, ${bySkill} AS score FROM skills_by_words FULL JOIN skills_by_meaning USING (skill)
          ORDER BY score DESC, skill LIMIT ${MOST_SKILLS}
        ), found AS (
          SELECT piece.*, readable.draft, score FROM placed_lessons JOIN readable USING (lesson_id, version)
            JOIN LATERAL (${BEST_PIECE}) AS piece ON true
          UNION ALL
          SELECT piece.*, false, score FROM placed_skills JOIN LATERAL ${skillPiece('skill')} AS piece ON true
        )
        SELECT found.kind, found.slug, found.title, found.skill, coalesce(topic.title, found.skill) AS topic,
          found.camp_id IS NOT NULL AS own, draft, found.heading, found.text,
          ts_headline(found.language::regconfig, found.text, coalesce(marked.query, ''), ${MARKED}) AS snippet
        FROM found LEFT JOIN LATERAL ${skillPiece('found.skill')} AS topic ON true
          LEFT JOIN (SELECT language, string_agg(query::text, ' | ')::tsquery AS query FROM asked GROUP BY language)
            AS marked USING (language)
        ORDER BY found.kind = 'skill', score DESC, found.lesson_id, found.version`),
    );
  }
}

/** The piece of a lesson that tells most of why it was found. */
const BEST_PIECE = raw.raw(`
  SELECT c.* FROM search_chunks c LEFT JOIN meant USING (id) LEFT JOIN (
    SELECT id, sum(worth) AS worth FROM hits JOIN lesson_worth USING (language, lexeme) GROUP BY id
  ) AS told USING (id)
  WHERE c.lesson_id = placed_lessons.lesson_id AND c.version = placed_lessons.version AND NOT c.gone
  ORDER BY coalesce(similarity, 0) + coalesce(told.worth / (SELECT sum(worth) FROM lesson_worth), 0) DESC, c.id LIMIT 1`);

const MOST_SKILLS = 3;

/** A word of a text vector as a query for just it. */
const AS_QUERY = raw.raw(String.raw`('''' || replace(replace(lexeme, '\', '\\'), '''', '''''') || '''')`);

const MARKED = `StartSel=${MARK.start}, StopSel=${MARK.end}, MinWords=18, MaxWords=36`;

/**
 * The rankings that are put together. A lesson may be read when it is published, in the library or in the camp, and not
 * replaced there by one of the camp's own; or when it is in the making, in the camp, by who may see drafts. Words weigh by
 * how few have them and how many pieces say them (BM25, a piece that has a word counting once).
 */
function rankings({ campId, drafts, asked }: Search, near: NearPieces) {
  const all = [...near.read, ...near.questions];
  const ids = raw`${`{${all.map(({ id }) => id).join(',')}}`}::uuid[]`;
  const similarities = raw`${`{${all.map(({ similarity }) => similarity).join(',')}}`}::float8[]`;
  const worth = (among: string) => raw`ln(1 + (${raw.raw(among)} - having + 0.5) / (having + 0.5))`;
  const told = raw`sum(worth * times * ${SATURATION + 1} / (times + ${SATURATION}))`;
  return raw`
    WITH readable AS MATERIALIZED (
      SELECT l.id AS lesson_id, seen.version, seen.draft FROM lessons l,
        LATERAL (VALUES (l.published, false), (CASE WHEN ${drafts} AND l.state IN ('draft', 'review') THEN l.version END, true))
          AS seen (version, draft)
      WHERE seen.version IS NOT NULL AND (l.camp_id = ${campId} OR (l.camp_id IS NULL AND NOT EXISTS (
        SELECT FROM lessons own WHERE own.camp_id = ${campId} AND own.slug = l.slug
          AND (own.published IS NOT NULL OR own.state = 'retired'))))
    ), asked AS MATERIALIZED (
      SELECT language, lexeme, ${AS_QUERY}::tsquery AS query
      FROM unnest(ARRAY['english', 'spanish', 'simple']) AS language, unnest(to_tsvector(language::regconfig, ${asked}))
    ), hits AS MATERIALIZED (
      SELECT asked.language, asked.lexeme, c.id, c.skill, c.lesson_id, c.version
      FROM asked JOIN search_chunks c ON c.words @@ asked.query AND c.language = asked.language
        AND NOT c.gone AND (c.camp_id IS NULL OR c.camp_id = ${campId})
      WHERE c.lesson_id IS NULL OR (c.lesson_id, c.version) IN (SELECT lesson_id, version FROM readable)
    ), lesson_hits AS MATERIALIZED (
      SELECT lesson_id, version, skill, language, lexeme, count(*) AS times FROM hits
      WHERE lesson_id IS NOT NULL GROUP BY lesson_id, version, skill, language, lexeme
    ), lesson_worth AS MATERIALIZED (
      SELECT language, lexeme, ${worth('(SELECT count(*) FROM readable)')} AS worth
      FROM (SELECT language, lexeme, count(*) AS having FROM lesson_hits GROUP BY language, lexeme) AS counted
    ), lessons_by_words AS MATERIALIZED (
      SELECT lesson_id, version, skill, rank() OVER (ORDER BY ${told} DESC) AS words_rank
      FROM lesson_hits JOIN lesson_worth USING (language, lexeme) GROUP BY lesson_id, version, skill
    ), skill_hits AS MATERIALIZED (
      SELECT skill, language, lexeme, count(*) AS times FROM hits GROUP BY skill, language, lexeme
    ), skill_worth AS MATERIALIZED (
      SELECT language, lexeme, ${worth("(SELECT count(*) FROM search_chunks WHERE kind = 'skill')")} AS worth
      FROM (SELECT language, lexeme, count(*) AS having FROM skill_hits GROUP BY language, lexeme) AS counted
    ), skills_by_words AS MATERIALIZED (
      SELECT skill, rank() OVER (ORDER BY ${told} DESC) AS skill_words_rank
      FROM skill_hits JOIN skill_worth USING (language, lexeme) GROUP BY skill
    ), meant AS MATERIALIZED (
      SELECT c.id, c.skill, c.lesson_id, c.version, similarity
      FROM unnest(${ids}, ${similarities}) AS near (id, similarity) JOIN search_chunks c USING (id)
      WHERE NOT c.gone AND (c.camp_id IS NULL OR c.camp_id = ${campId})
        AND (c.lesson_id IS NULL OR (c.lesson_id, c.version) IN (SELECT lesson_id, version FROM readable))
    ), lessons_by_meaning AS MATERIALIZED (
      SELECT lesson_id, version, skill, rank() OVER (ORDER BY max(similarity) DESC) AS meaning_rank
      FROM meant WHERE lesson_id IS NOT NULL GROUP BY lesson_id, version, skill
    ), skills_by_meaning AS MATERIALIZED (
      SELECT skill, rank() OVER (ORDER BY max(similarity) DESC) AS skill_meaning_rank
      FROM meant WHERE lesson_id IS NULL GROUP BY skill
    )`;
}
