-- A function of the database, so that this long statement is planned once a connection and not at every search; what it
-- does is told where it is called (store/search/search-store.ts). Joins by hash: how many lessons say a word is not known
-- to the planner, and row by row it would be all lessons for each of them. A change is a migration that replaces it.
CREATE FUNCTION search_content(
	of_camp uuid, scopes text[], with_drafts boolean, question text, near_ids uuid[], near_similarities float8[],
	weight_of_words float8, weight_of_meaning float8, k float8, most_lessons integer, most_skills integer
) RETURNS TABLE (
	kind text, slug text, title text, skill text, topic text, minutes integer, own boolean, draft boolean,
	heading text, text text, language text, lexemes text[]
) LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan SET enable_nestloop = off SET jit = off AS $function$
#variable_conflict use_column
DECLARE
	-- Of what is not among the nearest it is known that it is no nearer than the last of them.
	farthest CONSTANT float8 := coalesce(near_similarities[cardinality(near_similarities)], 0);
	-- How soon a word counts as said often, by how many pieces of a lesson say it (k1 of BM25).
	saturation CONSTANT float8 := 1.2;
	-- How much of what speaks for a skill by meaning speaks for each of its lessons; by words it is all.
	meant_of_skill CONSTANT float8 := 0.4;
BEGIN RETURN QUERY
WITH seen AS MATERIALIZED (
	SELECT l.id, l.published, CASE WHEN with_drafts AND l.state IN ('draft', 'review') THEN l.version END AS made
	FROM lessons l
	WHERE l.camp_id = of_camp OR (l.camp_id IS NULL AND l.slug NOT IN (
		SELECT slug FROM lessons WHERE camp_id = of_camp AND (published IS NOT NULL OR state = 'retired')))
), readable AS MATERIALIZED (
	SELECT (row_number() OVER ())::int AS doc, lesson_id, version, draft, v.skill, v.minutes
	FROM (
		SELECT id AS lesson_id, published AS version, false AS draft FROM seen WHERE published IS NOT NULL
		UNION ALL SELECT id, made, true FROM seen WHERE made IS NOT NULL
	) AS versions JOIN lesson_versions v USING (lesson_id, version)
), asked AS MATERIALIZED (
	SELECT lexeme, language
	FROM unnest(ARRAY['english', 'spanish', 'simple']) AS language, unnest(to_tsvector(language::regconfig, question))
), said AS MATERIALIZED (
	SELECT lists.* FROM asked, LATERAL (
		SELECT w.* FROM search_words w
		WHERE w.word = lexeme AND w.language = asked.language AND w.scope = ANY (scopes) OFFSET 0
	) AS lists
), lesson_worth AS MATERIALIZED (
	SELECT word, query, ln(1 + (greatest(readers - spread, 0) + 0.5) / (spread + 0.5)) AS worth
	FROM (
		SELECT word, sum(cardinality(lessons))::float8 AS spread,
			('''' || replace(replace(word, '\', '\\'), '''', '''''') || '''')::tsquery AS query
		FROM said GROUP BY word
	) AS counted, (SELECT count(*) AS readers FROM readable) AS all_readable
	WHERE spread > 0
), lessons_told AS (
	SELECT doc, sum(worth * times * (saturation + 1) / (times + saturation)) AS told
	FROM (SELECT word, unnest(lessons) AS lesson_id, unnest(versions) AS version, unnest(times) AS times FROM said) AS hits
		JOIN lesson_worth USING (word) JOIN readable USING (lesson_id, version)
	GROUP BY doc
), skill_hits AS MATERIALIZED (
	SELECT skill, word, sum(times)::float8 AS times
	FROM (SELECT word, unnest(skills) AS skill, unnest(skill_times) AS times FROM said) AS hits GROUP BY skill, word
), skills_told AS MATERIALIZED (
	SELECT skill, sum(worth * times * (saturation + 1) / (times + saturation)) AS told
	FROM skill_hits JOIN (
		SELECT word, ln(1 + (greatest(skills - spread, 0) + 0.5) / (spread + 0.5)) AS worth
		FROM (SELECT word, count(*)::float8 AS spread FROM skill_hits GROUP BY word) AS counted,
			(SELECT count(*) AS skills FROM search_chunks c WHERE c.kind = 'skill' AND NOT c.gone
				AND (c.camp_id IS NULL OR c.camp_id = of_camp)) AS all_skills
	) AS skill_worth USING (word) GROUP BY skill
), lessons_by_words AS (
	SELECT doc, rank() OVER (ORDER BY coalesce(lessons_told.told, 0) + coalesce(skills_told.told, 0) DESC) AS words_rank
	FROM readable LEFT JOIN lessons_told USING (doc) LEFT JOIN skills_told USING (skill)
	WHERE lessons_told.told IS NOT NULL OR skills_told.told IS NOT NULL
), meant AS MATERIALIZED (
	SELECT c.id, c.skill, doc, similarity
	FROM search_chunks c JOIN unnest(near_ids, near_similarities) AS near (id, similarity) USING (id)
		LEFT JOIN readable USING (lesson_id, version)
	WHERE c.id = ANY (near_ids) AND NOT c.gone AND (c.camp_id IS NULL OR c.camp_id = of_camp)
		AND (c.lesson_id IS NULL OR doc IS NOT NULL)
), skills_meant AS MATERIALIZED (
	SELECT skill, max(similarity) AS meant FROM meant WHERE doc IS NULL GROUP BY skill
), lessons_by_meaning AS (
	SELECT doc, rank() OVER (ORDER BY (first + second) / 2
		+ meant_of_skill * coalesce(skills_meant.meant, farthest) DESC) AS meaning_rank
	FROM (
		SELECT doc, min(skill) AS skill, max(similarity) AS first,
			coalesce((array_agg(similarity ORDER BY similarity DESC))[2], farthest) AS second
		FROM meant WHERE doc IS NOT NULL GROUP BY doc
	) AS lessons_meant LEFT JOIN skills_meant USING (skill)
), placed_lessons AS MATERIALIZED (
	SELECT doc, coalesce(weight_of_words / (k + words_rank), 0) + coalesce(weight_of_meaning / (k + meaning_rank), 0) AS score
	FROM lessons_by_words FULL JOIN lessons_by_meaning USING (doc)
	ORDER BY score DESC, doc LIMIT most_lessons
), placed_skills AS (
	SELECT skill, coalesce(weight_of_words / (k + words_rank), 0) + coalesce(weight_of_meaning / (k + meaning_rank), 0) AS score
	FROM (SELECT skill, rank() OVER (ORDER BY told DESC) AS words_rank FROM skills_told) AS by_words
		FULL JOIN (SELECT skill, rank() OVER (ORDER BY meant DESC) AS meaning_rank FROM skills_meant) AS by_meaning USING (skill)
	ORDER BY score DESC, skill LIMIT most_skills
), found AS (
	SELECT piece.*, r.minutes, r.draft, score
	FROM placed_lessons JOIN readable r USING (doc), LATERAL (
		SELECT c.* FROM search_chunks c
		WHERE c.lesson_id = r.lesson_id AND c.version = r.version AND NOT c.gone
		ORDER BY coalesce((SELECT similarity FROM meant m WHERE m.id = c.id), 0) + coalesce((
			SELECT sum(worth) / (SELECT sum(worth) FROM lesson_worth) FROM lesson_worth
			WHERE c.words @@ query), 0) DESC, c.id
		LIMIT 1
	) AS piece
	UNION ALL
	SELECT piece.*, NULL, false, score FROM placed_skills p, LATERAL (
		SELECT c.* FROM search_chunks c
		WHERE c.kind = 'skill' AND c.slug = p.skill AND NOT c.gone AND (c.camp_id IS NULL OR c.camp_id = of_camp)
		ORDER BY c.camp_id LIMIT 1
	) AS piece
)
SELECT f.kind, f.slug, f.title, f.skill, coalesce(named.title, f.skill), f.minutes, f.camp_id IS NOT NULL, f.draft, f.heading, f.text,
	f.language, ARRAY(SELECT lexeme FROM asked WHERE asked.language = f.language)
FROM found f LEFT JOIN LATERAL (
	SELECT c.title FROM search_chunks c
	WHERE c.kind = 'skill' AND c.slug = f.skill AND NOT c.gone AND (c.camp_id IS NULL OR c.camp_id = of_camp)
	ORDER BY c.camp_id LIMIT 1
) AS named ON true
ORDER BY f.kind = 'skill', score DESC, f.lesson_id, f.version;
END $function$;
