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

/** Reciprocal rank fusion: the ranking by words and that by meaning each add weight ÷ (k + place). */
export interface Fusion {
  words: number;
  meaning: number;
  /** The larger, the less the first places stand out. */
  k: number;
}

export const FUSION: Fusion = { words: 1, meaning: 1.3, k: 5 };

/** How soon a word counts as said often (k1 of BM25), by how many pieces have it. */
const SATURATION = 1.2;
/** How much of what speaks for a skill, by its description and the questions of the bank, speaks for each of its lessons. */
const OF_SKILL = { words: 1, meaning: 0.4 };

/** Searches pieces by their words and puts that together with those that are near in meaning, in one statement. */
@Injectable()
export class SearchStore {
  constructor(private readonly database: Database) {}

  /**
   * What is found is read from rows that the reader may see now, whatever an index outside says.
   * @param near pieces by meaning, nearest first, those of questions among them; none where meaning cannot be asked
   * @returns the best lessons first, then the likeliest skills
   */
  async search(search: Search, near: readonly NearVector[], fusion: Fusion = FUSION): Promise<FoundRow[]> {
    const { campId, limit } = search;
    const place = (rank: string, weight: number) =>
      raw`coalesce(${weight}::float8 / (${fusion.k}::float8 + ${raw.raw(rank)}), 0)`;
    const score = raw`${place('words_rank', fusion.words)} + ${place('meaning_rank', fusion.meaning)} AS score`;
    const skillPiece = (skill: string) => raw`(
      SELECT * FROM search_chunks c WHERE c.kind = 'skill' AND c.slug = ${raw.raw(skill)} AND NOT c.gone
        AND (c.camp_id IS NULL OR c.camp_id = ${campId})
      ORDER BY c.camp_id LIMIT 1)`;
    const statement = raw`
        ${rankings(search, near)}, placed_lessons AS (
          SELECT doc, ${score} FROM lessons_by_words FULL JOIN lessons_by_meaning USING (doc)
          ORDER BY score DESC, doc LIMIT ${limit}
        ), placed_skills AS (
          SELECT skill, ${score} FROM skills_by_words FULL JOIN skills_by_meaning USING (skill)
          ORDER BY score DESC, skill LIMIT ${MOST_SKILLS}
        ), pieces_told AS MATERIALIZED (
          SELECT id, sum(worth) / (SELECT sum(worth) FROM lesson_worth) AS told
          FROM hits JOIN placed_lessons USING (doc) JOIN lesson_worth USING (word) GROUP BY id
        ), found AS (
          SELECT piece.*, readable.draft, score FROM placed_lessons JOIN readable USING (doc)
            JOIN LATERAL (${BEST_PIECE}) AS piece ON true
          UNION ALL
          SELECT piece.*, false, score FROM placed_skills JOIN LATERAL ${skillPiece('placed_skills.skill')} AS piece ON true
        )
        SELECT found.kind, found.slug, found.title, found.skill, coalesce(topic.title, found.skill) AS topic,
          found.camp_id IS NOT NULL AS own, draft, found.heading, found.text,
          ts_headline(found.language::regconfig, found.text, coalesce(marked.query, ''), ${MARKED}) AS snippet
        FROM found LEFT JOIN LATERAL ${skillPiece('found.skill')} AS topic ON true
          CROSS JOIN LATERAL (
            SELECT string_agg(query::text, ' | ')::tsquery AS query FROM asked WHERE found.language = ANY (languages)
          ) AS marked
        ORDER BY found.kind = 'skill', score DESC, found.lesson_id, found.version`;
    return this.database.transaction(async (tx) => {
      await tx.execute(BY_INDEXES);
      return rowsOf<FoundRow>(tx.execute(statement));
    });
  }
}

/**
 * How many pieces have a word is not known to the planner beforehand; left to itself it reads all of them for each word,
 * and joins rankings row by row.
 */
const BY_INDEXES = raw`SELECT set_config('enable_seqscan', 'off', true), set_config('enable_nestloop', 'off', true)`;

/** The piece of a lesson that tells most of why it was found. */
const BEST_PIECE = raw.raw(`
  SELECT c.* FROM search_chunks c LEFT JOIN meant USING (id) LEFT JOIN pieces_told USING (id)
  WHERE c.lesson_id = readable.lesson_id AND c.version = readable.version AND NOT c.gone
  ORDER BY coalesce(similarity, 0) + coalesce(told, 0) DESC, c.id LIMIT 1`);

const MOST_SKILLS = 3;

/** A word of a text vector as a query for just it. */
const AS_QUERY = raw.raw(String.raw`('''' || replace(replace(lexeme, '\', '\\'), '''', '''''') || '''')`);

const MARKED = `StartSel=${MARK.start}, StopSel=${MARK.end}, MinWords=18, MaxWords=36`;

/**
 * The rankings that are put together. A lesson may be read when it is published, in the library or in the camp, and not
 * replaced there by one of the camp's own; or when it is in the making, in the camp, by who may see drafts. Words weigh by
 * how few have them and how many pieces say them (BM25, a piece that has a word counting once). In meaning a lesson is as
 * near as its two nearest pieces; of what was not among the nearest it is known that it is no nearer than the last of them.
 */
