import { Injectable } from '@nestjs/common';
import type { LessonKind } from '@tailcamp/contracts';
import { and, eq, getTableColumns, inArray, isNull, ne, sql as raw } from 'drizzle-orm';
import { newId } from '../../../../kernel/id.js';
import { Database, rowsOf, type Sql } from '../../../../platform/database/index.js';
import type { Piece } from '../../domain/search/pieces.js';
import { lessons, lessonVersions } from '../lessons/tables.js';
import { type PieceKind, searchChunks } from './tables.js';

/** Whose pieces are written. */
export interface PieceOwner {
  campId: string | null;
  kind: PieceKind;
  slug: string;
  skill: string;
  title: string;
  /** Null for what is no lesson. */
  lesson: { id: string; version: number } | null;
}

export interface GivenPiece {
  piece: Piece;
  hash: string;
}

/** A version of a lesson that somebody may find. */
export type VisibleLesson = Omit<typeof lessonVersions.$inferSelect, 'kind'> & {
  campId: string | null;
  slug: string;
  kind: LessonKind;
};

export interface ClaimedChunk {
  id: string;
  campId: string | null;
  meant: string;
  /** Whose vector of it is stored, if any. */
  model: string | null;
}

/** How long a process may take to embed what it has claimed. */
const CLAIM_SECONDS = 120;

/** Few enough for the parameters of one statement. */
const ROWS_A_STATEMENT = 500;

/** The pieces that are searched, as they are written: in step with what they are of, and with their vectors. */
@Injectable()
export class ChunkStore {
  constructor(private readonly database: Database) {}

  /** One process at a time brings the pieces into step. */
  async lock(tx: Sql): Promise<void> {
    await tx.execute(raw`SELECT pg_advisory_xact_lock(hashtextextended('search chunks', 0))`);
  }

  /** Versions that are published, or in the making, and have no pieces yet. */
  async unsplit(tx: Sql, limit: number): Promise<VisibleLesson[]> {
    const split = and(
      eq(searchChunks.lessonId, lessonVersions.lessonId),
      eq(searchChunks.version, lessonVersions.version),
      eq(searchChunks.gone, false),
    );
    const rows = await tx
      .select({ ...getTableColumns(lessonVersions), campId: lessons.campId, slug: lessons.slug })
      .from(lessonVersions)
      .innerJoin(lessons, and(eq(lessons.id, lessonVersions.lessonId), mayBeFound(lessonVersions.version)))
      .leftJoin(searchChunks, split)
      .where(and(isNull(searchChunks.id), ne(lessonVersions.kind, 'brief')))
      .limit(limit);
    return rows.flatMap(({ kind, ...row }) => (kind === 'brief' ? [] : [{ ...row, kind }]));
  }

  /** Writes the pieces of a version; those that an older one had just so, and nobody finds there, go on with their vectors. */
  async put(tx: Sql, owner: PieceOwner, given: readonly GivenPiece[]): Promise<void> {
    const kept = owner.lesson === null ? new Set() : await this.keep(tx, owner, owner.lesson, given);
    const { lesson, ...of } = owner;
    const rows = given
      .filter(({ hash }) => !kept.has(hash))
      .map(({ piece: { said, ...piece }, hash }) => ({
        ...of,
        ...piece,
        id: newId(),
        lessonId: lesson?.id ?? null,
        version: lesson?.version ?? null,
        hash,
        words: raw`strip(to_tsvector(${piece.language}::regconfig, ${said}))`,
      }));
    for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT)
      await tx.insert(searchChunks).values(rows.slice(from, from + ROWS_A_STATEMENT));
  }

  private async keep(
    tx: Sql,
    { kind, skill, title }: PieceOwner,
    { id, version }: { id: string; version: number },
    given: readonly GivenPiece[],
  ): Promise<ReadonlySet<string>> {
    const standing = await tx
      .select({ id: searchChunks.id, hash: searchChunks.hash })
      .from(searchChunks)
      .where(and(eq(searchChunks.lessonId, id), eq(searchChunks.gone, false), FOUND_BY_NOBODY));
    const byHash = new Map(standing.map((row) => [row.hash, row.id]));
    const kept = given.filter(({ hash }) => byHash.has(hash)).map(({ hash }) => hash);
    const ids = kept.flatMap((hash) => byHash.get(hash) ?? []);
    if (ids.length > 0)
      await tx.update(searchChunks).set({ version, kind, skill, title }).where(inArray(searchChunks.id, ids));
    return new Set(kept);
  }

  /** Marks as gone what is of no version that may be found. */
  async dropUnseen(tx: Sql): Promise<void> {
    const ofLessons = raw`${searchChunks.lessonId} IS NOT NULL`;
    const unseen = and(ofLessons, eq(searchChunks.gone, false), FOUND_BY_NOBODY);
    await tx.update(searchChunks).set({ gone: true }).where(unseen);
  }

  /** Pieces of skills and questions. */
  async others(tx: Sql): Promise<{ id: string; hash: string; kind: PieceKind; campId: string | null; slug: string }[]> {
    const { id, campId, kind, slug, hash } = searchChunks;
    return tx
      .select({ id, campId, kind, slug, hash })
      .from(searchChunks)
      .where(and(isNull(searchChunks.lessonId), eq(searchChunks.gone, false)));
  }

  async drop(tx: Sql, ids: readonly string[]): Promise<void> {
    if (ids.length > 0)
      await tx
        .update(searchChunks)
        .set({ gone: true })
        .where(inArray(searchChunks.id, [...ids]));
  }

  /** Takes some pieces in hand that have no vector of this model; others may take others meanwhile. */
  async claim(model: string, limit: number): Promise<ClaimedChunk[]> {
    return rowsOf<ClaimedChunk>(
      this.database.sql.execute(raw`
        UPDATE search_chunks SET claimed_until = now() + ${CLAIM_SECONDS} * interval '1 second'
        WHERE id IN (
          SELECT id FROM search_chunks
          WHERE NOT gone AND model IS DISTINCT FROM ${model} AND (claimed_until IS NULL OR claimed_until < now())
          ORDER BY kind = 'question', id LIMIT ${limit} FOR UPDATE SKIP LOCKED)
        RETURNING id, camp_id AS "campId", meant, model`),
    );
  }

  async release(ids: readonly string[]): Promise<void> {
    await this.database.sql
      .update(searchChunks)
      .set({ claimedUntil: null })
      .where(inArray(searchChunks.id, [...ids]));
  }

  async setModel(ids: readonly string[], model: string): Promise<void> {
    await this.database.sql
      .update(searchChunks)
      .set({ model, claimedUntil: null })
      .where(inArray(searchChunks.id, [...ids]));
  }

  async gone(limit: number): Promise<{ id: string; model: string | null }[]> {
    const { id, model, gone } = searchChunks;
    return this.database.sql.select({ id, model }).from(searchChunks).where(eq(gone, true)).limit(limit);
  }

  async remove(ids: readonly string[]): Promise<void> {
    await this.database.sql.delete(searchChunks).where(inArray(searchChunks.id, [...ids]));
  }
}

/** Whether a version of the lesson at hand is found by somebody: the published one, and one in the making by staff. */
const mayBeFound = (version: typeof lessonVersions.version | typeof searchChunks.version) => raw`
  (${lessons.published} = ${version} OR (${lessons.version} = ${version} AND ${lessons.state} IN ('draft', 'review')))`;

const FOUND_BY_NOBODY = raw`NOT EXISTS (
  SELECT FROM ${lessons} WHERE ${lessons.id} = ${searchChunks.lessonId} AND ${mayBeFound(searchChunks.version)})`;
