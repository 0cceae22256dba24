import { type SQL, sql } from 'drizzle-orm';

/** As much of a database as is needed to fill it. */
interface Fillable {
  readonly sql: { execute(statement: SQL): PromiseLike<unknown> };
}

/**
 * Copies lessons with their pieces, under other names, of skills of their own, with vectors that are moved a little, until
 * there are about as many pieces as wanted.
 * @returns how many there are then
 */
export async function crowd({ sql: database }: Fillable, wanted: number): Promise<number> {
  const count = async () => {
    const counted = (await database.execute(sql`SELECT count(*)::int AS pieces FROM search_chunks`)) as {
      rows: { pieces: number }[];
    };
    return counted.rows[0]?.pieces ?? 0;
  };
  const original = sql`lesson_id IN (SELECT id FROM lessons WHERE slug NOT LIKE '%-copy-%')`;
  for (let round = 1; (await count()) < wanted; round += 1) {
    const copied = (id: SQL) => sql`md5(${id}::text || ${String(round)})::uuid`;
    const named = (name: SQL) => sql`${name} || '-copy-' || ${String(round)}`;
    await database.execute(sql`
      INSERT INTO search_vectors (model, id, scope, vector)
      SELECT v.model, ${copied(sql`v.id`)}, v.scope,
        (SELECT array_agg(x + (random() - 0.5) * 0.06)::vector FROM unnest(v.vector::real[]) AS x)
      FROM search_vectors v JOIN search_chunks c USING (id) WHERE ${original}`);
    await database.execute(sql`
      INSERT INTO search_chunks (id, kind, slug, lesson_id, version, skill, title, hash, heading, text, meant, language, words, model)
      SELECT ${copied(sql`id`)}, kind, ${named(sql`slug`)}, ${copied(sql`lesson_id`)}, version, ${named(sql`skill`)}, title, hash,
        heading, text, meant, language, words, model
      FROM search_chunks WHERE ${original}`);
    await database.execute(sql`
      INSERT INTO lessons (id, slug, version, state, published)
      SELECT ${copied(sql`id`)}, ${named(sql`slug`)}, version, state, published FROM lessons WHERE slug NOT LIKE '%-copy-%'`);
    await database.execute(sql`
      INSERT INTO lesson_versions (lesson_id, version, state, skill, title, kind, minutes, objectives, "check", body, at)
      SELECT ${copied(sql`lesson_id`)}, version, state, ${named(sql`skill`)}, title, kind, minutes, objectives, "check", body, at
      FROM lesson_versions WHERE ${original}`);
  }
  await database.execute(sql`ANALYZE search_vectors (model, scope)`);
  return count();
}
