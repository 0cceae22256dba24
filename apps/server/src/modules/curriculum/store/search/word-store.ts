import { Injectable } from '@nestjs/common';
import { sql as raw } from 'drizzle-orm';
import { rowsOf, type Sql } from '../../../../platform/database/index.js';
import { scopeOf } from '../../domain/search/scope.js';

/** Which words the pieces say, gathered so that a search need not read every piece with a word that many have. */
@Injectable()
export class WordStore {
  /** Gathers anew the words of those camps, and of the library, whose pieces are others than when they were gathered last. */
  async gather(tx: Sql): Promise<void> {
    const changed = await rowsOf<{ scope: string; pieces: string | null }>(
      tx.execute(raw`
        SELECT scope, standing.pieces FROM search_scopes FULL JOIN (
          SELECT ${SCOPE} AS scope, count(*) || ' ' || bit_xor(hashtextextended(id::text, coalesce(version, 0))) AS pieces
          FROM search_chunks WHERE NOT gone GROUP BY 1
        ) AS standing USING (scope)
        WHERE standing.pieces IS DISTINCT FROM search_scopes.pieces`),
    );
    for (const { scope, pieces } of changed) {
      await tx.execute(raw`DELETE FROM search_words WHERE scope = ${scope}`);
      await tx.execute(raw`DELETE FROM search_scopes WHERE scope = ${scope}`);
      if (pieces === null) continue;
      await tx.execute(raw`INSERT INTO search_scopes (scope, pieces) VALUES (${scope}, ${pieces})`);
      await tx.execute(raw`
        INSERT INTO search_words (word, language, scope, lessons, versions, times, skills, skill_times)
        SELECT word, language, ${scope}, ${listed('lesson_id', 'lesson_id')}, ${listed('version', 'lesson_id')},
          ${listed('times', 'lesson_id')}, ${listed('skill', 'skill')}, ${listed('times', 'skill')}
        FROM (
          SELECT word, language, lesson_id, version, CASE WHEN lesson_id IS NULL THEN skill END AS skill, count(*)::smallint AS times
          FROM search_chunks, unnest(tsvector_to_array(words)) AS word
          WHERE NOT gone AND ${SCOPE} = ${scope}
          GROUP BY 1, 2, 3, 4, 5
        ) AS said GROUP BY word, language`);
    }
    // The embedded database does not by itself.
    if (changed.length > 0) await tx.execute(raw`ANALYZE search_words`);
  }
}

const SCOPE = raw`coalesce(camp_id::text, ${scopeOf(null)})`;

const listed = (column: string, of: string) =>
  raw.raw(`coalesce(array_agg(${column}) FILTER (WHERE ${of} IS NOT NULL), '{}')`);