function rankings({ campId, drafts, asked }: Search, near: readonly NearVector[]) {
  const ids = raw`${`{${near.map(({ id }) => id).join(',')}}`}::uuid[]`;
  const similarities = raw`${`{${near.map(({ similarity }) => similarity).join(',')}}`}::float8[]`;
  const worth = (among: string) => raw`ln(1 + (${raw.raw(among)} - spread + 0.5::float8) / (spread + 0.5::float8))`;
  const told = raw`sum(worth * times * ${SATURATION + 1}::float8 / (times + ${SATURATION}::float8)) AS told`;
  const last = raw`${near.at(-1)?.similarity ?? 0}::float8`;
  return raw`
    WITH readable AS MATERIALIZED (
      SELECT row_number() OVER () AS doc, l.id AS lesson_id, seen.version, seen.draft, v.skill
      FROM lessons l CROSS JOIN LATERAL (VALUES (l.published, false), (CASE WHEN ${drafts} AND l.state IN ('draft', 'review') THEN l.version END, true))
          AS seen (version, draft)
        JOIN lesson_versions v ON v.lesson_id = l.id AND v.version = seen.version
      WHERE (l.camp_id = ${campId} OR (l.camp_id IS NULL AND NOT EXISTS (
        SELECT FROM lessons own WHERE own.camp_id = ${campId} AND own.slug = l.slug
          AND (own.published IS NOT NULL OR own.state = 'retired'))))
    ), asked AS MATERIALIZED (
      SELECT row_number() OVER () AS word, ${AS_QUERY}::tsquery AS query, array_agg(language) AS languages
      FROM unnest(ARRAY['english', 'spanish', 'simple']) AS language, unnest(to_tsvector(language::regconfig, ${asked}))
      GROUP BY lexeme
    ), hits AS MATERIALIZED (
      SELECT word, c.id, c.skill, doc
      FROM asked JOIN search_chunks c ON c.words @@ asked.query AND c.language = ANY (asked.languages)
        AND NOT c.gone AND (c.camp_id IS NULL OR c.camp_id = ${campId})
        LEFT JOIN readable USING (lesson_id, version)
      WHERE c.lesson_id IS NULL OR doc IS NOT NULL
    ), lesson_hits AS MATERIALIZED (
      SELECT doc, word, count(*) AS times FROM hits WHERE doc IS NOT NULL GROUP BY doc, word
    ), lesson_worth AS MATERIALIZED (
      SELECT word, ${worth('(SELECT count(*) FROM readable)')} AS worth
      FROM (SELECT word, count(*) AS spread FROM lesson_hits GROUP BY word) AS counted
    ), skill_hits AS MATERIALIZED (
      SELECT skill, word, count(*) AS times FROM hits WHERE doc IS NULL GROUP BY skill, word
    ), skills_told AS MATERIALIZED (
      SELECT skill, ${told} FROM skill_hits JOIN (
        SELECT word, ${worth("(SELECT count(*) FROM search_chunks WHERE kind = 'skill')")} AS worth
        FROM (SELECT word, count(*) AS spread FROM skill_hits GROUP BY word) AS counted
      ) AS skill_worth USING (word) GROUP BY skill
    ), skills_by_words AS MATERIALIZED (
      SELECT skill, rank() OVER (ORDER BY told DESC) AS words_rank FROM skills_told
    ), lessons_by_words AS MATERIALIZED (
      SELECT doc, rank() OVER (ORDER BY coalesce(lessons_told.told, 0)
        + ${OF_SKILL.words}::float8 * coalesce(skills_told.told, 0) DESC) AS words_rank
      FROM readable LEFT JOIN (
        SELECT doc, ${told} FROM lesson_hits JOIN lesson_worth USING (word) GROUP BY doc
      ) AS lessons_told USING (doc) LEFT JOIN skills_told USING (skill)
      WHERE lessons_told.told IS NOT NULL OR skills_told.told IS NOT NULL
    ), meant AS MATERIALIZED (
      SELECT c.id, c.skill, doc, (${similarities})[array_position(${ids}, c.id)] AS similarity
      FROM search_chunks c LEFT JOIN readable USING (lesson_id, version)
      WHERE c.id = ANY (${ids}) AND NOT c.gone AND (c.camp_id IS NULL OR c.camp_id = ${campId})
        AND (c.lesson_id IS NULL OR doc IS NOT NULL)
    ), skills_meant AS MATERIALIZED (
      SELECT skill, max(similarity) AS meant FROM meant WHERE doc IS NULL GROUP BY skill
    ), skills_by_meaning AS MATERIALIZED (
      SELECT skill, rank() OVER (ORDER BY meant DESC) AS meaning_rank FROM skills_meant
    ), lessons_by_meaning AS MATERIALIZED (
      SELECT doc, rank() OVER (ORDER BY (first + second) / 2
        + ${OF_SKILL.meaning}::float8 * coalesce(skills_meant.meant, ${last}) DESC) AS meaning_rank
      FROM (
        SELECT doc, min(skill) AS skill, max(similarity) AS first,
          coalesce((array_agg(similarity ORDER BY similarity DESC))[2], ${last}) AS second
        FROM meant WHERE doc IS NOT NULL GROUP BY doc
      ) AS lessons_meant LEFT JOIN skills_meant USING (skill)
    )`;
}
